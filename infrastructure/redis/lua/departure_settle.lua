-- Forgets that a message set out: what became of it is known. A status forgets nothing: who sends it may
-- have looked at the log before that was recorded, and would send it again.
--
-- KEYS[1]: the partition's hash tag. ARGV: name, attempt (empty: whichever), number, and how WhatsApp told
-- that it was sent (`answer` or `status`; empty: it was not). That ends a pause of the number if this
-- message tried whether it is over; but an answer ends none that a status told.
local started, paused = KEYS[1] .. ':started', KEYS[1] .. ':paused'
local name, attempt, number, word = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
if word ~= 'status' and (attempt == '' or redis.call('HGET', started, name) == attempt) then
  redis.call('HDEL', started, name)
end
if word ~= '' then
  local pause = redis.call('HGET', paused, number) or ''
  local told, tries = string.match(pause, '^%d+ %d+ %d+ (%a*) (.*)$')
  if tries == name and (word == 'status' or told == 'answer') then redis.call('HDEL', paused, number) end
end
return 1
