-- The journal. Only journal_append adds entries, and only journal_dispose changes them. The application's role may read entries
-- and call journal_append, nothing else. Only the owner may create anything in this schema.
do $$ begin execute format('revoke create on schema %I from public', current_schema()); end $$;

--   leaf         the entry's hash in the Merkle tree, see journal.Leaf
--   salt         random; null after lawful disposal (DESIGN §6). The body is then what the decision left of it
--   content      null until disposal; then the hash of the former salt and body, which the leaf was made of
--   once_digest  how many entries were recorded under the key, and a hash of their salts and of what was sent. It can't be
--                checked against a guess when one of the salts is gone
create table entry (
    position        bigint primary key,
    id              uuid        not null unique,
    origin          uuid        not null,
    origin_position bigint      not null,
    stream          uuid        not null,
    subject         uuid        not null,
    kind            text        not null,
    account         text        not null,
    actor           text        not null,
    function        text        not null,
    recorded_at     timestamptz not null,
    occurred_at     timestamptz not null,
    labels          text[]      not null,
    marking         text,
    once_key        uuid,
    once_digest     text,
    salt            bytea,
    body            bytea       not null,
    leaf            bytea       not null,
    content         bytea,
    unique (origin, origin_position),
    constraint entry_whole_or_disposed check ((salt is null) = (content is not null))
);
create unique index entry_once on entry (account, once_key) where once_key is not null;
create index entry_stream on entry (stream, position);
create index entry_subject on entry (subject, position);
create index entry_kind on entry (kind, position);
-- Entries about what happened before they were recorded: there are few, and the state at a past time needs them.
create index entry_late on entry (stream, recorded_at) where occurred_at < recorded_at;

-- What all nodes share and nobody outside may know, such as the key that turns positions into cursors.
create table secret (
    name  text primary key,
    value bytea not null
);

do $$
begin
    if not exists (select 1 from pg_roles where rolname = 'samlad_app') then
        create role samlad_app nologin;
    end if;
    if not exists (select 1 from pg_roles where rolname = 'samlad_disposal') then
        create role samlad_disposal nologin;
    end if;
end
$$;
do $$ begin execute format('grant samlad_app, samlad_disposal to %I', current_user); end $$;
do $$ begin execute format('grant usage on schema %I to samlad_app, samlad_disposal', current_schema()); end $$;
grant select on entry to samlad_app;
grant select, insert on secret to samlad_app;

-- Appends a batch of commands in one transaction. A command is one caller's entries: all of them are appended, or none.
-- Each array is a column: g_… of the guards, e_… of the entries, one command's entries together.
--   g_command, e_command  the number of the command, from 1
--   g_subject, g_as_of    nothing may lie in the subject after this position
--   g_account, g_key      whose command it is, to tell a repeated one from one that came too late
--   e_labels              a label a line
--   e_occurred            null: when it is recorded
--   e_key, e_digest       the command's, for its first entry; else null
--   e_envelope            the first part of what the leaf is made of, see journal.Leaf
--   outcomes              a letter for each command: A appended; R its key was used before; C what it guards has changed
--   first                 the position of the first appended entry; the others follow without a gap, in the order given
--   recorded              when all of them were recorded
create function journal_append(
    p_origin uuid, p_now timestamptz,
    g_command int[], g_subject uuid[], g_as_of bigint[], g_account text[], g_key uuid[],
    e_command int[], e_id uuid[], e_stream uuid[], e_subject uuid[], e_kind text[], e_account text[], e_actor text[],
    e_function text[], e_labels text[], e_marking text[], e_occurred timestamptz[], e_key uuid[], e_digest text[],
    e_salt bytea[], e_body bytea[], e_envelope bytea[],
    out outcomes text, out first bigint, out recorded timestamptz)
    language plpgsql security definer
as $$
declare
    outcome      text[] := array_fill('A'::text, array[e_command[cardinality(e_command)]]);
    -- The last position in this origin. Where journals were joined, other origins have entries too.
    last_of_ours bigint;
    repeated     int[];
begin
    -- A statement of its own: a statement does not see what was committed while it waited for the lock.
    perform pg_advisory_xact_lock(7301);
    select e.position + 1, greatest(p_now, e.recorded_at) into first, recorded from entry e order by e.position desc limit 1;
    select e.origin_position into last_of_ours from entry e
    where e.origin = p_origin order by e.origin_position desc limit 1;
    first := coalesce(first, 1);
    recorded := coalesce(recorded, p_now);
    last_of_ours := coalesce(last_of_ours, 0);

    for i in 1 .. cardinality(g_command) loop
        if outcome[g_command[i]] = 'A' and exists (
               select from entry e where e.subject = g_subject[i] and e.position > g_as_of[i]) then
            -- A caller that sends a command again has itself changed what the command guards, the first time.
            outcome[g_command[i]] := case
                when exists (select from entry e where e.account = g_account[i] and e.once_key = g_key[i]) then 'R'
                else 'C' end;
        end if;
    end loop;

    loop
        begin
            insert into entry
            select first - 1 + place, e_id[n], p_origin, last_of_ours + place, e_stream[n], e_subject[n], e_kind[n],
                   e_account[n], e_actor[n], e_function[n], recorded, happened, string_to_array(e_labels[n], E'\n'),
                   e_marking[n], e_key[n], e_digest[n], e_salt[n], e_body[n],
                   sha256('\x00' || e_envelope[n] || int8send((extract(epoch from happened) * 1000000)::bigint)
                          || int8send(last_of_ours + place) || int8send((extract(epoch from recorded) * 1000000)::bigint)
                          || sha256(e_salt[n] || e_body[n]))
            from (select n, row_number() over (order by n) as place, coalesce(e_occurred[n], recorded) as happened
                  from generate_series(1, cardinality(e_id)) n
                  where outcome[e_command[n]] = 'A') e;
            exit;
        exception when unique_violation then
            -- The keys are looked up only now: nearly all are new, and the index checks them anyway.
            repeated := array(
                select e_command[n] from generate_series(1, cardinality(e_key)) n
                where outcome[e_command[n]] = 'A'
                  and exists (select from entry e where e.account = e_account[n] and e.once_key = e_key[n]));
            if repeated = '{}' then raise; end if; -- another index refused
            for i in 1 .. cardinality(repeated) loop outcome[repeated[i]] := 'R'; end loop;
        end;
    end loop;

    outcomes := array_to_string(outcome, '');
end
$$;
revoke all on function journal_append from public;
grant execute on function journal_append to samlad_app;
-- The function looks for tables in this schema first. By default it would look among the caller's temporary tables first.
do $$ begin execute format('alter function journal_append set search_path = %I, pg_temp', current_schema()); end $$;

-- Removes the salt and the body of the entry that a recorded decision names. A second call changes nothing.
create function journal_dispose(p_decision uuid, out disposed boolean)
    language plpgsql security definer
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
revoke all on function journal_dispose from public;
grant execute on function journal_dispose to samlad_disposal;
do $$ begin execute format('alter function journal_dispose set search_path = %I, pg_temp', current_schema()); end $$;
