-- Where the browsers of people take notices. These rows can be changed and erased.

-- id: of the endpoint. p256dh, auth: what is encrypted for that browser with (RFC 8291).
create table push_device (
    id         uuid primary key,
    account    text        not null,
    endpoint   text        not null,
    p256dh     text        not null,
    auth       text        not null,
    created_at timestamptz not null
);
create index push_device_account on push_device (account);

grant select, insert, update, delete on push_device to samlad_app;
