-- Runs a script and moves a tracking position with it: both, or neither.
--
-- KEYS, ARGV: those of the script, which sees no others; after them the stream of the position,
--             and the new position.
-- Returns what the script does (1 where that is nothing), or 0, and nothing written, where the
-- position was reached before. A script that returns 0 has written nothing and moves nothing.
--
-- The position is an entry's id, so that whoever waits for it reads this stream and is woken. Its
-- sequence is 1, for `0-0` is no id and a position may be 0.
local tracking, position = table.remove(KEYS), table.remove(ARGV)
local last = redis.call('XREVRANGE', tracking, '+', '-', 'COUNT', 1)[1]
local reached = last and tonumber(string.match(last[1], '^%d+')) or -1
if tonumber(position) <= reached then return 0 end

local function script()
@script
end

local outcome = script() or 1
if outcome ~= 0 then
  redis.call('XADD', tracking, 'MAXLEN', 1, position .. '-1', 'p', position)
end
return outcome
