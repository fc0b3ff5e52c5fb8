-- Gives a leased mailbox back untouched, to be taken later; a letter that comes does not hasten it.
--
-- ARGV[3…]: queue, token, delivery count, key, ms to wait.
-- Returns 1; or 0, and nothing done, where the lease was lost.
local queue, token, count, key = ARGV[3], ARGV[4], ARGV[5], ARGV[6]
if not holds(queue, token, count) then return 0 end

drop(queue, token)
redis.call('HINCRBY', named('attempts', queue), key, count)
make_due(queue, key, now + tonumber(ARGV[7]))
return 1
