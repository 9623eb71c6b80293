-- Every version of every pack that tenants may stand on; never changed, never removed.
create table entente.pack (
    name text not null,
    digest text not null,
    version text not null,
    layer text not null,
    seen_at timestamptz not null,
    primary key (name, digest)
);

grant select, insert on entente.pack to entente_app;
