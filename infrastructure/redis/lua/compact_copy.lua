-- Copies the next entries of the log, under their ids, into a stream beside it.
--
-- KEYS: the log, the copy. ARGV: the last position that was copied (0 before the first), how many
-- entries at most. Returns the last position that is copied now; or -1, and nothing is done, where
-- somebody else writes the copy.
local newest = redis.call('XREVRANGE', KEYS[2], '+', '-', 'COUNT', 1)[1]
local copied = newest and string.match(newest[1], '^%d+') or '0'
if copied ~= ARGV[1] then return -1 end

local entries = redis.call('XRANGE', KEYS[1], '(' .. copied .. '-0', '+', 'COUNT', ARGV[2])
for _, entry in ipairs(entries) do
  redis.call('XADD', KEYS[2], entry[1], unpack(entry[2]))
  copied = string.match(entry[1], '^%d+')
end
return tonumber(copied)
