-- Forgets a dead letter for ever. Where it parks its mailbox, the rest of that is given back.
--
-- ARGV[3…]: queue, id of the dead letter. Returns 1; or 0 where it is not there (any more).
local queue, id = ARGV[3], ARGV[4]
local letter = dead_letter(queue, id)
if not letter then return 0 end

redis.call('XDEL', named('dead', queue), id)
if letter.parks then
  redis.call('HDEL', named('parked', queue), letter.key)
  redis.call('LPOP', mailbox(queue, letter.key))
  give_back(queue, letter.key)
end
return 1
