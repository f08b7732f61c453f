-- The common case in one statement: one entry of one command, after the last that the writer knows of, which is its own. Where
-- anything is otherwise, another node has written, the key was used, what is guarded has moved, it writes nothing and answers null,
-- and the writer asks journal_append, which says what. The rules, the leaf and the trap of the lock are the same as there.
--   p_after    the last position that is known, of the same origin
--   p_guard    in whose subject nothing may lie after p_as_of; null: nothing is guarded
do $do$ begin execute replace($sql$
create function journal_append_next(
    p_after bigint, p_origin uuid, p_now timestamptz, p_guard uuid, p_as_of bigint,
    p_account text, p_actor text, p_function text, p_key uuid, p_digest text,
    p_id uuid, p_stream uuid, p_subject uuid, p_kind text, p_labels text[], p_marking text, p_occurred timestamptz,
    p_salt bytea, p_body bytea, p_envelope bytea, p_content bytea, out recorded timestamptz)
    language plpgsql security definer
as $f$
begin
    if not pg_try_advisory_xact_lock(7301) then return; end if;
    insert into HERE.entry
    select p_after + 1, p_id, p_origin, own, p_stream, p_subject, p_kind, p_account, p_actor, p_function, at,
           coalesce(p_occurred, at), p_labels, p_marking, p_key, p_digest, p_salt, p_body,
           sha256('\x00'::pg_catalog.bytea || p_envelope
                  || int8send((extract(epoch from coalesce(p_occurred, at)) * 1000000)::bigint)
                  || int8send(own) || int8send((extract(epoch from at) * 1000000)::bigint) || p_content)
    from (select e.origin_position + 1 as own, greatest(p_now, e.recorded_at) as at
          from HERE.entry e
          -- written so that it is never looked for by its origin, which nearly all have
          where e.position = p_after and e.origin is not distinct from p_origin
            and not exists (select from HERE.entry x where x.subject = p_guard and x.position > p_as_of)) last
    on conflict do nothing
    returning recorded_at into recorded;
end
$f$;
$sql$, 'HERE', quote_ident(current_schema())); end $do$;
revoke all on function journal_append_next from public;
grant execute on function journal_append_next to samlad_app;
