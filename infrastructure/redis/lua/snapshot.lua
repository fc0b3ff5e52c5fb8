-- Tells what a partition holds beside its log, as it stands at this one moment. It writes nothing.
--
-- KEYS[1]: the partition's hash tag, from which all names are made (one slot of a cluster).
-- ARGV[1]: how many queues; the queues; then the names of other keys to tell of.
-- Returns {Unix ms, head, relay, {queue, {keys of mailboxes in their turn}, …}, keys}, where each
-- key is {name, its type, until when it is kept in Unix ms or -1, its content, flat}.
local queues = tonumber(ARGV[1])
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local keys, told = {}, {}

local readers = {
  string = function(key) return {redis.call('GET', key)} end,
  hash = function(key) return redis.call('HGETALL', key) end,
  list = function(key) return redis.call('LRANGE', key, 0, -1) end,
  set = function(key) return redis.call('SMEMBERS', key) end,
  zset = function(key) return redis.call('ZRANGE', key, 0, -1, 'WITHSCORES') end,
  stream = function(key) return redis.call('XRANGE', key, '-', '+') end,
}

local function tell(name)
  if told[name] then return false end
  local key = KEYS[1] .. ':' .. name
  local kind = redis.call('TYPE', key).ok
  if not readers[kind] then return false end
  told[name] = true
  local left = redis.call('PTTL', key)
  keys[#keys + 1] = {name, kind, left < 0 and -1 or now + left, readers[kind](key)}
  return true
end

local function mailbox(queue, key)
  tell('back:' .. queue .. ':' .. key)
  return tell('mail:' .. queue .. ':' .. key)
end

-- A token without a key only wakes a taker; one whose mailbox is empty is about to go.
local function ready(queue)
  local turns = {}
  for _, entry in ipairs(redis.call('XRANGE', KEYS[1] .. ':ready:' .. queue, '-', '+')) do
    local key = entry[2][2]
    if key ~= '' and mailbox(queue, key) then turns[#turns + 1] = key end
  end
  return turns
end

local ready_by_queue = {}
for n = 2, queues + 1 do
  local queue = ARGV[n]
  ready_by_queue[#ready_by_queue + 1] = queue
  ready_by_queue[#ready_by_queue + 1] = ready(queue)
  for _, key in ipairs(redis.call('ZRANGE', KEYS[1] .. ':due:' .. queue, 0, -1)) do
    mailbox(queue, key)
  end
  for _, key in ipairs(redis.call('HKEYS', KEYS[1] .. ':parked:' .. queue)) do mailbox(queue, key) end
  for _, kind in ipairs({'due', 'settling', 'attempts', 'parked', 'dead'}) do tell(kind .. ':' .. queue) end
end
for n = queues + 2, #ARGV do tell(ARGV[n]) end

local head = redis.call('GET', KEYS[1] .. ':head') or '0'
local relay = redis.call('GET', KEYS[1] .. ':relay') or '0'
return {string.format('%.0f', now), head, relay, ready_by_queue, keys}
