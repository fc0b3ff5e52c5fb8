-- Reads dead letters, the newest first; writes nothing.
--
-- ARGV[3…]: queue, id of the newest, id of the oldest, how many at most.
-- Returns for each {id, key, reason, how often it was taken, when it came, its body, `1` if it parks
-- its mailbox}.
local queue = ARGV[3]
local found = {}
for _, entry in ipairs(redis.call('XREVRANGE', named('dead', queue), ARGV[4], ARGV[5], 'COUNT', ARGV[6])) do
  local letter = fields_of(entry)
  local first = letter.parks and redis.call('LINDEX', mailbox(queue, letter.key), 0)
  local body = letter.body or string.sub(first or '', 15)
  found[#found + 1] =
    {entry[1], letter.key, letter.why, letter.attempts, letter.came, body, letter.parks or ''}
end
return found
