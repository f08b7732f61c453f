-- What is searched is made again from the journal. Its words are told apart as those are that are asked for, so that "14.30"
-- or "070-123 45 67" is found as it is written; and what narrows a search lies among them, so that there is one index to
-- fill and to ask. Under another name: a node of an earlier release, while it still runs, leaves no row here that would
-- look as if all before it were there too.
drop table searched;
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
