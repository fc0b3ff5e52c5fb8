-- Reads entries of the log.
--
-- KEYS: the log. ARGV: first and last entry, as XRANGE takes them; how many at most.
-- Returns them packed: one string is read many times faster than as many replies.
return cmsgpack.pack(redis.call('XRANGE', KEYS[1], ARGV[1], ARGV[2], 'COUNT', ARGV[3]))
