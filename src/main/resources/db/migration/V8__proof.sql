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

-- Lawful disposal: the salt is gone, the body holds what the entry of the decision leaves of it, and content keeps the
-- hash of salt and body that the leaf was made of.
alter table entry alter column salt drop not null;
alter table entry add column content bytea;
alter table entry add constraint entry_whole_or_disposed check ((salt is null) = (content is not null));

-- Takes away what a recorded decision names, and nothing that none names. The same again changes nothing.
create function journal_dispose(p_decision uuid, out disposed boolean)
    language plpgsql security definer set search_path from current
as $$
declare
    said jsonb;
begin
    select convert_from(e.body, 'UTF8')::jsonb into said
    from entry e where e.id = p_decision and e.kind = 'journal.disposed.1' and e.salt is not null;
    update entry e
    set content = sha256(e.salt || e.body), salt = null, body = convert_to(said ->> 'left', 'UTF8')
    where e.id = (said ->> 'entry')::uuid and e.salt is not null and e.kind <> 'journal.disposed.1'
      and e.position < (select d.position from entry d where d.id = p_decision);
    disposed := found;
end
$$;

do $$
begin
    if not exists (select 1 from pg_roles where rolname = 'samlad_disposal') then
        create role samlad_disposal nologin;
    end if;
end
$$;
do $$ begin execute format('grant samlad_disposal to %I', current_user); end $$;
do $$ begin execute format('grant usage on schema %I to samlad_disposal', current_schema()); end $$;
revoke all on function journal_dispose from public;
grant execute on function journal_dispose to samlad_disposal;
grant select, insert on tree_tile, cosignature to samlad_app;
