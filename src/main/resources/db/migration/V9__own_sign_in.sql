-- Who signs in through an actor's own sign-in: whom its issuer calls by which subject. A subject may tell of the person, so
-- it is here, where it can be erased.
create table own_sign_in (
    actor   text not null,
    issuer  text not null,
    subject text not null,
    account text not null,
    primary key (actor, issuer, subject)
);
create index own_sign_in_account on own_sign_in (account);

-- What Samlad proves itself with to an actor's own sign-in.
create table own_sign_in_client (
    actor  text primary key,
    secret text not null
);
grant select, insert, update, delete on own_sign_in, own_sign_in_client to samlad_app;
