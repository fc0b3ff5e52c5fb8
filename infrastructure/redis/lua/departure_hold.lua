-- Empties a bucket, so that nothing leaves for a while: WhatsApp said that its own is empty.
--
-- KEYS[1]: the partition's hash tag. ARGV: number, messages a second of the number, person (empty: the
-- bucket of the whole number), ms to wait. The buckets are those of `departure_leave`.
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local number, per_second, person = ARGV[1], tonumber(ARGV[2]), ARGV[3]

local key, size, interval = KEYS[1] .. ':pace:' .. number, nil, nil
if person == '' then
  size = math.floor(per_second / 4)
  interval = 1000000 / (per_second - size)
else
  key, size, interval = key .. ':' .. person, 45, 6000000
end
local full = now + (size - 1) * interval + tonumber(ARGV[4]) * 1000
if full > tonumber(redis.call('GET', key) or '0') then
  redis.call('SET', key, string.format('%.0f', full), 'PX', math.ceil((full - now) / 1000))
end
return 1
