-- Claims an empty partition for one backup, or tells that it is claimed for that one already.
--
-- KEYS[1]: the marker; then keys of which none may exist, the relay's the last of them.
-- ARGV: digest of the backup, the relay's position.
-- Returns how many lines of the backup are restored; or -1, and nothing is done, where the
-- partition holds something else.
local marker, digest = KEYS[1], ARGV[1]
local known = redis.call('HMGET', marker, 'digest', 'lines')
if known[1] then
  if known[1] ~= digest then return -1 end
  return tonumber(known[2])
end
for n = 2, #KEYS do
  if redis.call('EXISTS', KEYS[n]) == 1 then return -1 end
end

-- The relay comes first: whoever starts a worker too early sends nothing a second time.
redis.call('HSET', marker, 'digest', digest, 'lines', '0')
if ARGV[2] ~= '0' then redis.call('SET', KEYS[#KEYS], ARGV[2]) end
return 0
