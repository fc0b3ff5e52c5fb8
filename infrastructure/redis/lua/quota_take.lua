-- Lets a call begin, if the quota that all processes share has room; or lets none begin for a while.
--
-- KEYS[1]: the bucket, kept as the time at which it is full again (in microseconds).
-- ARGV: calls a minute, calls at once, ms for which none may begin (0: one is about to).
-- Returns 0, or the ms to wait. Sent twice it takes a token too many, or pauses as before.
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local interval, size, pause = 60000000 / ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local full = math.max(now, tonumber(redis.call('GET', KEYS[1]) or '0'))

if pause > 0 then
  full = math.max(full, now + pause * 1000 + (size - 1) * interval)
else
  full = full + interval
  local wait = full - size * interval - now
  if wait > 0 then return math.max(1, math.ceil(wait / 1000)) end
end

redis.call('SET', KEYS[1], string.format('%.0f', full), 'PX', math.ceil((full - now) / 1000))
return 0
