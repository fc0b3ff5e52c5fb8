-- Lets the next message of a paused number try at once whether its pause is over: the pause ends as if
-- its time had come, and whatever waits in the queue is taken up again. The pause itself stands until
-- such a message is sent.
--
-- ARGV[3…]: queue, number (empty: all that are paused).
-- Returns the numbers.
local queue, number = ARGV[3], ARGV[4]
local paused, due = KEYS[1] .. ':paused', named('due', queue)
local micros = clock[1] * 1000000 + clock[2]
local resumed = {}

local pauses = redis.call('HGETALL', paused)
for at = 1, #pauses, 2 do
  local over, rest = string.match(pauses[at + 1], '^(%d+)( .*)$')
  if over and (number == '' or number == pauses[at]) then
    resumed[#resumed + 1] = pauses[at]
    if tonumber(over) > micros then
      redis.call('HSET', paused, pauses[at], string.format('%.0f', micros) .. rest)
    end
  end
end
if #resumed == 0 then return resumed end

for _, key in ipairs(redis.call('ZRANGE', due, 0, -1)) do redis.call('ZADD', due, digits(now), key) end
make_ready(queue, '')
return resumed
