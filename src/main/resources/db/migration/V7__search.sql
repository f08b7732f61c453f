-- What is searched: made from the journal by the tail, never by the writer, and made again where it is emptied.
create table searched (
    position    bigint primary key,
    stream      uuid        not null,
    actor       text        not null,
    kind        text        not null,
    recorded_at timestamptz not null,
    labels      text[]      not null,
    words       tsvector    not null
);
create index searched_words on searched using gin (words);
create index searched_stream on searched (stream, position);
grant select, insert, delete on searched to samlad_app;
