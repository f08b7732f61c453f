-- The journal's append, again: the same rules and the same answer with less work in it. That something was appended is told
-- to other nodes by the writer, after the commit, so that nobody waits for that; the table is named with its schema, since to set
-- the path for each call cost more than the insert (nobody but the owner can make a function or an operator here); and how
-- it is planned is set once, by the writer, for its connection.
drop function journal_append;
do $do$ begin execute replace($sql$
create function journal_append(
    p_origin uuid, p_now timestamptz,
    c_account text[], c_key uuid[],
    g_command int[], g_subject uuid[], g_as_of bigint[],
    e_command int[], e_id uuid[], e_stream uuid[], e_subject uuid[], e_kind text[],
    e_actor text[], e_function text[], e_occurred timestamptz[], e_labels text[], e_marking text[],
    e_key uuid[], e_digest text[], e_salt bytea[], e_body bytea[], e_envelope bytea[], e_content bytea[],
    out outcomes text, out first bigint, out recorded timestamptz)
    language plpgsql security definer
as $f$
declare
    outcome text[];
    -- How many entries of refused commands lie before each command's.
    left_out int[];
    refused  int := 0;
    origin_  uuid;
    own      bigint;
    micros   bytea;
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

    outcome := array(
        select case when (select true from HERE.entry x where x.account = c.account and x.once_key = c.key) then 'R' else 'A' end
        from unnest(c_account, c_key) with ordinality c(account, key, n) order by c.n);
    for i in 1 .. cardinality(g_command) loop
        if outcome[g_command[i] + 1] = 'A'
           and (select true from HERE.entry x where x.subject = g_subject[i] and x.position > g_as_of[i] limit 1) then
            outcome[g_command[i] + 1] := 'C';
        end if;
    end loop;
    left_out := array_fill(0, array[cardinality(c_account)]);
    if 'A' <> any (outcome) then
        for i in 1 .. cardinality(e_command) loop
            if outcome[e_command[i] + 1] <> 'A' then refused := refused + 1;
            else left_out[e_command[i] + 1] := refused;
            end if;
        end loop;
    end if;

    insert into HERE.entry
    select first - 1 + e.n - left_out[e.command + 1], e.id, p_origin, own + e.n - left_out[e.command + 1],
           e.stream, e.subject, e.kind,
           c_account[e.command + 1], e.actor, e.function, recorded, coalesce(e.occurred, recorded),
           string_to_array(e.labels, E'\n'), e.marking, e.key, e.digest, e.salt, e.body,
           sha256('\x00'::bytea || e.envelope
                  || int8send((extract(epoch from coalesce(e.occurred, recorded)) * 1000000)::bigint)
                  || int8send(own + e.n - left_out[e.command + 1]) || micros || e.content)
    from unnest(e_command, e_id, e_stream, e_subject, e_kind, e_actor, e_function, e_occurred, e_labels, e_marking,
                e_key, e_digest, e_salt, e_body, e_envelope, e_content) with ordinality
         e(command, id, stream, subject, kind, actor, function, occurred, labels, marking,
           key, digest, salt, body, envelope, content, n)
    where outcome[e.command + 1] = 'A';

    outcomes := array_to_string(outcome, '');
end
$f$;
$sql$, 'HERE', quote_ident(current_schema())); end $do$;
revoke all on function journal_append from public;
grant execute on function journal_append to samlad_app;
