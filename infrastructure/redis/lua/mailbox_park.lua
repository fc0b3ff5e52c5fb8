-- Parks a leased mailbox with all its letters: nobody takes it before its first one is sent again, or
-- dropped; until then that one is listed with the dead letters.
--
-- ARGV[3…]: queue, token, delivery count, key, reason, how often it was taken.
-- Returns 1; or 0, and nothing done, where the lease was lost.
local queue, token, count, key = ARGV[3], ARGV[4], ARGV[5], ARGV[6]
if not holds(queue, token, count) then return 0 end

drop(queue, token)
forget_tries(queue, key)
local first = redis.call('LINDEX', mailbox(queue, key), 0)
if first then
  local id = redis.call('XADD', named('dead', queue), '*',
    'key', key, 'why', ARGV[7], 'attempts', ARGV[8], 'came', digits(came(first)), 'parks', '1')
  redis.call('HSET', named('parked', queue), key, id)
end
return 1
