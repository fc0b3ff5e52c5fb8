-- Says whether the model may be asked: what it said before, its circuit and the budgets of the day are
-- one decision, and a question that is let through is counted.
--
-- KEYS[1]: the partition's hash tag. ARGV: fingerprint of the question, shop, customer, day, questions a day
-- of a shop, and of a customer.
-- Returns {'known', the answer}, or {'open'}: the circuit is; {'spent', 'shop' or 'customer'}; or
-- {'ask', the shop's questions of that day, this one included}.
--
-- The circuit is `<failures in a row> <open until, in microseconds> [probing]`. Once it has been open for
-- its time, one question tries for all whether the model is back.
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local circuit, asked = KEYS[1] .. ':model:circuit', KEYS[1] .. ':model:asked:' .. ARGV[2] .. ':' .. ARGV[4]
local PROBE = 20 * 1000000 -- for that long; the worker that asks may die meanwhile
local TWO_DAYS = 2 * 86400

local known = redis.call('GET', KEYS[1] .. ':model:known:' .. ARGV[1])
if known then return {'known', known} end

local state = redis.call('GET', circuit) or ''
local failures, till = string.match(state, '^(%d+) (%d+)')
if till and now < tonumber(till) then return {'open'} end

local mine = 'customer:' .. ARGV[3]
if tonumber(redis.call('HGET', asked, 'shop') or '0') >= tonumber(ARGV[5]) then return {'spent', 'shop'} end
if tonumber(redis.call('HGET', asked, mine) or '0') >= tonumber(ARGV[6]) then return {'spent', 'customer'} end

if till and tonumber(till) > 0 then
  redis.call('SET', circuit, string.format('%s %.0f probing', failures, now + PROBE), 'KEEPTTL')
end
redis.call('HINCRBY', asked, mine, 1)
redis.call('EXPIRE', asked, TWO_DAYS)
return {'ask', redis.call('HINCRBY', asked, 'shop', 1)}
