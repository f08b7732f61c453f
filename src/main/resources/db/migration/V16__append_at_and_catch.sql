-- The same, and answered the same: what the indexes refuse is caught, no longer looked for beforehand in each of them.
do $do$ begin execute replace($sql$
create or replace function journal_append_at(
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
