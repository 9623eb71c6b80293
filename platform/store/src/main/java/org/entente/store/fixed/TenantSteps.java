package org.entente.store.fixed;

import java.util.List;
import org.entente.store.TenantNames;

/**
 * What makes a tenant's place, step by step. Each step is one transaction of the owner and does no
 * harm when it is done again, so a creation that was cut off anywhere goes on by starting over. A
 * new step is added at the end; older tenants take it when they are touched.
 */
final class TenantSteps {

    private TenantSteps() {}

    static List<String> of(TenantNames names) {
        return List.of(
                role(names),
                schema(names),
                headTables(names),
                changeTable(names),
                grants(names),
                jobTable(names),
                causes(names),
                packPins(names),
                feedTables(names),
                partStates(names),
                sweeping(names));
    }

    private static String role(TenantNames names) {
        return """
        do $$ begin
            create role {role} nologin;
        exception when duplicate_object then null; end $$;
        grant {role} to entente_app with inherit false, set true;
        """
                .replace("{role}", names.role());
    }

    private static String schema(TenantNames names) {
        return """
        create schema if not exists {schema};
        revoke all on schema {schema} from public;
        grant usage on schema {schema} to {role};
        """
                .replace("{schema}", names.schema())
                .replace("{role}", names.role());
    }

    private static String headTables(TenantNames names) {
        return """
        create table if not exists {schema}.head (
            only_one boolean primary key default true check (only_one),
            model_version bigint not null,
            shape_version bigint not null,
            next_number bigint not null
        );
        create table if not exists {schema}.physical (
            entity_key text not null,
            field_key text not null,
            kind text not null,
            name text not null,
            primary key (entity_key, field_key, kind)
        );
        create table if not exists {schema}.model_version (
            version bigint primary key,
            layer text not null,
            title text not null,
            by_user uuid not null,
            at timestamptz not null
        );
        create table if not exists {schema}.change_set (
            id uuid primary key,
            title text not null,
            base_version bigint not null,
            kind text not null,
            content text not null,
            by_user uuid not null,
            at timestamptz not null,
            applied_as bigint
        );
        """
                .replace("{schema}", names.schema());
    }

    private static String changeTable(TenantNames names) {
        return """
        create table if not exists {schema}.change (
            seq bigint generated always as identity,
            xid xid8 not null default pg_current_xact_id(),
            entity_key text not null,
            record uuid not null,
            version bigint not null,
            op text not null,
            at timestamptz not null,
            by_user uuid not null,
            values_before jsonb not null,
            values_after jsonb not null,
            primary key (record, version, entity_key)
        );
        create unique index if not exists change_feed on {schema}.change (xid, seq);
        """
                .replace("{schema}", names.schema());
    }

    private static String jobTable(TenantNames names) {
        return """
        create table if not exists {schema}.job (
            id uuid primary key,
            state text not null,
            definition text not null,
            progress text not null,
            by_user uuid not null,
            created_at timestamptz not null,
            touched_at timestamptz not null
        );
        grant select, insert, update on {schema}.job to {role};
        """
                .replace("{schema}", names.schema())
                .replace("{role}", names.role());
    }

    /**
     * What caused a change, for all that is not a request of a member. No change of an older tenant
     * has a cause, so that the index is made by one look through the table.
     */
    private static String causes(TenantNames names) {
        return """
        alter table {schema}.change add column if not exists cause uuid;
        create index if not exists change_cause on {schema}.change (cause, seq)
            where cause is not null;
        """
                .replace("{schema}", names.schema());
    }

    /** A consumer's place moves on, and is claimed by one node at a time. */
    private static String feedTables(TenantNames names) {
        return """
        alter table {schema}.head add column if not exists epoch bigint not null default 1;
        create table if not exists {schema}.consumer (
            name text primary key,
            epoch bigint not null,
            xid xid8 not null,
            seq bigint not null,
            claimed_by uuid,
            claimed_until timestamptz,
            failures integer not null default 0,
            retry_at timestamptz,
            dead jsonb not null default '[]',
            moved_at timestamptz not null default now()
        );
        create table if not exists {schema}.idempotency (
            by_user uuid not null,
            key text not null,
            request text not null,
            answer text not null,
            at timestamptz not null default now(),
            primary key (by_user, key)
        );
        create index if not exists idempotency_age on {schema}.idempotency (at);
        grant select, insert, update, delete on {schema}.consumer, {schema}.idempotency to {role};
        """
                .replace("{schema}", names.schema())
                .replace("{role}", names.role());
    }

    /** A change that was told can be neither altered nor taken back. */
    private static String grants(TenantNames names) {
        return """
        grant select, update on {schema}.head to {role};
        grant select on {schema}.physical to {role};
        grant select, insert on {schema}.model_version, {schema}.change to {role};
        grant select, insert, update on {schema}.change_set to {role};
        """
                .replace("{schema}", names.schema())
                .replace("{role}", names.role());
    }

    /** Which version of which pack each version of the model stands on. */
    private static String packPins(TenantNames names) {
        return "alter table %s.model_version add column if not exists packs text not null default '{}'"
                .formatted(names.schema());
    }

    /** Jobs of which nobody wants to know any more are forgotten. */
    private static String sweeping(TenantNames names) {
        return "grant delete on %s.job to %s".formatted(names.schema(), names.role());
    }

    /** What was made for a model that was never published, what was dropped, what has failed. */
    private static String partStates(TenantNames names) {
        return """
        alter table {schema}.physical
            add column if not exists published boolean not null default true,
            add column if not exists made_at timestamptz not null default now(),
            add column if not exists dropped_at timestamptz,
            add column if not exists trouble text;
        grant update (published, dropped_at, trouble) on {schema}.physical to {role};
        """
                .replace("{schema}", names.schema())
                .replace("{role}", names.role());
    }
}
