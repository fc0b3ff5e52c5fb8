-- Gives a leased mailbox back untouched, to be taken later; a letter that comes does not hasten it, one
-- that comes back does.
--
-- ARGV[3…]: queue, token, delivery count, key, ms to wait, 1 if it counts as an attempt, or else the
-- reason for which it counts instead (`outage`, `doubt`) or which ends a run of outages (`pause`), or
-- nothing.
-- Returns 1; or 0, and nothing done, where the lease was lost.
local queue, token, count, key, counts = ARGV[3], ARGV[4], ARGV[5], ARGV[6], ARGV[8] == '1'
if not holds(queue, token, count) then return 0 end

drop(queue, token)
local reason = ARGV[9] or ''
if reason == 'pause' then
  redis.call('HDEL', named('waits', queue), 'outage:' .. key)
elseif reason ~= '' then
  local field = reason .. ':' .. key
  local times, since = waited(queue, field)
  redis.call('HSET', named('waits', queue), field, (times + 1) .. ' ' .. digits(since))
elseif counts then
  redis.call('HINCRBY', named('attempts', queue), key, count)
end
if welcome_back(queue, key) then
  make_ready(queue, key)
else
  make_due(queue, key, now + tonumber(ARGV[7]))
end
return 1
