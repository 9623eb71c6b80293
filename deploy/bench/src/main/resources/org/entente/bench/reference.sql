-- The hand-made tables, with the indexes that somebody who knows these queries would give them.
drop schema if exists bench_reference cascade;
create schema bench_reference authorization entente_owner;
set role entente_owner;
set search_path = bench_reference, public;
create table account (
  id uuid primary key default uuidv7(), version bigint not null default 1,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  name text not null, account_no text not null, industry text, segment text, phone text, email text, website text, city text, country text, description text,
  annual_revenue numeric(18,2), employees bigint, credit_limit numeric(18,2), score bigint,
  opened_at timestamptz, last_activity timestamptz, next_review timestamptz, is_active boolean, is_vip boolean, owner uuid);
create table contact (
  id uuid primary key default uuidv7(), version bigint not null default 1,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  first_name text, last_name text, full_name text, email text, phone text, job_title text, department text, score bigint,
  met_at timestamptz, opted_in boolean, owner uuid, account uuid not null references account);
reset role;
insert into account select id, 1, opened_at, opened_at, name, account_no, industry, segment, phone, email, website, city, country, description,
  annual_revenue, employees, credit_limit, score, opened_at, last_activity, next_review, is_active, is_vip, owner from bench_seed.account order by n;
insert into contact select id, 1, met_at, met_at, first_name, last_name, full_name, email, phone, job_title, department, score, met_at, opted_in, owner, account
  from bench_seed.contact order by n;
create index on account (industry, created_at desc, id);
create index on account (created_at desc, id);
create index on account (annual_revenue);
create index on account (owner);
create index on account using gin (name entente.gin_trgm_ops);
create index on contact (account);
create index on contact (created_at desc, id);
create index on contact (owner);
reset search_path;
