-- The model did not answer. So many failures in a row open its circuit: for 30 s, then twice as long each
-- time the model is tried in vain, and for 10 minutes at most.
--
-- KEYS[1]: the partition's hash tag. ARGV: failures that open it, 1 where this failure alone does.
-- Returns the seconds for which this failure opened it, or 0. What was asked before it opened does not
-- prolong it. Failures that lie an hour apart are not in a row.
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local circuit = KEYS[1] .. ':model:circuit'
local limit, HOUR = tonumber(ARGV[1]), 3600
local SHORTEST, LONGEST = 30, 600 -- seconds

local failures, till, probing = string.match(redis.call('GET', circuit) or '', '^(%d+) (%d+) ?(%a*)')
if till and probing == '' and now < tonumber(till) then return 0 end

local count = tonumber(failures or '0') + 1
if ARGV[2] == '1' then count = math.max(count, limit) end
local seconds = 0
if count >= limit then seconds = math.min(LONGEST, SHORTEST * 2 ^ math.min(count - limit, 10)) end
local till_then = seconds > 0 and now + seconds * 1000000 or 0
redis.call('SET', circuit, string.format('%d %.0f', count, till_then), 'EX', HOUR)
return seconds
