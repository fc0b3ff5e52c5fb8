-- Reads what lies in a queue that nobody reads, the newest first; writes nothing.
--
-- ARGV[3…]: queue, token of the newest, token of the oldest, how many at most.
-- Returns for each {token, key, when its last letter came, the body of that}.
local queue = ARGV[3]
local found = {}
for _, entry in ipairs(redis.call('XREVRANGE', named('ready', queue), ARGV[4], ARGV[5], 'COUNT', ARGV[6])) do
  local key = entry[2][2]
  local letter = redis.call('LINDEX', mailbox(queue, key), -1)
  if letter then found[#found + 1] = {entry[1], key, digits(came(letter)), string.sub(letter, 15)} end
end
return found
