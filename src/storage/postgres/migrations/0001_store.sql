-- Times are nanoseconds since 1970: timestamptz would round them. Records are JSON kept to the letter (jsonb
-- would refuse U+0000); the other columns are what records are found, sorted and filtered by.

-- What every writing transaction locks first, and so all of them take turns.
CREATE TABLE muster.ledger (
    one                  boolean PRIMARY KEY DEFAULT true CHECK (one),
    next_group           bigint NOT NULL DEFAULT 1,
    next_run             bigint NOT NULL DEFAULT 1,
    -- The import lease: the last token given out, and until when whose it is.
    lease_token          bigint NOT NULL DEFAULT 0,
    lease_holder         text,
    lease_until          bigint,
    -- The last time of the schedule that was asked for.
    scheduled            bigint,
    -- Fingerprint of the secret key that all panels must have.
    key                  text,
    -- Agents that are not removed, and those that are.
    from_ldap            bigint NOT NULL DEFAULT 0,
    local                bigint NOT NULL DEFAULT 0,
    able_administrators  bigint NOT NULL DEFAULT 0,
    local_administrators bigint NOT NULL DEFAULT 0,
    removed              bigint NOT NULL DEFAULT 0
);
INSERT INTO muster.ledger (next_group) VALUES (2);

CREATE TABLE muster.settings (
    one     boolean PRIMARY KEY DEFAULT true CHECK (one),
    version bigint NOT NULL,
    value   json   NOT NULL
);

CREATE TABLE muster.groups (
    id     bigint PRIMARY KEY,
    name   text   NOT NULL,
    folded text   NOT NULL UNIQUE,
    -- Agents of it that are not removed.
    size   bigint NOT NULL DEFAULT 0
);
-- The group that every new store starts with.
INSERT INTO muster.groups (id, name, folded) VALUES (1, 'Support team', 'support team');

CREATE TABLE muster.agents (
    id           uuid PRIMARY KEY,
    -- What nobody else may have; checked when a transaction ends, so that two may swap.
    live_email   text COLLATE "C" UNIQUE DEFERRABLE INITIALLY DEFERRED,
    guid_key     text COLLATE "C" UNIQUE DEFERRABLE INITIALLY DEFERRED,
    name         text COLLATE "C" NOT NULL,
    email        text COLLATE "C" NOT NULL,
    last_sign_in bigint NOT NULL,
    search       text NOT NULL,
    groups       bigint[] NOT NULL,
    role         text NOT NULL,
    state        text NOT NULL,
    local        boolean NOT NULL,
    removed      boolean NOT NULL,
    removed_at   bigint,
    record       json NOT NULL
);
CREATE INDEX agents_by_name ON muster.agents (removed, name, id);
CREATE INDEX agents_by_email ON muster.agents (removed, email, id);
CREATE INDEX agents_by_sign_in ON muster.agents (removed, last_sign_in, id);
-- What is counted for a filtered list, without a look at the agents.
CREATE INDEX agents_by_kind ON muster.agents (removed, role, local, state);
CREATE INDEX agents_by_group ON muster.agents USING gin (groups);
CREATE INDEX agents_local ON muster.agents (id) WHERE local;
CREATE INDEX agents_removed ON muster.agents (removed_at) WHERE removed;

CREATE TABLE muster.runs (
    id        bigint PRIMARY KEY,
    open      boolean NOT NULL,
    state     text NOT NULL,
    dry_run   boolean NOT NULL,
    notable   boolean NOT NULL,
    completed boolean NOT NULL,
    thinned   boolean NOT NULL,
    ended     bigint,
    -- Lines of the report by kind, and the number of the next one.
    lines     bigint[] NOT NULL,
    next_line bigint NOT NULL,
    record    json NOT NULL
);
CREATE INDEX runs_open ON muster.runs (id) WHERE open;
CREATE INDEX runs_completed ON muster.runs (id) WHERE completed;
CREATE INDEX runs_to_thin ON muster.runs (ended) WHERE NOT thinned;

CREATE TABLE muster.changes (
    run     bigint NOT NULL,
    number  bigint NOT NULL,
    kind    smallint NOT NULL,
    agent   uuid,
    -- Set where the line belongs to the agent's history.
    at      bigint,
    search  text NOT NULL,
    line    json NOT NULL,
    PRIMARY KEY (run, number)
);
CREATE INDEX changes_by_kind ON muster.changes (run, kind, number);
CREATE INDEX changes_of_agent ON muster.changes (agent, run, number) WHERE at IS NOT NULL;

-- What imports remember about removals. Lists are ids of 16 bytes, one after the other.
CREATE TABLE muster.standing (
    one   boolean PRIMARY KEY DEFAULT true CHECK (one),
    scope json,
    hold  json,
    held  bytea NOT NULL DEFAULT '',
    kept  bytea NOT NULL DEFAULT ''
);
INSERT INTO muster.standing DEFAULT VALUES;

CREATE TABLE muster.sessions (
    id         text PRIMARY KEY,
    agent      uuid NOT NULL,
    state      json NOT NULL,
    device     text NOT NULL,
    address    text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL
);
CREATE INDEX sessions_of_agent ON muster.sessions (agent);
CREATE INDEX sessions_by_end ON muster.sessions (expires_at);

CREATE TABLE muster.attempts (
    key     text PRIMARY KEY,
    made_up bigint NOT NULL
);
CREATE INDEX attempts_made_up ON muster.attempts (made_up);
