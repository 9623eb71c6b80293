-- Who writes here wakes the readers of feeds and the runner of jobs; a signal says that there is
-- something to look for, never what, so one that is lost or forged costs a look and no more.

create table entente.signal (
    seq bigint generated always as identity primary key,
    tenant bigint not null,
    kind text not null check (length(kind) between 1 and 40),
    at timestamptz not null default now()
);

grant insert (tenant, kind) on entente.signal to public;
grant select, delete on entente.signal to entente_app;
