-- What was run, where and in which environment (a hash), so that two runs can be compared.
ALTER TABLE runs ADD COLUMN (command VARCHAR, directory VARCHAR, environment VARCHAR(64));
ALTER TABLE last_runs ADD COLUMN (command VARCHAR, directory VARCHAR, environment VARCHAR(64));

-- The key of those hashes: no other job store has the same, so that nobody can look up what is in a hash.
ALTER TABLE scheduler ADD COLUMN hash_key UUID DEFAULT RANDOM_UUID() NOT NULL;
