-- Drops the first letters of a leased mailbox and gives it back.
--
-- ARGV[3…]: queue, token, delivery count, key, how many letters.
-- Returns 1; or 0, and nothing done, where the lease was lost.
local queue, token, count, key, handled = ARGV[3], ARGV[4], ARGV[5], ARGV[6], tonumber(ARGV[7])
if not holds(queue, token, count) then return 0 end

drop(queue, token)
if handled > 0 then
  redis.call('LTRIM', mailbox(queue, key), handled, -1)
  forget_tries(queue, key)
else
  redis.call('HINCRBY', named('attempts', queue), key, count)
end
give_back(queue, key)
return 1
