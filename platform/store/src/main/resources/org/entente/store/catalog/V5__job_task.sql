-- Whose jobs are worked at, by whom and when next: a row a tenant while there is something to do.
-- The columns are those that db-scheduler asks for.

create table entente.job_task (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index job_task_due on entente.job_task (execution_time);
create index job_task_heartbeat on entente.job_task (last_heartbeat);

grant select, insert, update, delete on entente.job_task to entente_app;
