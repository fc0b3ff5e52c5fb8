-- Writes what a backup says of other keys, once.
--
-- KEYS: the marker, then the key of each command, in their order.
-- ARGV: digest of the backup, how many of its lines were restored before, how many are afterwards;
--       then per command: its name, how many arguments follow the key, those arguments.
-- Returns 1; or 0, and nothing is done, where those lines are not the next ones.
--
-- Redis does not roll a script back: everything is checked before anything is changed.
local marker = KEYS[1]
local known = redis.call('HMGET', marker, 'digest', 'lines')
if known[1] ~= ARGV[1] or known[2] ~= ARGV[2] then return 0 end

local kinds = {
  SET = 'string', HSET = 'hash', RPUSH = 'list', SADD = 'set', ZADD = 'zset', XADD = 'stream',
}
local commands = {}
local at = 4
while at <= #ARGV do
  local name, count = ARGV[at], tonumber(ARGV[at + 1])
  if not count or at + 1 + count > #ARGV then return redis.error_reply('ERR a command is cut off') end
  if name ~= 'PEXPIREAT' and not kinds[name] then return redis.error_reply('ERR no such command') end
  commands[#commands + 1] = {name, at + 2, at + 1 + count}
  at = at + 2 + count
end
if #commands ~= #KEYS - 1 then return redis.error_reply('ERR a command has no key') end
for n, command in ipairs(commands) do
  local kind = redis.call('TYPE', KEYS[n + 1]).ok
  if kinds[command[1]] and kind ~= 'none' and kind ~= kinds[command[1]] then
    return redis.error_reply('ERR a key is of another type')
  end
end

for n, command in ipairs(commands) do
  local key = KEYS[n + 1]
  if command[1] == 'XADD' and string.find(key, ':ready:', 1, true) and redis.call('EXISTS', key) == 0 then
    redis.call('XGROUP', 'CREATE', key, 'workers', '0', 'MKSTREAM')
  end
  redis.call(command[1], key, unpack(ARGV, command[2], command[3]))
end
redis.call('HSET', marker, 'lines', ARGV[3])
return 1
