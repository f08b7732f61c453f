-- The journal's append, again: the same rules, the same answer. What it is given comes in eight arrays instead of twenty-one, each
-- of which cost the lone caller as much as an index does, and each entry's fields are taken out of them by its place. Types are
-- named with their schema, since to set the path for each call costs more than the insert, and nobody but the owner may make a
-- function or an operator here. What was there stays for nodes of the earlier release, while they still run, with its path set.
--   c_key      of each command its idempotency key
--   c_texts    of each command its account, actor, function and the key's digest
--   g_subject  what each guard is of; g_numbers: its command, from 0, and the position after which nothing may lie in it
--   e_command  of each entry its command, from 0; one command's entries lie together
--   e_ids      of each entry its id, stream and subject
--   e_texts    of each entry its kind, labels (a line each), marking, and when it happened
--   e_bytes    of each entry its salt, body, envelope and content
do $$ begin execute format('revoke create on schema %I from public', current_schema()); end $$;
do $$ begin execute format('alter function journal_append set search_path = pg_catalog, %I, pg_temp', current_schema()); end $$;
do $do$ begin execute replace($sql$
create function journal_append(
    p_origin uuid, p_now timestamptz, c_key uuid[], c_texts text[], g_subject uuid[], g_numbers bigint[],
    e_command int[], e_ids uuid[], e_texts text[], e_bytes bytea[],
    out outcomes text, out first bigint, out recorded timestamptz)
    language plpgsql security definer
as $f$
declare
    outcome pg_catalog.text[];
    -- How many entries of refused commands lie before each command's.
    left_out int[];
    refused  int := 0;
    origin_  pg_catalog.uuid;
    own      bigint;
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

    outcome := array(
        select case when (select true from HERE.entry x where x.account = c_texts[4 * c - 3] and x.once_key = c_key[c])
                    then 'R' else 'A' end
        from generate_series(1, cardinality(c_key)) c order by c);
    for i in 1 .. cardinality(g_subject) loop
        if outcome[g_numbers[2 * i - 1] + 1] = 'A'
           and (select true from HERE.entry x where x.subject = g_subject[i] and x.position > g_numbers[2 * i] limit 1) then
            outcome[g_numbers[2 * i - 1] + 1] := 'C';
        end if;
    end loop;
    left_out := array_fill(0, array[cardinality(c_key)]);
    if 'A' <> any (outcome) then
        for i in 1 .. cardinality(e_command) loop
            if outcome[e_command[i] + 1] <> 'A' then refused := refused + 1;
            else left_out[e_command[i] + 1] := refused;
            end if;
        end loop;
    end if;

    insert into HERE.entry
    select first - 1 + place, e_ids[3 * n - 2], p_origin, own + place, e_ids[3 * n - 1], e_ids[3 * n], e_texts[4 * n - 3],
           c_texts[4 * c - 3], c_texts[4 * c - 2], c_texts[4 * c - 1], recorded, occurred,
           string_to_array(e_texts[4 * n - 2], E'\n'), e_texts[4 * n - 1],
           case when begins then c_key[c] end, case when begins then c_texts[4 * c] end, e_bytes[4 * n - 3], e_bytes[4 * n - 2],
           sha256('\x00'::pg_catalog.bytea || e_bytes[4 * n - 1] || int8send((extract(epoch from occurred) * 1000000)::bigint)
                  || int8send(own + place) || micros || e_bytes[4 * n])
    from (select n, e_command[n] + 1 as c, e_command[n] is distinct from e_command[n - 1] as begins,
                 n - left_out[e_command[n] + 1] as place, coalesce(e_texts[4 * n]::timestamptz, recorded) as occurred
          from generate_series(1, cardinality(e_command)) n
          where outcome[e_command[n] + 1] = 'A') e;

    outcomes := array_to_string(outcome, '');
end
$f$;
$sql$, 'HERE', quote_ident(current_schema())); end $do$;
revoke all on function journal_append(uuid, timestamptz, uuid[], text[], uuid[], bigint[], int[], uuid[], text[], bytea[])
    from public;
grant execute on function journal_append(uuid, timestamptz, uuid[], text[], uuid[], bigint[], int[], uuid[], text[], bytea[])
    to samlad_app;
