-- What imports of a directory did on a day, counted from 1970, UTC. It is written with the end of each.
CREATE TABLE muster.import_days (
    directory bigint NOT NULL,
    day       bigint NOT NULL,
    imports   bigint NOT NULL,
    failed    bigint NOT NULL,
    added     bigint NOT NULL,
    updated   bigint NOT NULL,
    removed   bigint NOT NULL,
    restored  bigint NOT NULL,
    -- The most that one import left out.
    skipped   bigint NOT NULL,
    PRIMARY KEY (directory, day)
);
-- Those that have ended already. A record with U+0000 in a server's words cannot be looked into here.
WITH ended AS MATERIALIZED (
    SELECT directory, ended / 86400000000000 AS day, state, record FROM muster.runs
    WHERE NOT open AND NOT dry_run AND ended >= 0 AND position('\u0000' IN record::text) = 0
)
INSERT INTO muster.import_days
SELECT directory, day, count(*), count(*) FILTER (WHERE state IN ('failed', 'interrupted')),
    sum((record->>'added')::bigint), sum((record->>'updated')::bigint), sum((record->>'removed')::bigint),
    sum((record->>'restored')::bigint), max((record->>'skipped')::bigint)
FROM ended WHERE record->>'phase' <> 'waiting' GROUP BY directory, day;
DELETE FROM muster.import_days AS d WHERE day <
    (SELECT day FROM muster.import_days WHERE directory = d.directory ORDER BY day DESC OFFSET 399 LIMIT 1);

-- What the link to a directory was like for five minutes (`number`, counted from 1970): a day later another takes the
-- place. Latencies are nanoseconds.
CREATE TABLE muster.link_spans (
    directory bigint NOT NULL REFERENCES muster.settings (id) ON DELETE CASCADE,
    place     bigint NOT NULL,
    number    bigint NOT NULL,
    connected bigint NOT NULL,
    failed    bigint NOT NULL,
    least     bigint NOT NULL,
    sum       bigint NOT NULL,
    most      bigint NOT NULL,
    PRIMARY KEY (directory, place)
);
