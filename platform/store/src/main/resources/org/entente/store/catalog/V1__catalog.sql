-- A tenant's role may call the functions in here and read no table: it is granted none.

create sequence entente.tenant_number;

create table entente.tenant (
    id uuid primary key,
    number bigint not null unique,
    name text not null unique,
    title text not null,
    state text not null check (state in ('CREATING', 'ACTIVE', 'SUSPENDED')),
    request text not null,
    created_at timestamptz not null
);

create table entente.member (
    tenant_id uuid not null references entente.tenant (id),
    subject text not null,
    user_id uuid not null,
    primary key (tenant_id, subject)
);
create index member_subject on entente.member (subject);

create table entente.session (
    digest text primary key,
    subject text not null,
    name text not null,
    id_token text not null,
    operator boolean not null,
    started_at timestamptz not null,
    used_at timestamptz not null
);

revoke all on schema entente from public;
grant usage on schema entente to public;
grant usage on sequence entente.tenant_number to entente_app;
grant select, insert, update, delete on entente.tenant, entente.member, entente.session to entente_app;
