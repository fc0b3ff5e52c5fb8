-- Stores what one webhook brought: all of it, or none. The second time changes nothing.
--
-- ARGV[3…], per delivery: fingerprint of its name, how long that is kept (s), queue, 1 if it settles,
-- a fresh customer id, its body, how many identifiers, their fingerprints, the surest first.
-- Returns how many were new.
local deliveries = {}
local at = 3
while at <= #ARGV do
  local delivery = {
    once = ARGV[at], kept = tonumber(ARGV[at + 1]), queue = ARGV[at + 2], settle = ARGV[at + 3] == '1',
    fresh = ARGV[at + 4], body = ARGV[at + 5], identifiers = {},
  }
  local identifiers = tonumber(ARGV[at + 6])
  if not identifiers or identifiers < 1 or at + 6 + identifiers > #ARGV then
    return redis.error_reply('ERR a delivery is not whole')
  end
  for n = 1, identifiers do delivery.identifiers[n] = ARGV[at + 6 + n] end
  deliveries[#deliveries + 1] = delivery
  at = at + 7 + identifiers
end

local known = KEYS[1] .. ':identities'

-- The first identifier that is known decides; one that is somebody else's stays so.
local function customer_of(delivery)
  local customer
  for _, identifier in ipairs(delivery.identifiers) do
    customer = customer or redis.call('HGET', known, identifier)
  end
  customer = customer or delivery.fresh
  for _, identifier in ipairs(delivery.identifiers) do
    redis.call('HSETNX', known, identifier, customer)
  end
  return customer
end

local new = 0
for _, delivery in ipairs(deliveries) do
  local seen = named('seen', delivery.once)
  if redis.call('SET', seen, '', 'NX', 'EX', delivery.kept) then
    push(delivery.queue, customer_of(delivery), delivery.settle, delivery.body)
    new = new + 1
  end
end
return new
