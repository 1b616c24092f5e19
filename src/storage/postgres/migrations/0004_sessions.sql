-- Second factors of local agents: the secret sealed, recovery codes hashed. One goes with its agent.
CREATE TABLE muster.second_factors (
    agent  uuid PRIMARY KEY REFERENCES muster.agents (id) ON DELETE CASCADE,
    record json NOT NULL
);

-- What an agent's list of sessions is read by, and the oldest of too many.
DROP INDEX muster.sessions_of_agent;
CREATE INDEX sessions_of_agent ON muster.sessions (agent, created_at);
