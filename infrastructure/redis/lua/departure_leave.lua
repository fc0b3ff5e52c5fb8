-- Lets a message set out, if it may: pacing, the pause of its number and what sets out are one decision.
--
-- KEYS[1]: the partition's hash tag. ARGV: name, attempt, number, person, messages a second of the number.
-- Returns {'left'}; or, and nothing done, {'doubt'}: it has set out before; {'held', ms to wait};
-- {'paused', ms to wait, code}.
--
-- Both limits are buckets, kept as the time at which they are full again (in microseconds). The one of a
-- number lets a quarter of its limit out at once and refills with the rest: no second then sees more than
-- the limit, and a steady stream leaves a quarter of it to what comes in, which Meta counts as well.
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local name, attempt, number, person, per_second = ARGV[1], ARGV[2], ARGV[3], ARGV[4], tonumber(ARGV[5])
local started, paused = KEYS[1] .. ':started', KEYS[1] .. ':paused'
-- So long one message tries for all whether a pause is over; where a status tells, it may take that long.
local PROBE = {answer = 60 * 1000000, status = 300 * 1000000}

local function whole(value) return string.format('%.0f', value) end
local function ms(micros) return math.max(1, math.ceil(micros / 1000)) end

local function bucket(key, size, interval)
  local full = math.max(now, tonumber(redis.call('GET', key) or '0')) + interval
  return {key = key, full = full, wait = full - size * interval - now}
end

local before = redis.call('HGET', started, name)
if before and before ~= attempt then return {'doubt'} end

local pause = redis.call('HGET', paused, number)
local over, times, code, told = string.match(pause or '', '^(%d+) (%d+) (%d+) ?(%a*)')
if over and now < tonumber(over) then return {'paused', ms(tonumber(over) - now), tonumber(code)} end

local pace = KEYS[1] .. ':pace:' .. number
local buckets = {
  bucket(pace, math.floor(per_second / 4), 1000000 / (per_second - math.floor(per_second / 4))),
  bucket(pace .. ':' .. person, 45, 6000000),
}
local wait = math.max(buckets[1].wait, buckets[2].wait)
if wait > 0 then return {'held', ms(wait)} end

for _, one in ipairs(buckets) do
  redis.call('SET', one.key, whole(one.full), 'PX', ms(one.full - now))
end
redis.call('HSET', started, name, attempt)
if over then
  told = told == 'status' and told or 'answer'
  local value = whole(now + PROBE[told]) .. ' ' .. times .. ' ' .. code .. ' ' .. told .. ' ' .. name
  redis.call('HSET', paused, number, value)
end
return {'left'}
