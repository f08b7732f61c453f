-- The journal's append, again: the same rules, given the same arrays. Whether a key was used before is told by its index, which
-- refuses it, and only then asked for, of all the batch's keys at once: to ask first was a seventh of what an entry takes here, and
-- nearly never found one. The answer has one thing more, and what is asked of it by name is as it was:
--   own        how many of the same origin lie before the first
drop function journal_append(uuid, timestamptz, uuid[], text[], uuid[], bigint[], int[], uuid[], text[], bytea[]);
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
revoke all on function journal_append(uuid, timestamptz, uuid[], text[], uuid[], bigint[], int[], uuid[], text[], bytea[])
    from public;
grant execute on function journal_append(uuid, timestamptz, uuid[], text[], uuid[], bigint[], int[], uuid[], text[], bytea[])
    to samlad_app;
