-- The model answered: its circuit is closed, and what it said is kept for the same question.
--
-- KEYS[1]: the partition's hash tag. ARGV: fingerprint of the question, the answer, ms to keep it.
redis.call('DEL', KEYS[1] .. ':model:circuit')
redis.call('SET', KEYS[1] .. ':model:known:' .. ARGV[1], ARGV[2], 'PX', ARGV[3])
return 1
