-- What is searched: made from the journal by the tail, never by the writer, and made again where it is emptied. What narrows
-- a search lies among the words, so that there is one index to fill and to ask.
create table searchable (
    position    bigint primary key,
    stream      uuid        not null,
    recorded_at timestamptz not null,
    labels      text[]      not null,
    words       tsvector    not null
);
create index searchable_words on searchable using gin (words);
create index searchable_stream on searchable (stream, position);
create index searchable_recorded on searchable (recorded_at, position);
grant select, insert on searchable to samlad_app;
-- What is disposed of is found no longer by what it said.
grant update (words) on searchable to samlad_app;
-- The words there are, so that those that begin alike can be asked for one by one: for a beginning the index collects all rows
-- of all of them before it looks at anything else.
create table word (word text collate "C" primary key);
grant select, insert, delete on word to samlad_app;
