-- What is searched, again, so that it costs the same at any size: what narrows a search (kind, actor, whose) lies in the
-- same index as the words, so that only what is wanted is looked at; and a day's first position is found by itself.
drop table searched;
create table searched (
    position    bigint primary key,
    stream      uuid        not null,
    recorded_at timestamptz not null,
    labels      text[]      not null,
    tags        tsvector    not null,
    words       tsvector    not null
);
create index searched_words on searched using gin (words, tags);
create index searched_stream on searched (stream, position);
create index searched_recorded on searched (recorded_at, position);
grant select, insert on searched to samlad_app;
-- What is disposed of is found no longer by what it said.
grant update (words) on searched to samlad_app;
