-- A node hears what was committed since it last listened by comparing with what it could see then.

alter table entente.signal add column xid xid8 not null default pg_current_xact_id();
