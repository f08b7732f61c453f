-- The journal. Only journal_append and journal_append_at write; the application's role may read and call them, and nothing
-- else. Nobody but the owner may make a function or an operator here.
do $$ begin execute format('revoke create on schema %I from public', current_schema()); end $$;

-- Lawful disposal (DESIGN §6) takes the salt; the body then holds what the entry of the decision leaves of it, and content
-- keeps the hash of salt and body that the leaf was made of.
--   once_digest  how many entries were recorded under the key, and a hash of their salts and of what was sent: it tells
--                nothing any more when one of the salts is gone
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
-- What was stated to have happened before it was written: few, and needed to say how it was at a time.
create index entry_late on entry (stream, recorded_at) where occurred_at < recorded_at;

-- What all nodes share and nobody outside may know: the key that turns positions into cursors.
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

-- Appends a whole batch. Answers an outcome for each command in order (A appended, R its key was used before, C what it
-- expected has changed), where the first appended entry lies, when all were recorded, and how many of the same origin lie
-- before the first. Types are named with their schema: to set the search path for each call costs more than the insert.
--   c_key      of each command its idempotency key
--   c_texts    of each command its account, actor, function and the key's digest
--   g_subject  what each guard is of; g_numbers: its command, from 0, and the position after which nothing may lie in it
--   e_command  of each entry its command, from 0; one command's entries lie together
--   e_ids      of each entry its id, stream and subject
--   e_texts    of each entry its kind, labels (a line each), marking, and when it happened
--   e_bytes    of each entry its salt, body, envelope and content
do $do$ begin execute replace($sql$
create function journal_append(
    p_origin uuid, p_now timestamptz, c_key uuid[], c_texts text[], g_subject uuid[], g_numbers bigint[],
    e_command int[], e_ids uuid[], e_texts text[], e_bytes bytea[],
    out outcomes text, out first bigint, out recorded timestamptz, out own bigint)
    language plpgsql security definer
as $f$
declare
    outcome  pg_catalog.text[] := array_fill('A'::pg_catalog.text, array[cardinality(c_key)]);
    -- How many entries of refused commands lie before each command's.
    left_out int[];
    refused  int;
    repeated int[];
    command  int;
    origin_  pg_catalog.uuid;
    micros   pg_catalog.bytea;
begin
    -- In a statement of its own: a number taken in the same one would be read from before the lock.
    perform pg_advisory_xact_lock(7301);
    select e.position, e.recorded_at, e.origin, e.origin_position into first, recorded, origin_, own
    from HERE.entry e order by e.position desc limit 1;
    if origin_ is distinct from p_origin then
        select e.origin_position into own from HERE.entry e where e.origin = p_origin order by e.origin_position desc limit 1;
    end if;
    first := coalesce(first, 0) + 1;
    own := coalesce(own, 0);
    recorded := greatest(p_now, recorded);
    micros := int8send((extract(epoch from recorded) * 1000000)::bigint);

    for i in 1 .. cardinality(g_subject) loop
        command := g_numbers[2 * i - 1] + 1;
        if outcome[command] = 'A'
           and (select true from HERE.entry x where x.subject = g_subject[i] and x.position > g_numbers[2 * i] limit 1) then
            -- who asks again has moved it himself
            outcome[command] := case when (select true from HERE.entry x
                                           where x.account = c_texts[4 * command - 3] and x.once_key = c_key[command])
                                then 'R' else 'C' end;
        end if;
    end loop;

    loop
        left_out := array_fill(0, array[cardinality(c_key)]);
        if 'A' <> any (outcome) then
            refused := 0;
            for i in 1 .. cardinality(e_command) loop
                if outcome[e_command[i] + 1] <> 'A' then refused := refused + 1;
                else left_out[e_command[i] + 1] := refused;
                end if;
            end loop;
        end if;
        begin
            insert into HERE.entry
            select first - 1 + place, e_ids[3 * n - 2], p_origin, own + place, e_ids[3 * n - 1], e_ids[3 * n],
                   e_texts[4 * n - 3], c_texts[4 * c - 3], c_texts[4 * c - 2], c_texts[4 * c - 1], recorded, occurred,
                   string_to_array(e_texts[4 * n - 2], E'\n'), e_texts[4 * n - 1],
                   case when begins then c_key[c] end, case when begins then c_texts[4 * c] end,
                   e_bytes[4 * n - 3], e_bytes[4 * n - 2],
                   sha256('\x00'::pg_catalog.bytea || e_bytes[4 * n - 1]
                          || int8send((extract(epoch from occurred) * 1000000)::bigint)
                          || int8send(own + place) || micros || e_bytes[4 * n])
            from (select n, e_command[n] + 1 as c, e_command[n] is distinct from e_command[n - 1] as begins,
                         n - left_out[e_command[n] + 1] as place, coalesce(e_texts[4 * n]::timestamptz, recorded) as occurred
                  from generate_series(1, cardinality(e_command)) n
                  where outcome[e_command[n] + 1] = 'A') e;
            exit;
        exception when unique_violation then
            repeated := array(
                select k from generate_series(1, cardinality(c_key)) k
                where outcome[k] = 'A'
                  and exists (select from HERE.entry x where x.account = c_texts[4 * k - 3] and x.once_key = c_key[k]));
            if repeated = '{}' then raise; end if; -- it was not a key
            foreach command in array repeated loop outcome[command] := 'R'; end loop;
        end;
    end loop;

    outcomes := array_to_string(outcome, '');
end
$f$;
$sql$, 'HERE', quote_ident(current_schema())); end $do$;
revoke all on function journal_append from public;
grant execute on function journal_append to samlad_app;

-- The common case in one statement: one entry of one command, right after the last that the writer knows of. It is given whole,
-- with its place and its leaf, for the writer knows all that goes into them. Where anything is otherwise, another node has
-- written, the key was used, what is guarded has moved, it writes nothing and answers false, and the writer asks
-- journal_append, which says what.
--   p_own      its place in its origin
--   p_guard    in whose subject nothing may lie after p_as_of; null: nothing is guarded
do $do$ begin execute replace($sql$
create function journal_append_at(
    p_position bigint, p_own bigint, p_origin uuid, p_recorded timestamptz, p_guard uuid, p_as_of bigint,
    p_account text, p_actor text, p_function text, p_key uuid, p_digest text,
    p_id uuid, p_stream uuid, p_subject uuid, p_kind text, p_labels text[], p_marking text, p_occurred timestamptz,
    p_salt bytea, p_body bytea, p_leaf bytea, out appended boolean)
    language plpgsql security definer
as $f$
begin
    appended := false;
    -- In a statement of its own: what is looked at is looked at after it.
    if not pg_try_advisory_xact_lock(7301) then return; end if;
    if not exists (select from HERE.entry e
                   where e.position = p_position - 1 and e.origin is not distinct from p_origin
                     and e.origin_position + 1 = p_own and e.recorded_at <= p_recorded) then return; end if;
    if p_guard is not null then
        if exists (select from HERE.entry x where x.subject = p_guard and x.position > p_as_of) then return; end if;
    end if;
    insert into HERE.entry values (
        p_position, p_id, p_origin, p_own, p_stream, p_subject, p_kind, p_account, p_actor, p_function, p_recorded, p_occurred,
        p_labels, p_marking, p_key, p_digest, p_salt, p_body, p_leaf);
    appended := true;
exception when unique_violation then
    appended := false;
end
$f$;
$sql$, 'HERE', quote_ident(current_schema())); end $do$;
revoke all on function journal_append_at from public;
grant execute on function journal_append_at to samlad_app;

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
revoke all on function journal_dispose from public;
grant execute on function journal_dispose to samlad_disposal;
