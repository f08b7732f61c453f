-- People let in. These rows can be changed and erased. The journal says who let in whom, and with which function.

-- A person's name and address. An address belongs to one account.
alter table person add column address text;
alter table person add column created_at timestamptz not null default now();
create unique index person_address on person (lower(address));

-- An account without a password signs in by passkey or by its organisation's own sign-in.
alter table credential alter column password drop not null;

-- Codes from an app (RFC 6238). confirmed_at: null while it is being set up. last_step: the latest step used, so that no code
-- is taken twice.
create table code_app (
    account      text primary key,
    secret       text        not null,
    confirmed_at timestamptz,
    last_step    bigint      not null default 0
);
create table recovery_code (
    digest  text primary key,
    account text not null,
    used_at timestamptz
);
create index recovery_code_account on recovery_code (account);

-- Passkeys, as Spring Security stores them.
create table user_entities (
    id           varchar(1000) primary key,
    name         varchar(100) not null unique,
    display_name varchar(200)
);
create table user_credentials (
    credential_id                varchar(1000) primary key,
    user_entity_user_id          varchar(1000) not null references user_entities (id) on delete cascade,
    public_key                   bytea         not null,
    signature_count              bigint,
    uv_initialized               boolean,
    backup_eligible              boolean       not null,
    authenticator_transports     varchar(1000),
    public_key_credential_type   varchar(100),
    backup_state                 boolean       not null,
    attestation_object           bytea,
    attestation_client_data_json bytea,
    created                      timestamp,
    last_used                    timestamp,
    label                        varchar(1000) not null
);
create index user_credentials_user on user_credentials (user_entity_user_id);

-- Who signed in, by what, and on which device. session: the id of the session, which changes when it signs in.
create table sign_in (
    id       uuid primary key,
    account  text        not null,
    session  text        not null unique,
    how      text        not null,
    device   text        not null,
    began_at timestamptz not null
);
create index sign_in_account on sign_in (account);

-- A program's token: what it may do, for whom, until when.
alter table token add column id uuid not null default gen_random_uuid();
alter table token add column function text;
alter table token add column scope text;
alter table token add column ends_at timestamptz;
alter table token add column used_at timestamptz;
create unique index token_id on token (id);

-- Where an invitation was sent, and whether it arrived. The invitation itself is in the journal.
create table invitation_sent (
    invitation uuid primary key,
    address    text not null,
    state      text not null,
    changed_at timestamptz not null default now()
);

-- The first administrator's link, until somebody administers.
create table first_administrator (
    one     boolean primary key default true check (one),
    digest  text not null,
    account text
);

grant select, insert, update, delete on code_app, recovery_code, user_entities, user_credentials, sign_in, invitation_sent,
    first_administrator to samlad_app;
