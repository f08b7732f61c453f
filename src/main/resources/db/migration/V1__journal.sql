-- The journal. Only journal_append writes; the application's role may read and call it, and nothing else.
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
    salt            bytea       not null,
    body            bytea       not null,
    leaf            bytea       not null,
    unique (origin, origin_position)
);
create unique index entry_once on entry (account, once_key) where once_key is not null;
create index entry_stream on entry (stream, position);
create index entry_subject on entry (subject, position);
create index entry_kind on entry (kind, position);

-- One call appends a whole batch: commands c_*, what they expect g_*, their entries e_*.
-- Outcome per command: A appended, R its key was used before, C what it expected has changed.
-- The lock comes first and in a statement of its own: a number taken in the same statement would be read from before it.
create function journal_append(
    p_origin uuid, p_now timestamptz,
    c_account text[], c_key uuid[],
    g_command int[], g_subject uuid[], g_as_of bigint[],
    e_command int[], e_id uuid[], e_stream uuid[], e_subject uuid[], e_kind text[],
    e_actor text[], e_function text[], e_occurred timestamptz[], e_labels text[], e_marking text[],
    e_key uuid[], e_digest text[], e_salt bytea[], e_body bytea[], e_envelope bytea[], e_content bytea[])
    returns table (command int, outcome "char", first bigint, last bigint, recorded timestamptz)
    language plpgsql security definer set search_path from current
as $$
#variable_conflict use_column
declare
    last_position bigint;
    last_time     timestamptz;
    own           bigint;
    at            timestamptz;
    micros        bigint;
begin
    perform pg_advisory_xact_lock(7301);
    select e.position, e.recorded_at into last_position, last_time from entry e order by e.position desc limit 1;
    select max(e.origin_position) into own from entry e where e.origin = p_origin;
    last_position := coalesce(last_position, 0);
    own := coalesce(own, 0);
    at := greatest(p_now, last_time);
    micros := (extract(epoch from at) * 1000000)::bigint;
    return query
    with c as (
        select c.n::int - 1 as command,
               (case
                   when exists (select 1 from entry x where x.account = c.account and x.once_key = c.key) then 'R'
                   when exists (select 1 from unnest(g_command, g_subject, g_as_of) g(command, subject, as_of)
                                where g.command = c.n - 1
                                  and exists (select 1 from entry x where x.subject = g.subject and x.position > g.as_of)) then 'C'
                   else 'A' end)::"char" as outcome,
               c.account
        from unnest(c_account, c_key) with ordinality c(account, key, n)
    ), e as (
        select e.*, c.account, row_number() over (order by e.n) as k
        from unnest(e_command, e_id, e_stream, e_subject, e_kind, e_actor, e_function, e_occurred, e_labels, e_marking,
                    e_key, e_digest, e_salt, e_body, e_envelope, e_content) with ordinality
             e(command, id, stream, subject, kind, actor, function, occurred, labels, marking,
               key, digest, salt, body, envelope, content, n)
        join c on c.command = e.command and c.outcome = 'A'
    ), i as (
        insert into entry
        select last_position + e.k, e.id, p_origin, own + e.k, e.stream, e.subject, e.kind, e.account, e.actor, e.function,
               at, coalesce(e.occurred, at), string_to_array(e.labels, E'\n'), e.marking, e.key, e.digest, e.salt, e.body,
               sha256('\x00'::bytea || e.envelope || int8send((extract(epoch from coalesce(e.occurred, at)) * 1000000)::bigint)
                      || int8send(own + e.k) || int8send(micros) || e.content)
        from e order by e.k
        returning position
    )
    select c.command, c.outcome, last_position + n.first, last_position + n.last, at
    from c
    left join (select e.command, min(e.k) as first, max(e.k) as last from e group by e.command) n on n.command = c.command
    order by c.command;
    perform pg_notify('journal', (select max(e.position)::text from entry e));
end
$$;

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
end
$$;
do $$ begin execute format('grant samlad_app to %I', current_user); end $$;
do $$ begin execute format('grant usage on schema %I to samlad_app', current_schema()); end $$;
grant select on entry to samlad_app;
revoke all on function journal_append from public;
grant execute on function journal_append to samlad_app;
grant select, insert on secret to samlad_app;
-- What was stated to have happened before it was written: few, and needed to say how it was at a time.
create index entry_late on entry (stream, recorded_at) where occurred_at < recorded_at;
