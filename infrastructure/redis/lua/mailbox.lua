-- What the mailbox scripts share; it stands before each of them.
--
-- KEYS[1]: the partition's hash tag, from which all names are made (one slot of a cluster).
-- ARGV[1], ARGV[2]: ms of quiet after which letters have settled, and ms that they may take.
--
-- The invariant: if and only if its mailbox holds letters, a key stands in exactly one place: as an
-- unread token in `ready`, as a pending one (leased), in `due` (settling or postponed), or in `parked`.
-- Letters that come back wait beside a mailbox that holds others, until it is next taken or given back:
-- whoever has it leased knows its letters by their number.
-- A letter in a mailbox is: `s` if it settles, else `n`; 13 digits of ms, when it came; its body.
local quiet, longest = tonumber(ARGV[1]), tonumber(ARGV[2])
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)

local function named(kind, queue) return KEYS[1] .. ':' .. kind .. ':' .. queue end
local function mailbox(queue, key) return named('mail', queue) .. ':' .. key end
local function coming_back(queue, key) return named('back', queue) .. ':' .. key end
local function digits(ms) return string.format('%013.0f', ms) end
local function settles(letter) return string.sub(letter, 1, 1) == 's' end
local function came(letter) return tonumber(string.sub(letter, 2, 14)) end

-- The group is made with the stream, so that a Redis which was emptied mends itself.
local function make_ready(queue, key)
  local ready = named('ready', queue)
  if redis.call('EXISTS', ready) == 0 then
    redis.call('XGROUP', 'CREATE', ready, 'workers', '0', 'MKSTREAM')
  end
  redis.call('XADD', ready, '*', 'key', key)
end

-- A token without a key wakes one blocked taker: its wait was measured by what was due before.
local function make_due(queue, key, at)
  local due = named('due', queue)
  redis.call('ZADD', due, digits(at), key)
  if redis.call('ZRANGE', due, 0, 0)[1] == key then make_ready(queue, '') end
end

-- A letter that is done with leaves no tries, and nothing that it waited for, to the next.
local function forget_tries(queue, key)
  redis.call('HDEL', named('attempts', queue), key)
  redis.call('HDEL', named('waits', queue), 'outage:' .. key, 'doubt:' .. key)
end

-- How often the first letter was postponed for a reason, and since when (ms), which is now where never.
local function waited(queue, field)
  local told = redis.call('HGET', named('waits', queue), field)
  if not told then return 0, now end
  local times, since = string.match(told, '^(%d+) (%d+)$')
  return tonumber(times), tonumber(since)
end

local function settled_at(first, last) return math.min(first + longest, last + quiet) end

local function let_settle(queue, key, first, last)
  redis.call('HSET', named('settling', queue), key, digits(first))
  make_due(queue, key, settled_at(first, last))
end

-- A mailbox that is ready, leased or postponed already is taken as it is with the new letter in it.
local function join(queue, key, settle)
  local settling = named('settling', queue)
  local first = redis.call('HGET', settling, key)
  if not first then return end
  local due = named('due', queue)
  if settle then
    redis.call('ZADD', due, digits(settled_at(tonumber(first), now)), key)
  else
    redis.call('ZREM', due, key)
    redis.call('HDEL', settling, key)
    make_ready(queue, key)
  end
end

-- No two letters of a mailbox came at once, so that each finds its place again.
local function push(queue, key, settle, body)
  local last = redis.call('LINDEX', mailbox(queue, key), -1)
  local at = last and math.max(now, came(last) + 1) or now
  local count = redis.call('RPUSH', mailbox(queue, key), (settle and 's' or 'n') .. digits(at) .. body)
  if count > 1 then
    join(queue, key, settle)
  elseif settle then
    let_settle(queue, key, now, now)
  else
    make_ready(queue, key)
  end
end

-- The number breaks ties between letters that an earlier release let come at once.
local function sooner(one, other)
  if one.came ~= other.came then return one.came < other.came end
  return one.number < other.number
end

-- Puts letters that come back to where they belong by when they came, and tells whether there were any.
-- What came before the last of them is taken out and put in again, which is little: they are old.
local function welcome_back(queue, key)
  local letters, newest = {}, 0
  local function add(letter)
    letters[#letters + 1] = {came = came(letter), number = #letters, letter = letter}
  end
  for _, letter in ipairs(redis.call('LRANGE', coming_back(queue, key), 0, -1)) do
    add(letter)
    newest = math.max(newest, came(letter))
  end
  if #letters == 0 then return false end
  redis.call('DEL', coming_back(queue, key))
  forget_tries(queue, key)
  local first = redis.call('LINDEX', mailbox(queue, key), 0)
  while first and came(first) < newest do
    add(redis.call('LPOP', mailbox(queue, key)))
    first = redis.call('LINDEX', mailbox(queue, key), 0)
  end
  table.sort(letters, sooner)
  for at = #letters, 1, -1 do redis.call('LPUSH', mailbox(queue, key), letters[at].letter) end
  return true
end

-- Gives a mailbox back whose token is gone. A hundred letters are enough to look at.
local function give_back(queue, key)
  if welcome_back(queue, key) then return make_ready(queue, key) end
  local letters = redis.call('LRANGE', mailbox(queue, key), 0, 99)
  if #letters == 0 then return end
  for _, letter in ipairs(letters) do
    if not settles(letter) then return make_ready(queue, key) end
  end
  local first, last = came(letters[1]), came(redis.call('LINDEX', mailbox(queue, key), -1))
  if settled_at(first, last) <= now then
    make_ready(queue, key)
  else
    let_settle(queue, key, first, last)
  end
end

-- A lease is a pending token and how often that was delivered: whoever takes it over raises the count,
-- so that a taker who lost it is told apart, even within one process.
local function holds(queue, token, count)
  local pending = redis.call('XPENDING', named('ready', queue), 'workers', token, token, 1)[1]
  return pending ~= nil and pending[4] == tonumber(count)
end

local function drop(queue, token)
  redis.call('XACK', named('ready', queue), 'workers', token)
  redis.call('XDEL', named('ready', queue), token)
end

-- What stands in a dead letter: its key, why it died, how often it was taken, when it came; and its body,
-- or that it parks its mailbox, at whose head it still lies.
local function fields_of(entry)
  local fields = {}
  for at = 1, #entry[2], 2 do fields[entry[2][at]] = entry[2][at + 1] end
  return fields
end

local function dead_letter(queue, id)
  local entry = redis.call('XRANGE', named('dead', queue), id, id)[1]
  return entry and fields_of(entry)
end
