-- The proof (DESIGN §6): the tree's full subtrees of 256, 65 536 and 16 777 216 entries, so that a proof reads a few ranges
-- and no history. Index counts from 0 within the level: level 1 covers positions index * 256 + 1 to (index + 1) * 256.
create table tree_tile (
    level smallint not null check (level between 1 and 3),
    index bigint   not null check (index >= 0),
    hash  bytea    not null,
    primary key (level, index)
);

-- What others have signed of our checkpoints. A table, not entries: who vouches does so from outside the journal, each
-- row carries its own proof, and a tree that grew by every signature of it would never be still.
create table cosignature (
    actor       text        not null,
    function    text        not null,
    name        text        not null,
    key         bytea       not null,
    size        bigint      not null,
    root        bytea       not null,
    signed_at   timestamptz not null,
    signature   bytea       not null,
    recorded_at timestamptz not null,
    primary key (actor, name, size, signed_at)
);
create index cosignature_newest on cosignature (actor, name, recorded_at desc);

grant select, insert on tree_tile, cosignature to samlad_app;
