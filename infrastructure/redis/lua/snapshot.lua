-- Tells what a partition holds beside its log, as it stands at this one moment. It writes nothing.
--
-- KEYS[1]: the partition's hash tag, from which all names are made: it is no key itself, but stands in
-- the slot of all of them, and which mailboxes there are is known only here.
-- ARGV: how many mailboxes at most, and how many bytes of letters; how many queues; per queue its name
-- and the id of the newest dead letter that is known; then the names of other keys to tell of, which
-- are small. Without a queue nothing is too much.
-- Returns {Unix ms, head, relay, {queue, {keys of mailboxes in their turn}, …}, keys, {queue, newer dead
-- letters, …}}, where each key is {name, its type, until when it is kept in Unix ms or -1, its content,
-- flat}. Returns {} where there is more than that.
local most, room, queues = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local FIRST_NAME = 4 + 2 * queues
local STEP = 100 -- letters
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local keys, told = {}, {}

-- Each of these is told by its length without being looked at.
local function things()
  local count = 0
  for at = 4, FIRST_NAME - 1, 2 do
    local queue = KEYS[1] .. ':%s:' .. ARGV[at]
    count = count + redis.call('XLEN', string.format(queue, 'ready'))
    count = count + redis.call('ZCARD', string.format(queue, 'due'))
    for _, kind in ipairs({'settling', 'attempts', 'waits', 'parked'}) do
      count = math.max(count, redis.call('HLEN', string.format(queue, kind)))
    end
  end
  for _, name in ipairs({':started', ':paused'}) do
    count = math.max(count, redis.call('HLEN', KEYS[1] .. name))
  end
  return count
end
if queues == 0 then room = math.huge end
if queues > 0 and (things() > most or #ARGV - FIRST_NAME > 3 * most) then return {} end

local function list(key)
  local values, start = {}, 0
  repeat
    local step = redis.call('LRANGE', key, start, start + STEP - 1)
    for _, value in ipairs(step) do
      values[#values + 1] = value
      room = room - #value
    end
    start = start + STEP
  until #step < STEP or room < 0
  return values
end

local readers = {
  string = function(key) return {redis.call('GET', key)} end,
  hash = function(key) return redis.call('HGETALL', key) end,
  list = list,
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
    if room < 0 then break end
  end
  return turns
end

local ready_by_queue, dead_by_queue = {}, {}
for at = 4, FIRST_NAME - 1, 2 do
  local queue = ARGV[at]
  ready_by_queue[#ready_by_queue + 1] = queue
  ready_by_queue[#ready_by_queue + 1] = ready(queue)
  for _, key in ipairs(redis.call('ZRANGE', KEYS[1] .. ':due:' .. queue, 0, -1)) do
    if room < 0 then return {} end
    mailbox(queue, key)
  end
  for _, key in ipairs(redis.call('HKEYS', KEYS[1] .. ':parked:' .. queue)) do
    if room < 0 then return {} end
    mailbox(queue, key)
  end
  for _, kind in ipairs({'due', 'settling', 'attempts', 'waits', 'parked'}) do tell(kind .. ':' .. queue) end
  local dead = redis.call('XRANGE', KEYS[1] .. ':dead:' .. queue, '(' .. ARGV[at + 1], '+', 'COUNT', most)
  if #dead == most then return {} end
  dead_by_queue[#dead_by_queue + 1] = queue
  dead_by_queue[#dead_by_queue + 1] = dead
end
if queues > 0 then
  tell('started')
  tell('paused')
end
for n = FIRST_NAME, #ARGV do
  if room < 0 then return {} end
  tell(ARGV[n])
end
if room < 0 then return {} end

local head = redis.call('GET', KEYS[1] .. ':head') or '0'
local relay = redis.call('GET', KEYS[1] .. ':relay') or '0'
return {string.format('%.0f', now), head, relay, ready_by_queue, keys, dead_by_queue}
