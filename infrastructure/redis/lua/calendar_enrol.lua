-- Have the calendars ARGV followed, and no others; one that is new is due at once.
local known = {}
for _, calendar in ipairs(ARGV) do
  known[calendar] = true
  redis.call('ZADD', KEYS[1], 'NX', 0, calendar)
end
for _, calendar in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
  if not known[calendar] then redis.call('ZREM', KEYS[1], calendar) end
end
