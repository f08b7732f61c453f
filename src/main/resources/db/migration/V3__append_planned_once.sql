-- The journal's append, again: the same rules, planned once and never by what the tables were like when it was first
-- called, and with as few statements as it takes. Answers a row: an outcome for each command in order (A appended, R its
-- key was used before, C what it expected has changed), where the first appended entry lies, and when all were recorded.
drop function journal_append;
create function journal_append(
    p_origin uuid, p_now timestamptz,
    c_account text[], c_key uuid[],
    g_command int[], g_subject uuid[], g_as_of bigint[],
    e_command int[], e_id uuid[], e_stream uuid[], e_subject uuid[], e_kind text[],
    e_actor text[], e_function text[], e_occurred timestamptz[], e_labels text[], e_marking text[],
    e_key uuid[], e_digest text[], e_salt bytea[], e_body bytea[], e_envelope bytea[], e_content bytea[],
    out outcomes text, out first bigint, out recorded timestamptz)
    language plpgsql security definer set search_path from current
    set plan_cache_mode = force_generic_plan set enable_seqscan = off
as $$
declare
    outcome  text[];
    own      bigint;
    micros   bytea;
    inserted bigint;
begin
    -- In a statement of its own: a number taken in the same one would be read from before the lock.
    perform pg_advisory_xact_lock(7301);
    select e.position, e.recorded_at into first, recorded from entry e order by e.position desc limit 1;
    select e.origin_position into own from entry e where e.origin = p_origin order by e.origin_position desc limit 1;
    first := coalesce(first, 0) + 1;
    own := coalesce(own, 0);
    recorded := greatest(p_now, recorded);
    micros := int8send((extract(epoch from recorded) * 1000000)::bigint);

    outcome := array(
        select case when (select true from entry x where x.account = c.account and x.once_key = c.key) then 'R' else 'A' end
        from unnest(c_account, c_key) with ordinality c(account, key, n) order by c.n);
    for i in 1 .. cardinality(g_command) loop
        if outcome[g_command[i] + 1] = 'A'
           and (select true from entry x where x.subject = g_subject[i] and x.position > g_as_of[i] limit 1) then
            outcome[g_command[i] + 1] := 'C';
        end if;
    end loop;

    insert into entry
    select first - 1 + row_number() over w, e.id, p_origin, own + row_number() over w, e.stream, e.subject, e.kind,
           c_account[e.command + 1], e.actor, e.function, recorded, coalesce(e.occurred, recorded),
           string_to_array(e.labels, E'\n'), e.marking, e.key, e.digest, e.salt, e.body,
           sha256('\x00'::bytea || e.envelope
                  || int8send((extract(epoch from coalesce(e.occurred, recorded)) * 1000000)::bigint)
                  || int8send(own + row_number() over w) || micros || e.content)
    from unnest(e_command, e_id, e_stream, e_subject, e_kind, e_actor, e_function, e_occurred, e_labels, e_marking,
                e_key, e_digest, e_salt, e_body, e_envelope, e_content) with ordinality
         e(command, id, stream, subject, kind, actor, function, occurred, labels, marking,
           key, digest, salt, body, envelope, content, n)
    where outcome[e.command + 1] = 'A'
    window w as (order by e.n);
    get diagnostics inserted = row_count;

    outcomes := array_to_string(outcome, '');
    if inserted > 0 then perform pg_notify('journal', (first + inserted - 1)::text); end if;
end
$$;
revoke all on function journal_append from public;
grant execute on function journal_append to samlad_app;
