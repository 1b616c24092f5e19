-- What a key has taken: how many count, and when the last was. What is there is of the rule that has only a time.
ALTER TABLE muster.attempts ADD COLUMN taken bigint NOT NULL DEFAULT 1;
ALTER TABLE muster.attempts ADD COLUMN last_at bigint NOT NULL DEFAULT 0;
