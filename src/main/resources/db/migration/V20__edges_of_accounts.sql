-- A password, a switch and a generation: what was signed in by an earlier generation is signed in no longer.
alter table credential add column generation bigint not null default 0;

-- A form that came when its session had ended, kept for who signs in again in the same browser. Bounded in size, number
-- and age by who writes it; never a part of the journal.
create table pending_form (
    id      uuid primary key,
    browser text        not null,
    account text        not null,
    address text        not null,
    action  text        not null,
    page    text        not null,
    fields  text        not null,
    sent_at timestamptz not null
);
create index pending_form_browser on pending_form (browser);
grant select, insert, delete on pending_form to samlad_app;
