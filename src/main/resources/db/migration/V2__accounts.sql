-- What is not in the journal, because it must be possible to erase it: credentials, tokens, sessions and people's names.
-- generation: a session that was begun in an earlier generation is ended.
create table credential (
    account    text primary key,
    password   text    not null,
    disabled   boolean not null default false,
    generation bigint  not null default 0
);
create table token (
    digest  text primary key,
    account text not null
);
create table person (
    account text primary key,
    name    text not null
);

create table spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);
create table spring_session_attributes (
    session_primary_id char(36)     not null references spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
grant select, insert, update, delete on credential, token, person, spring_session, spring_session_attributes to samlad_app;

-- A form that was sent after its session had ended. It waits until the same person signs in again in the same browser. The
-- application bounds size, number and age of these.
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
