-- How the application and disposal log in. Only the owner, who migrates, reads this: neither login may become the other.
create table login (
    purpose  text primary key,
    role     text not null,
    password text not null
);
