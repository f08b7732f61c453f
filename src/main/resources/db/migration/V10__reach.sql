-- How people are reached, and what is being sent to them. These rows can be changed and erased.

-- A person's own number or address, one for each way.
create table personal_path (
    account text not null,
    way     text not null,
    address text not null,
    primary key (account, way)
);

-- How each channel does: when it last worked, and when it was last found to be down.
create table channel (
    way       text primary key,
    worked_at timestamptz,
    failed_at timestamptz
);

-- What was sent by which step of which call. key: of call and step. claimed_at: when a node began to send it.
-- addresses: where to, a line each. said: the text, where it was kept in the building.
create table sending (
    key        uuid primary key,
    incident   uuid        not null,
    call       uuid        not null,
    rung       int         not null,
    way        text        not null,
    addresses  text        not null,
    said       text,
    claimed_at timestamptz not null
);
create index sending_claimed on sending (claimed_at);
create index sending_call on sending (call);

grant select, insert, update, delete on personal_path, channel, sending to samlad_app;
