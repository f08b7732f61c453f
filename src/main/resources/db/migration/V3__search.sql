-- What is searched. It is filled from the journal, behind the tail, and filled again where it was emptied. Kind, actor and
-- labels are stored among the words, so that one index answers every search.
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
-- After disposal an entry is no longer found by what it said.
grant update (words) on searchable to samlad_app;
-- All words that occur. A search for a beginning asks for each word that begins so, one by one: asked for a beginning, the
-- index would collect all rows of all of these words first.
create table word (word text collate "C" primary key);
grant select, insert, delete on word to samlad_app;
