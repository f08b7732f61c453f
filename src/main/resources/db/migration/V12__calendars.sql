-- Calendars elsewhere that are read again and again. These rows can be changed and erased.

-- id: of the subscription. address: a secret of whoever has the calendar. account: on duty in all of it; null: whom each
-- event names. tried_at: when a node began to read it. read_at: when it was last read. failing_since, problem, detail: since
-- when it can't be read, and why, as the key of a text and its detail. unread: what can't be read of it, a line each.
create table calendar_source (
    id            uuid primary key,
    address       text        not null,
    host          text        not null,
    account       text,
    tried_at      timestamptz not null,
    read_at       timestamptz,
    failing_since timestamptz,
    problem       text,
    detail        text        not null default '',
    unread        text        not null default '',
    unread_count  int         not null default 0
);
create index calendar_source_tried on calendar_source (tried_at);

grant select, insert, update, delete on calendar_source to samlad_app;
