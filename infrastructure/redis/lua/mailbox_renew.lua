-- Keeps a lease. ARGV[3…]: queue, token, delivery count. Returns 1, or 0 where it was lost.
local queue, token, count = ARGV[3], ARGV[4], ARGV[5]
if not holds(queue, token, count) then return 0 end

redis.call('XCLAIM', named('ready', queue), 'workers', 'worker', 0, token, 'JUSTID')
return 1
