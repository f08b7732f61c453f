-- When an entry that attached a paper is disposed of, the paper's bytes go with its text, in the same step: unless another entry
-- that still stands names the same bytes. Only the disposal of an entry leads here, so nothing else takes a paper away.
create function paper_dispose() returns trigger
    language plpgsql security definer
as $$
declare
    hash text := convert_from(old.body, 'UTF8')::jsonb ->> 'sha256';
begin
    if not exists (select from entry e
                   where e.kind = 'paper.attached.1' and e.salt is not null and e.id <> old.id
                     and convert_from(e.body, 'UTF8')::jsonb ->> 'sha256' = hash) then
        delete from paper_part where sha256 = decode(hash, 'hex');
        delete from paper where sha256 = decode(hash, 'hex');
    end if;
    return null;
end
$$;
revoke all on function paper_dispose from public;
do $$ begin execute format('alter function paper_dispose set search_path = %I, pg_temp', current_schema()); end $$;

create trigger paper_disposed
    after update on entry
    for each row when (old.kind = 'paper.attached.1' and old.salt is not null and new.salt is null)
execute function paper_dispose();
