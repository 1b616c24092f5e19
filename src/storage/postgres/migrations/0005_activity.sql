-- The activity log: only added to, and its oldest records deleted. `record` is the record itself, as it was hashed; the
-- other columns are for finding it.
CREATE TABLE muster.activity (
    number  bigint PRIMARY KEY,
    at      bigint NOT NULL,
    action  text NOT NULL,
    actor   text,
    subject text,
    search  text NOT NULL,
    record  text NOT NULL
);
CREATE INDEX activity_at ON muster.activity (at);
CREATE INDEX activity_action ON muster.activity (action, number);
CREATE INDEX activity_actor ON muster.activity (actor, number) WHERE actor IS NOT NULL;
CREATE INDEX activity_subject ON muster.activity (subject, number) WHERE subject IS NOT NULL;

-- Where the log ends. Whoever adds to it locks this.
CREATE TABLE muster.activity_head (
    one    boolean PRIMARY KEY DEFAULT true CHECK (one),
    number bigint NOT NULL,
    hash   text NOT NULL
);
INSERT INTO muster.activity_head (number, hash) VALUES (0, '');
