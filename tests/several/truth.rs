//! What the database itself says, past the panel.

use crate::support::entries::Entries;
use crate::support::postgres::Postgres;

/// Each of these answers `t` where nothing is half-written.
const WHOLE: [(&str, &str); 7] = [
    (
        "the ledger counts the agents",
        "SELECT (from_ldap, local, removed) = (SELECT count(*) FILTER (WHERE NOT local AND NOT removed),
            count(*) FILTER (WHERE local), count(*) FILTER (WHERE removed) FROM muster.agents) FROM muster.ledger",
    ),
    (
        "groups know their sizes",
        "SELECT bool_and(size = (SELECT count(*) FROM muster.agents a WHERE NOT a.removed AND g.id = ANY(a.groups)))
            FROM muster.groups g",
    ),
    ("nobody is there twice", "SELECT count(*) = count(DISTINCT email) FROM muster.agents WHERE NOT removed"),
    (
        "reports have the lines that their runs count",
        "SELECT coalesce(bool_and((SELECT sum(line) FROM unnest(lines) line) =
            (SELECT count(*) FROM muster.changes c WHERE c.run = r.id)), true) FROM muster.runs r",
    ),
    (
        "each agent of the directory was added once",
        "SELECT coalesce(bool_and(1 = (SELECT count(*) FROM muster.changes c WHERE c.agent = a.id
            AND c.line->>'kind' = 'added')), true) FROM muster.agents a WHERE NOT a.local",
    ),
    ("runs that have ended say when", "SELECT coalesce(bool_and(open = (ended IS NULL)), true) FROM muster.runs"),
    (
        "sessions are of agents",
        "SELECT coalesce(bool_and(EXISTS (SELECT FROM muster.agents a WHERE a.id = s.agent)), true)
            FROM muster.sessions s",
    ),
];

/// Fails the test unless everything that belongs together agrees.
#[track_caller]
pub(crate) fn assert_whole(server: &Postgres) {
    for (what, question) in WHOLE {
        assert_eq!(server.sql("muster", question), "t", "not so: {what}");
    }
}

/// Fails the test unless the agents from the directory are exactly its people.
#[track_caller]
pub(crate) fn assert_same_people(server: &Postgres, directory: &Entries) {
    let agents = server.sql("muster", "SELECT email FROM muster.agents WHERE NOT local AND NOT removed");
    let mut agents: Vec<String> = agents.lines().map(str::to_owned).collect();
    let mut people: Vec<String> = directory.all().iter().map(|entry| entry.value("mail").unwrap().to_owned()).collect();
    agents.sort();
    people.sort();
    assert!(agents == people, "{} agents of {} people", agents.len(), people.len());
}

/// How many agents from the directory there are.
pub(crate) fn count_of_people(server: &Postgres) -> usize {
    server.sql("muster", "SELECT count(*) FROM muster.agents WHERE NOT local AND NOT removed").parse().unwrap()
}
