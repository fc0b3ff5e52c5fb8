-- Puts events back at the positions that they had, and skips those that were removed: all, or none.
--
-- KEYS: the marker, the log, the head, the hash of removed leaves, then one sorted set per originator.
-- ARGV: digest of the backup, how many of its lines were restored before, how many are afterwards;
--       the originator ids, one per sorted set; then per item either `e`, which sorted set (1 is
--       the first), position, version, topic, state, or `r`, first position, leaves.
-- Returns 1; or 0, and nothing is done, where those lines are not the next ones.
--
-- Redis does not roll a script back: everything is checked before anything is changed.
local marker, log, head, removed = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local originators = #KEYS - 4
local LEAF = 32

local known = redis.call('HMGET', marker, 'digest', 'lines')
if known[1] ~= ARGV[1] or known[2] ~= ARGV[2] then return 0 end

local versions = {}
for n = 1, originators do
  versions[n] = tonumber(redis.call('ZRANGE', KEYS[n + 4], -1, -1, 'WITHSCORES')[2]) or -1
end

local position = tonumber(redis.call('GET', head) or '0')
local newest = redis.call('XREVRANGE', log, '+', '-', 'COUNT', 1)[1]
if newest and tonumber(string.match(newest[1], '^%d+')) > position then
  return redis.error_reply('ERR the log is ahead of its head')
end
local at = originators + 4
while at <= #ARGV do
  if tonumber(ARGV[at] == 'e' and ARGV[at + 2] or ARGV[at + 1]) ~= position + 1 then
    return redis.error_reply('ERR position ' .. position + 1 .. ' is missing')
  end
  if ARGV[at] == 'e' then
    local n, version = tonumber(ARGV[at + 1]), tonumber(ARGV[at + 3])
    if not ARGV[at + 5] or not version or version <= versions[n] then
      return redis.error_reply('ERR the event at ' .. position + 1 .. ' has no place in its stream')
    end
    versions[n] = version
    position = position + 1
    at = at + 6
  else
    local size = #ARGV[at + 2]
    if size == 0 or size % LEAF ~= 0 then return redis.error_reply('ERR leaves are cut off') end
    position = position + size / LEAF
    at = at + 3
  end
end

at = originators + 4
while at <= #ARGV do
  if ARGV[at] == 'e' then
    local n, member = tonumber(ARGV[at + 1]), ARGV[at + 2]
    redis.call('XADD', log, member .. '-0',
      'o', ARGV[n + 3], 'v', ARGV[at + 3], 't', ARGV[at + 4], 's', ARGV[at + 5])
    redis.call('ZADD', KEYS[n + 4], ARGV[at + 3], member)
    at = at + 6
  else
    redis.call('HSET', removed, ARGV[at + 1], ARGV[at + 2])
    at = at + 3
  end
end
redis.call('SET', head, string.format('%.0f', position))
redis.call('HSET', marker, 'lines', ARGV[3])
return 1
