-- Appends events to the streams of one partition: all of them, or none.
--
-- KEYS: the log, the head, then one sorted set per originator.
-- ARGV: four per event: which sorted set (1 is the first), version, topic, state;
--       before them the originator ids, one per sorted set.
-- Returns the notification id of the first event, or 0, and nothing written, where a version is
-- not the next one of its originator. A new originator begins at 0 or at 1.
--
-- Redis does not roll a script back: every check, and the one write that can fail (the first XADD,
-- where the head is behind the log), comes before anything is changed.
local log, head = KEYS[1], KEYS[2]
local originators = #KEYS - 2
local versions = {}

for n = 1, originators do
  local last = redis.call('ZRANGE', KEYS[n + 2], -1, -1, 'WITHSCORES')
  versions[n] = tonumber(last[2])
end

for at = originators + 1, #ARGV, 4 do
  local n, version = tonumber(ARGV[at]), tonumber(ARGV[at + 1])
  local known = versions[n]
  if known and version ~= known + 1 then return 0 end
  if not known and version ~= 0 and version ~= 1 then return 0 end
  versions[n] = version
end

local before = tonumber(redis.call('GET', head) or '0')
local position = before

for at = originators + 1, #ARGV, 4 do
  local n = tonumber(ARGV[at])
  position = position + 1
  local member = string.format('%.0f', position)
  redis.call('XADD', log, member .. '-0',
    'o', ARGV[n], 'v', ARGV[at + 1], 't', ARGV[at + 2], 's', ARGV[at + 3])
  redis.call('ZADD', KEYS[n + 2], ARGV[at + 1], member)
end

redis.call('INCRBY', head, string.format('%.0f', position - before))
return before + 1
