-- Seeded, skewed data: accounts and twice as many contacts, the same for both sides.
-- {rows} is the number of accounts, {owners} a list of user ids.
set client_min_messages = warning;
drop schema if exists bench_seed cascade;
create schema bench_seed;
select setseed(0.4242);
create table bench_seed.industry (n int primary key, name text, w numeric);
insert into bench_seed.industry values (1,'manufacturing',.22),(2,'software',.16),(3,'retail',.13),(4,'healthcare',.11),(5,'finance',.09),
 (6,'construction',.08),(7,'logistics',.06),(8,'education',.05),(9,'energy',.04),(10,'hospitality',.03),(11,'media',.02),(12,'agriculture',.01);
create table bench_seed.w1 as select row_number() over () n, x w from unnest(string_to_array('Apex Blue Crest Delta Ever Falcon Granite Harbor Iron Juniper Keystone Lumen Maple North Orchid Pioneer Quartz River Summit Titan Union Vertex Willow Xenon Yarrow Zenith Amber Beacon Cobalt Drift Ember Fjord Glacier Horizon Ivory Jade Kestrel Lotus Meridian Nimbus',' ')) x;
create table bench_seed.w2 as select row_number() over () n, x w from unnest(string_to_array('Analytics Biotech Capital Dynamics Electronics Foods Glassworks Holdings Instruments Jewelers Kitchens Labs Motors Networks Optics Partners Quarry Robotics Systems Textiles Utilities Ventures Works Yards Freight Insurance Media Metals Paper Plastics Shipping Steel Timber Tools Travel Wines Printing Furniture Chemicals Ceramics',' ')) x;
create table bench_seed.w3 as select row_number() over () n, x w from unnest(string_to_array('Inc LLC GmbH AB Ltd SA BV Co Oy AS',' ')) x;
create table bench_seed.first as select row_number() over () n, x w from unnest(string_to_array('Anna Ben Carla David Elena Frank Grace Hugo Iris Jonas Klara Liam Maria Noah Olga Paul Quinn Rosa Sven Tina Ulla Viktor Wanda Xavier Ylva Zoe Amir Bela Chen Dara Esra Femi Goran Hana Ines Jin Kofi Lena Mei Nils',' ')) x;
create table bench_seed.last as select row_number() over () n, x w from unnest(string_to_array('Andersson Bauer Castro Dubois Eriksen Fischer Garcia Hansen Ivanov Jensen Kowalski Larsen Moreau Novak Okafor Petrov Quist Rossi Schmidt Tanaka Ueda Virtanen Weber Xu Yilmaz Zimmer Almeida Brown Costa Diaz Evans Ferrari Gupta Hoffman Ito Johnson Kim Lopez Martin Nguyen',' ')) x;
create table bench_seed.account as
with r as materialized (select g id, random() ri, random() a, random() b, random() c, random() rv, random() s, random() e, random() o, random() t1, random() t2, random() t3, random() k, random() d, random() z from generate_series(1, {rows}) g),
cum as (select name, sum(w) over (order by n) - w lo, sum(w) over (order by n) hi from bench_seed.industry)
select r.id n, uuidv7() id,
  w1.w||' '||w2.w||' '||w3.w||' '||r.id as name,
  'ACC-'||lpad(r.id::text,7,'0') as account_no,
  cum.name as industry,
  (array['enterprise','mid_market','smb','smb','smb','startup','startup','public_sector'])[1+floor(s*8)::int] as segment,
  '+468'||(10000000+floor(a*89999999))::bigint as phone,
  'info@'||lower(w1.w||w2.w)||r.id||'.example' as email,
  'https://'||lower(w1.w||w2.w)||r.id||'.example' as website,
  (array['Stockholm','Berlin','Paris','Madrid','Oslo','Warsaw','London','New York','Tokyo','Austin'])[1+floor(c*c*10)::int] as city,
  (array['SE','DE','FR','ES','NO','PL','GB','US','JP','US'])[1+floor(c*c*10)::int] as country,
  'Account '||r.id||' in '||cum.name||'. '||repeat('Lorem ipsum dolor sit amet. ',1+floor(k*6)::int) as description,
  round((exp(11+rv*3+s*2+e*1.5))::numeric,2) as annual_revenue,
  (1+floor(exp(e*9)))::bigint as employees,
  round((a*100000)::numeric,2) as credit_limit,
  floor(b*100)::bigint as score,
  timestamptz '2019-01-01Z' + (t1*2400||' days')::interval as opened_at,
  timestamptz '2024-01-01Z' + (t2*600||' days')::interval as last_activity,
  timestamptz '2025-09-01Z' + (t3*365||' days')::interval as next_review,
  d<0.87 as is_active, z<0.06 as is_vip,
  (array[{owners}]::uuid[])[1+floor(o*o*{owner_count})::int] as owner
from r join cum on r.ri>=cum.lo and r.ri<cum.hi
 join bench_seed.w1 on w1.n=1+floor(r.a*r.a*40)::int join bench_seed.w2 on w2.n=1+floor(r.b*40)::int join bench_seed.w3 on w3.n=1+floor(r.c*10)::int;
create unique index on bench_seed.account (n);
create table bench_seed.contact as
with r as materialized (select g id, random() p, random() a, random() b, random() c, random() d, random() e, random() f from generate_series(1, {rows} * 2) g)
select r.id n, uuidv7() id, f.w as first_name, l.w as last_name, f.w||' '||l.w as full_name,
  lower(f.w||'.'||l.w)||r.id||'@example.test' as email, '+467'||(10000000+floor(a*89999999))::bigint as phone,
  (array['CEO','CFO','CTO','Buyer','Manager','Engineer','Assistant','Director'])[1+floor(b*8)::int] as job_title,
  (array['Sales','Finance','IT','Operations','HR'])[1+floor(c*5)::int] as department,
  floor(d*100)::bigint as score, timestamptz '2020-01-01Z' + (e*2000||' days')::interval as met_at,
  r.f>0.3 as opted_in, (array[{owners}]::uuid[])[1+floor(r.f*r.f*{owner_count})::int] as owner, a.id as account, a.n as account_n
from r join bench_seed.first f on f.n=1+floor(r.a*40)::int join bench_seed.last l on l.n=1+floor(r.b*r.b*40)::int
 join bench_seed.account a on a.n=1+least({rows}-1, floor(case when r.id%5<2 then p*p*p else p end*{rows})::int);
analyze bench_seed.account;
analyze bench_seed.contact;
