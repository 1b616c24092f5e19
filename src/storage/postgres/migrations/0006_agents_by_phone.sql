-- The list by phone. The third line of `search` is the phone, folded; who has none comes after every other.
CREATE INDEX agents_by_phone ON muster.agents
    (removed, (coalesce(nullif(split_part(search, E'\n', 3), ''), chr(1114111)) COLLATE "C"), id);
