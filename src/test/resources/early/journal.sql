-- A journal as releases before 2026-11-29 made it: Flyway's history up to V16, and two entries with a plain digest.
create table flyway_schema_history (
    installed_rank int          not null primary key,
    version        varchar(50),
    description    varchar(200) not null,
    type           varchar(20)  not null,
    script         varchar(1000) not null,
    checksum       int,
    installed_by   varchar(100) not null,
    installed_on   timestamp    not null default now(),
    execution_time int          not null,
    success        boolean      not null
);
insert into flyway_schema_history values
    (1, '1', 'journal', 'SQL', 'V1__journal.sql', -69081434, 'samlad', '2026-11-28 12:00:00', 5, true),
    (2, '2', 'accounts', 'SQL', 'V2__accounts.sql', 375615538, 'samlad', '2026-11-28 12:00:00', 5, true),
    (3, '3', 'append planned once', 'SQL', 'V3__append_planned_once.sql', 1834335509, 'samlad', '2026-11-28 12:00:00', 5, true),
    (4, '7', 'search', 'SQL', 'V7__search.sql', 1461853747, 'samlad', '2026-11-28 12:00:00', 5, true),
    (5, '8', 'proof', 'SQL', 'V8__proof.sql', 246687412, 'samlad', '2026-11-28 12:00:00', 5, true),
    (6, '9', 'search at any size', 'SQL', 'V9__search_at_any_size.sql', -1569698954, 'samlad', '2026-11-28 12:00:00', 5, true),
    (7, '10', 'append lighter', 'SQL', 'V10__append_lighter.sql', 1569328806, 'samlad', '2026-11-28 12:00:00', 5, true),
    (8, '11', 'search words alike', 'SQL', 'V11__search_words_alike.sql', -974799122, 'samlad', '2026-11-28 12:00:00', 5, true),
    (9, '12', 'append in few arrays', 'SQL', 'V12__append_in_few_arrays.sql', 1593123382, 'samlad', '2026-11-28 12:00:00', 5, true),
    (10, '13', 'append next', 'SQL', 'V13__append_next.sql', 2055518887, 'samlad', '2026-11-28 12:00:00', 5, true),
    (11, '14', 'append and ask later', 'SQL', 'V14__append_and_ask_later.sql', -779187089, 'samlad', '2026-11-28 12:00:00', 5, true),
    (12, '15', 'append at', 'SQL', 'V15__append_at.sql', -1131890563, 'samlad', '2026-11-28 12:00:00', 5, true),
    (13, '16', 'append at and catch', 'SQL', 'V16__append_at_and_catch.sql', -1097204293, 'samlad', '2026-11-28 12:00:00', 5, true);
create table entry (
    position        bigint primary key,
    id              uuid        not null unique,
    origin          uuid        not null,
    origin_position bigint      not null,
    stream          uuid        not null,
    subject         uuid        not null,
    kind            text        not null,
    account         text        not null,
    actor           text        not null,
    function        text        not null,
    recorded_at     timestamptz not null,
    occurred_at     timestamptz not null,
    labels          text[]      not null,
    marking         text,
    once_key        uuid,
    once_digest     text,
    salt            bytea       not null,
    body            bytea       not null,
    leaf            bytea       not null,
    unique (origin, origin_position)
);
alter table entry alter column salt drop not null;
alter table entry add column content bytea;
insert into entry
select n, gen_random_uuid(), '00000000-0000-4000-8000-000000000001', n, gen_random_uuid(), gen_random_uuid(), 'report.noted.1',
       'lst.tib', 'lst', 'tib', now(), now(), '{members}', null, gen_random_uuid(),
       encode(sha256(convert_to('POST /incidents/log' || n, 'UTF8')), 'hex'), '\x00', '{"text":"early"}', sha256('')
from generate_series(1, 2) n;
