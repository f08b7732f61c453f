-- The common case in one statement, again: one entry of one command, right after the last that the writer knows of. It is given
-- whole, with its place and its leaf, for the writer knows all that goes into them. Where anything is otherwise, another node
-- has written, the key was used, what is guarded has moved, it writes nothing and answers false, and the writer asks
-- journal_append, which says what. What went before stays for nodes of the earlier release, while they still run.
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
        p_labels, p_marking, p_key, p_digest, p_salt, p_body, p_leaf)
    on conflict do nothing;
    appended := found;
end
$f$;
$sql$, 'HERE', quote_ident(current_schema())); end $do$;
revoke all on function journal_append_at from public;
grant execute on function journal_append_at to samlad_app;
