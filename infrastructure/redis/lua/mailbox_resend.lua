-- Sends a dead letter again. One that parks its mailbox gives it back; another goes to its place in its
-- mailbox by when it came, before what came later, and both are taken at once. In a parked one it waits.
--
-- ARGV[3…]: queue, id of the dead letter. Returns 1; or 0 where it is not there (any more).
local queue, id = ARGV[3], ARGV[4]
local letter = dead_letter(queue, id)
if not letter then return 0 end

local key = letter.key
redis.call('XDEL', named('dead', queue), id)
if letter.parks then
  redis.call('HDEL', named('parked', queue), key)
  make_ready(queue, key)
  return 1
end

local again = 'n' .. letter.came .. letter.body
if redis.call('EXISTS', mailbox(queue, key)) == 0 then
  redis.call('RPUSH', mailbox(queue, key), again)
  make_ready(queue, key)
  return 1
end
redis.call('RPUSH', coming_back(queue, key), again)
if redis.call('ZREM', named('due', queue), key) == 1 then
  redis.call('HDEL', named('settling', queue), key)
  make_ready(queue, key)
end
return 1
