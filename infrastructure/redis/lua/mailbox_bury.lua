-- Puts the first letter of a leased mailbox with the dead letters and gives the rest back.
--
-- ARGV[3…]: queue, token, delivery count, key, reason, how often it was taken.
-- Returns 1; or 0, and nothing done, where the lease was lost.
local queue, token, count, key = ARGV[3], ARGV[4], ARGV[5], ARGV[6]
if not holds(queue, token, count) then return 0 end

drop(queue, token)
forget_tries(queue, key)
local letter = redis.call('LPOP', mailbox(queue, key))
if letter then
  redis.call('XADD', named('dead', queue), '*',
    'key', key, 'why', ARGV[7], 'attempts', ARGV[8], 'came', digits(came(letter)), 'body', string.sub(letter, 15))
end
give_back(queue, key)
return 1
