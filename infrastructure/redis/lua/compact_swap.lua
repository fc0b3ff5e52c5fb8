-- Puts the copy in the place of the log, once it holds the same entries.
--
-- KEYS: the log, the copy, a name for the old log while it is dropped, the number of holes.
-- ARGV: the last position that was copied, how many entries may be missing yet.
-- Returns 1; 0, and nothing is done, where too many are missing; -1, and the copy is dropped, where
-- an entry that was copied has been removed since.
local log, copy, old, holes = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local most = tonumber(ARGV[2])

local missing = redis.call('XRANGE', log, '(' .. ARGV[1] .. '-0', '+', 'COUNT', most + 1)
if #missing > most then return 0 end
local newest = redis.call('XREVRANGE', copy, '+', '-', 'COUNT', 1)[1]
local copied = newest and string.match(newest[1], '^%d+') or '0'
if copied ~= ARGV[1] or redis.call('XLEN', copy) + #missing ~= redis.call('XLEN', log) then
  redis.call('UNLINK', copy)
  return -1
end
if redis.call('XLEN', log) == 0 then return -1 end

for _, entry in ipairs(missing) do
  redis.call('XADD', copy, entry[1], unpack(entry[2]))
end
local told = redis.call('XINFO', 'STREAM', log)
for n = 1, #told, 2 do
  if told[n] == 'last-generated-id' then redis.call('XSETID', copy, told[n + 1]) end
end
redis.call('RENAME', log, old)
redis.call('RENAME', copy, log)
redis.call('UNLINK', old)
redis.call('DEL', holes)
return 1
