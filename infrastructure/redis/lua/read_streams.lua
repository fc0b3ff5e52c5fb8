-- Reads the events of several originators of one partition, each in the order of versions.
--
-- KEYS: the log, then one sorted set per originator.
-- ARGV: lowest and highest version, as ZRANGEBYSCORE takes them; `asc` or `desc`; how many events
--       of each originator at most (-1: all).
-- Returns, packed, per originator a list of events: notification id, version, topic, state.
local log = KEYS[1]
local lowest, highest, order, limit = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local streams = {}

for n = 2, #KEYS do
  local members
  if order == 'desc' then
    members = redis.call('ZREVRANGEBYSCORE', KEYS[n], highest, lowest, 'LIMIT', 0, limit)
  else
    members = redis.call('ZRANGEBYSCORE', KEYS[n], lowest, highest, 'LIMIT', 0, limit)
  end
  local found = {}
  for at, member in ipairs(members) do
    local id = member .. '-0'
    local entry = redis.call('XRANGE', log, id, id)[1]
    if not entry then
      return redis.error_reply('ERR the log lacks entry ' .. id)
    end
    local fields = entry[2]
    found[at] = {member, fields[4], fields[6], fields[8]}
  end
  streams[n - 1] = found
end

return cmsgpack.pack(streams)
