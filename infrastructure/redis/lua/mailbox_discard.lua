-- Forgets a mailbox of a queue that nobody reads.
--
-- ARGV[3…]: queue, its token in `ready`. Returns 1; or 0 where it is not there (any more).
local queue, token = ARGV[3], ARGV[4]
local entry = redis.call('XRANGE', named('ready', queue), token, token)[1]
if not entry then return 0 end

redis.call('XDEL', named('ready', queue), token)
redis.call('DEL', mailbox(queue, entry[2][2]))
return 1
