-- Papers: the files that are attached to things. An entry of the journal names each by the SHA-256 of its bytes, so what lies
-- here can't be another. They lie in the database so that its copies, and all nodes, have them together with the journal.
-- They are only added: the application may not change or delete them.
create table paper (
    sha256    bytea primary key check (length(sha256) = 32),
    size      bigint      not null,
    stored_at timestamptz not null default now()
);

-- The bytes, in parts of at most a megabyte, from 0.
create table paper_part (
    sha256 bytea not null references paper,
    part   int   not null,
    bytes  bytea not null,
    primary key (sha256, part)
);
-- nearly all of these formats are compressed already
alter table paper_part alter column bytes set storage external;

grant select, insert on paper, paper_part to samlad_app;
