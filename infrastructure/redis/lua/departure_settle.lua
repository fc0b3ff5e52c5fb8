-- Forgets that a message set out: what became of it is known.
--
-- KEYS[1]: the partition's hash tag. ARGV: name, attempt (empty: whichever), number, 1 if it was sent,
-- which ends a pause of the number.
local started = KEYS[1] .. ':started'
if ARGV[2] == '' or redis.call('HGET', started, ARGV[1]) == ARGV[2] then
  redis.call('HDEL', started, ARGV[1])
end
if ARGV[4] == '1' then redis.call('HDEL', KEYS[1] .. ':paused', ARGV[3]) end
return 1
