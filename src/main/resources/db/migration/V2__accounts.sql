-- What is not history: credentials, tokens, sessions, and people's names, which can be erased.
create table credential (
    account  text primary key,
    password text    not null,
    disabled boolean not null default false
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
