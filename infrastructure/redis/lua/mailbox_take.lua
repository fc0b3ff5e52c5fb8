-- Takes a mailbox that has letters.
--
-- ARGV[3…]: queue, ms after which a lease is lost, how many letters at most; then, where the caller
-- has just read a token, that token and its key.
-- Returns {token, delivery count, key, how often it was taken, how often and how many ms it waited for
-- outages, the same for doubts, letters…}; where there is none, {ms until one is due}, or {-1} if
-- nothing is.
local queue, lease, most = ARGV[3], ARGV[4], tonumber(ARGV[5])
local ready, due = named('ready', queue), named('due', queue)

if redis.call('EXISTS', ready) == 0 then
  redis.call('XGROUP', 'CREATE', ready, 'workers', '0', 'MKSTREAM')
end

for _, key in ipairs(redis.call('ZRANGEBYSCORE', due, '-inf', digits(now), 'LIMIT', 0, 100)) do
  redis.call('ZREM', due, key)
  redis.call('HDEL', named('settling', queue), key)
  make_ready(queue, key)
end

-- XAUTOCLAIM would look at ten tokens only and tell no delivery counts.
local function abandoned()
  local pending = redis.call('XPENDING', ready, 'workers', 'IDLE', lease, '-', '+', 1)[1]
  if not pending then return end
  local entry = redis.call('XCLAIM', ready, 'workers', 'worker', lease, pending[1])[1]
  if entry then return entry[1], entry[2][2], pending[4] + 1 end
end

local function unread()
  local streams = redis.call('XREADGROUP', 'GROUP', 'workers', 'worker', 'COUNT', 1, 'STREAMS', ready, '>')
  if not streams then return end
  local entry = streams[1][2][1]
  return entry[1], entry[2][2], 1
end

local function next_token()
  local token, key, count = abandoned()
  if token then return token, key, count end
  return unread()
end

local token, key, count = ARGV[6], ARGV[7], 1
if not token or not holds(queue, token, 1) then token, key, count = next_token() end
while token do
  welcome_back(queue, key)
  local letters = redis.call('LRANGE', mailbox(queue, key), 0, most - 1)
  if #letters > 0 then
    local before = tonumber(redis.call('HGET', named('attempts', queue), key) or '0')
    local taken = {token, count, key, before + count}
    for _, reason in ipairs({'outage:', 'doubt:'}) do
      local times, since = waited(queue, reason .. key)
      taken[#taken + 1] = times
      taken[#taken + 1] = math.max(0, now - since)
    end
    for _, letter in ipairs(letters) do taken[#taken + 1] = string.sub(letter, 15) end
    return taken
  end
  drop(queue, token)
  token, key, count = next_token()
end

local first = redis.call('ZRANGE', due, 0, 0, 'WITHSCORES')
if #first == 0 then return {-1} end
return {math.max(0, tonumber(first[2]) - now)}
