-- The secrets of guests' links, as digests: of the link, and of the one browser that it is bound to. That a link exists, and
-- how it ends, is in the journal.
create table guest_link (
    guest   uuid  primary key,
    secret  bytea not null,
    browser bytea
);
grant select, insert, update on guest_link to samlad_app;
