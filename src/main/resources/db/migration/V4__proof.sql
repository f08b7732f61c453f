-- Hashes of the Merkle tree (DESIGN §6): the roots of the full subtrees of 256, 65 536 and 16 777 216 entries, so that a proof
-- reads few rows. index counts from 0 within a level: on level 1 it covers positions index * 256 + 1 to (index + 1) * 256.
create table tree_tile (
    level smallint not null check (level between 1 and 3),
    index bigint   not null check (index >= 0),
    hash  bytea    not null,
    primary key (level, index)
);

-- Signatures of others under our checkpoints. They are not entries: each proves itself, and a tree that grew by every
-- signature under it would never be at rest.
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
