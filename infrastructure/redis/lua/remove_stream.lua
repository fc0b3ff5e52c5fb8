-- Removes a stream whose key was destroyed from the log, and keeps the leaves of its events.
--
-- KEYS: the log, the stream's index, the keys of streams, the hash of removed leaves, the relay's
--       position, the number of holes in the log; then the mailboxes that have to be empty.
-- ARGV: the stream's name; then per run of consecutive positions: its first position, how many
--       there are, and their leaves of 32 bytes, one after the other.
-- Returns 1; or, and nothing is done, 0 where the stream is not there (any more), -1 where it has
-- other events than those given, -2 where effects of its events are still to be dealt with.
--
-- Redis does not roll a script back: everything is checked before anything is changed.
local log, index, keys, removed, relay = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local holes = KEYS[6]
local stream = ARGV[1]
local LEAF = 32

if redis.call('EXISTS', index) == 0 then return 0 end
if redis.call('HGET', keys, stream) ~= '' then
  return redis.error_reply('ERR the key of ' .. stream .. ' is not destroyed')
end

local members, runs = {}, {}
for at = 2, #ARGV, 3 do
  local first, count, leaves = tonumber(ARGV[at]), tonumber(ARGV[at + 1]), ARGV[at + 2]
  if not first or not count or not leaves or count < 1 or #leaves ~= count * LEAF then
    return redis.error_reply('ERR a run at ' .. tostring(ARGV[at]) .. ' has not a leaf for each position')
  end
  if redis.call('HEXISTS', removed, ARGV[at]) == 1 then
    return redis.error_reply('ERR position ' .. ARGV[at] .. ' is removed already')
  end
  runs[#runs + 1] = {ARGV[at], leaves}
  for position = first, first + count - 1 do members[#members + 1] = string.format('%.0f', position) end
end

if #members ~= redis.call('ZCARD', index) then return -1 end
for _, member in ipairs(members) do
  if not redis.call('ZSCORE', index, member) then return -1 end
  local entry = redis.call('XRANGE', log, member .. '-0', member .. '-0')[1]
  if not entry or entry[2][2] ~= stream then
    return redis.error_reply('ERR the log lacks entry ' .. member .. ' of ' .. stream)
  end
end

local followed = tonumber(redis.call('GET', relay) or '0')
for _, member in ipairs(members) do
  if followed < tonumber(member) then return -2 end
end
for n = 7, #KEYS do
  if redis.call('EXISTS', KEYS[n]) == 1 then return -2 end
end

for _, run in ipairs(runs) do redis.call('HSET', removed, run[1], run[2]) end
for _, member in ipairs(members) do redis.call('XDEL', log, member .. '-0') end
redis.call('DEL', index)
redis.call('INCRBY', holes, #members)
return 1
