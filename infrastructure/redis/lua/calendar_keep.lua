-- Note the bookmark ARGV[3] of the calendar ARGV[1], if the lease ARGV[2] is not lost.
if redis.call('GET', KEYS[2]) ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return 1
