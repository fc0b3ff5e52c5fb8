-- Give the calendar ARGV[1] back under the lease ARGV[2], to be due again after ARGV[3] ms (-1: when
-- it was due before). One that was hurried meanwhile stays due.
if redis.call('GET', KEYS[2]) ~= ARGV[2] then return 0 end
redis.call('DEL', KEYS[2])
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local due = tonumber(redis.call('ZSCORE', KEYS[1], ARGV[1]) or -1)
if tonumber(ARGV[3]) >= 0 and due > 0 then
  redis.call('ZADD', KEYS[1], 'XX', now + ARGV[3], ARGV[1])
end
return 1
