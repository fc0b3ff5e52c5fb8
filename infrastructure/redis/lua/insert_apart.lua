-- Inserts events apart from the log, in any order of versions and with gaps: all, or none.
--
-- KEYS: one sorted set per originator.
-- ARGV: three per event: which sorted set (1 is the first), version, and the event, packed.
-- Returns 1, or 0, and nothing written, where an originator has an event of that version already.
local taken = {}

for at = 1, #ARGV, 3 do
  local key, version = KEYS[tonumber(ARGV[at])], ARGV[at + 1]
  local place = version .. ' ' .. key
  if taken[place] or redis.call('ZCOUNT', key, version, version) > 0 then return 0 end
  taken[place] = true
end

for at = 1, #ARGV, 3 do
  redis.call('ZADD', KEYS[tonumber(ARGV[at])], ARGV[at + 1], ARGV[at + 2])
end

return 1
