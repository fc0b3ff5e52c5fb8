-- Pauses a number, twice as long each time: up to an hour, or six times the first where that is longer.
--
-- KEYS[1]: the partition's hash tag. ARGV: number, code, seconds of the first, name of the message that
-- failed, how WhatsApp told (`answer` or `status`). A pause is `<over, in microseconds> <how often> <code>
-- <how it was told>`, and then the name of the message that tries whether it is over.
-- Returns {ms to wait, 1 if it is the first}. Messages that had set out before a pause do not prolong it;
-- what any status told of stays told by a status.
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local paused = KEYS[1] .. ':paused'
local number, code, name = ARGV[1], ARGV[2], ARGV[4]
local shortest = tonumber(ARGV[3])
local longest = math.max(3600, 6 * shortest) -- seconds

local pause = redis.call('HGET', paused, number) or ''
local over, times, first, told, tries = string.match(pause, '^(%d+) (%d+) (%d+) ?(%a*) ?(.*)$')
local word = told == 'status' and told or ARGV[5]
if over and tries ~= name and (tries ~= '' or now < tonumber(over)) then
  local value = over .. ' ' .. times .. ' ' .. first .. ' ' .. word .. ' ' .. tries
  redis.call('HSET', paused, number, value)
  return {math.max(1, math.ceil((tonumber(over) - now) / 1000)), 0}
end
local count = tonumber(times or '0') + 1
local seconds = math.min(longest, shortest * 2 ^ math.min(count - 1, 10))
local value = string.format('%.0f %d %s %s ', now + seconds * 1000000, count, code, word)
redis.call('HSET', paused, number, value)
return {seconds * 1000, count == 1 and 1 or 0}
