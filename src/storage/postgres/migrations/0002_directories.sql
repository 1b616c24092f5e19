-- More than one directory. All that there was belongs to the first.
ALTER TABLE muster.ledger ADD COLUMN next_directory bigint NOT NULL DEFAULT 1;
UPDATE muster.ledger SET next_directory = 2 WHERE EXISTS (SELECT FROM muster.settings);

-- A directory each, with its settings.
ALTER TABLE muster.settings DROP COLUMN one;
ALTER TABLE muster.settings ADD COLUMN id bigint PRIMARY KEY DEFAULT 1;
ALTER TABLE muster.settings ALTER COLUMN id DROP DEFAULT;

-- What imports of a directory remember, and the last time of its schedule that was asked for.
ALTER TABLE muster.standing DROP COLUMN one;
ALTER TABLE muster.standing ADD COLUMN directory bigint PRIMARY KEY DEFAULT 1;
ALTER TABLE muster.standing ALTER COLUMN directory DROP DEFAULT;
ALTER TABLE muster.standing ADD COLUMN scheduled bigint;
UPDATE muster.standing SET scheduled = (SELECT scheduled FROM muster.ledger);
ALTER TABLE muster.ledger DROP COLUMN scheduled;

-- Of a local agent it says nothing.
ALTER TABLE muster.agents ADD COLUMN directory bigint NOT NULL DEFAULT 1;
ALTER TABLE muster.agents ALTER COLUMN directory DROP DEFAULT;
CREATE INDEX agents_of_directory ON muster.agents (directory, id) INCLUDE (removed) WHERE NOT local;

ALTER TABLE muster.runs ADD COLUMN directory bigint NOT NULL DEFAULT 1;
ALTER TABLE muster.runs ALTER COLUMN directory DROP DEFAULT;
DROP INDEX muster.runs_completed;
CREATE INDEX runs_completed ON muster.runs (directory, id) WHERE completed;
