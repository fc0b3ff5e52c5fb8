-- Pauses a number, twice as long each time: up to an hour, or six times the first where that is longer.
--
-- KEYS[1]: the partition's hash tag. ARGV: number, code, seconds of the first. A pause is `<over, in microseconds> <how often>
-- <code>`, and `probing` while one message tries whether it is over.
-- Returns {ms to wait, 1 if it is the first}. Messages that had set out before a pause do not prolong it.
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local paused = KEYS[1] .. ':paused'
local shortest = tonumber(ARGV[3])
local longest = math.max(3600, 6 * shortest) -- seconds

local pause = redis.call('HGET', paused, ARGV[1]) or ''
local over, times, _, probing = string.match(pause, '^(%d+) (%d+) (%d+) ?(%a*)')
if over and probing == '' and now < tonumber(over) then
  return {math.ceil((tonumber(over) - now) / 1000), 0}
end
local count = tonumber(times or '0') + 1
local seconds = math.min(longest, shortest * 2 ^ math.min(count - 1, 10))
local value = string.format('%.0f %d %s', now + seconds * 1000000, count, ARGV[2])
redis.call('HSET', paused, ARGV[1], value)
return {seconds * 1000, count == 1 and 1 or 0}
