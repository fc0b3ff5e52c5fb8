-- Lease the calendar that is due longest and that nobody has: ARGV are the leases' prefix, the lease
-- and its ms. It is due again when the lease ends, unless it is given back or hurried before.
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
for _, calendar in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now)) do
  if redis.call('SET', ARGV[1] .. calendar, ARGV[2], 'NX', 'PX', ARGV[3]) then
    redis.call('ZADD', KEYS[1], now + ARGV[3], calendar)
    return calendar
  end
end
return false
