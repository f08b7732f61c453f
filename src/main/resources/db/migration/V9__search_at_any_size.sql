-- What is searched, again, so that it costs the same at any size: what narrows a search (kind, actor, whose) has an index
-- as the words have, and a day's first position is found by itself.
drop table searched;
create table searched (
    position    bigint primary key,
    stream      uuid        not null,
    recorded_at timestamptz not null,
    labels      text[]      not null,
    tags        tsvector    not null,
    words       tsvector    not null
);
create index searched_words on searched using gin (words);
create index searched_tags on searched using gin (tags);
create index searched_stream on searched (stream, position);
create index searched_recorded on searched (recorded_at, position);
grant select, insert on searched to samlad_app;
-- What is disposed of is found no longer by what it said.
grant update (words) on searched to samlad_app;
