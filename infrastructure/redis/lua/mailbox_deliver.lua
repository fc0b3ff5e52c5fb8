-- Moves the relay on and puts what came of it in the mailboxes, in one write.
--
-- ARGV[3…]: the position from which, the one to which; then per letter: queue, key, body.
-- Returns 1; or 0, and nothing done, where the relay is not at the first position (any more).
local relay, seen, upto = KEYS[1] .. ':relay', ARGV[3], ARGV[4]
if (#ARGV - 4) % 3 ~= 0 then return redis.error_reply('ERR a letter is not whole') end
if (redis.call('GET', relay) or '0') ~= seen then return 0 end

redis.call('SET', relay, upto)
for at = 5, #ARGV, 3 do
  push(ARGV[at], ARGV[at + 1], false, ARGV[at + 2])
end
return 1
