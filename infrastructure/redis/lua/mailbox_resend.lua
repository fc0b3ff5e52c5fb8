-- Puts a dead letter back at the end of its mailbox.
--
-- ARGV[3…]: queue, id of the dead letter. Returns 1; or 0 where it is not there (any more).
local queue, id = ARGV[3], ARGV[4]
local entry = redis.call('XRANGE', named('dead', queue), id, id)[1]
if not entry then return 0 end

redis.call('XDEL', named('dead', queue), id)
local key, body = entry[2][2], entry[2][10]
push(queue, key, false, body)
return 1
