-- The logins of the application and of disposal. Only the owner, who migrates, may read this, so that neither login can use
-- the other.
create table login (
    purpose  text primary key,
    role     text not null,
    password text not null
);
