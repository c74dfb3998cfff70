-- Words about others are public until they are erased: their text and salt stand beside the log, for anybody to read.

alter table private_value add column is_public boolean not null default false;
comment on column private_value.is_public is 'Whether anybody may read value and salt until they are erased.';

-- Files of a mission that keeps things private are private values too, which name their content.
create index private_value_file on private_value ((value::jsonb ->> 'sha256')) where value like '{%';
alter table evidence_file add column kept_private boolean not null default false;
comment on column evidence_file.kept_private is 'Whether a record ever named it privately: what no public record names is then shown to those alone who may see such a record.';

-- As 0004 has it, and what of the private values is public.
create or replace function append_events(
  requests json, expectations json, events json, privates json default '[]', erasures json default '[]'
)
returns table (n integer, outcome text, first_position bigint, event_count integer, stream text, actual bigint)
language plpgsql security definer
-- Plans are kept per connection, and often made while the tables are small and reading a whole table looks cheap. With
-- these, every look-up is by index and every join of what was sent is by hash, whatever the statistics of the day say.
set enable_seqscan = off set enable_bitmapscan = off set enable_nestloop = off
as $$
#variable_conflict use_column
declare
  head bigint;
  appended bigint;
begin
  select h.position into strict head from log_head h for update;
  if not log_is_open() then
    raise exception 'the log is closed' using errcode = 'ML001',
      detail = (select coalesce(s.refusal, 'This database was restored or restarted; the sealer has not yet compared it with what was signed.') from log_seal s);
  end if;
  -- A new statement, hence a new snapshot: it sees everything committed before the lock was ours.
  return query
  -- `limit 1` keeps each look-up a probe of a unique index per request; as a join it may be planned as a scan of the log.
  with request as materialized (
    select r.n, r.command, decode(r.digest, 'hex') as digest, known.digest as known, known.first_position, known.events
    from json_to_recordset(requests) as r(n integer, command uuid, digest text)
    left join lateral (
      select c.digest, c.first_position, c.events from command c where c.id = r.command limit 1
    ) known on true
  ), moved_streams as materialized (
    select x.n as requests, x.stream, coalesce(last.version, 0) as actual
    from json_to_recordset(expectations) as x(n json, stream text, version bigint)
    left join lateral (
      select e.version from event e where e.stream = x.stream collate "C" order by e.version desc limit 1
    ) last on true
    where coalesce(last.version, 0) <> x.version
  ), moved as materialized (
    select named.n::integer as n, s.stream, s.actual
    from moved_streams s
    cross join lateral json_array_elements_text(
      case json_typeof(s.requests) when 'array' then s.requests else pg_catalog.json_build_array(s.requests) end
    ) as named(n)
  ), accepted as materialized (
    select r.n, r.command, r.digest from request r
    where r.known is null and r.n not in (select m.n from moved m)
  ), numbered as materialized (
    select e.*, a.command, a.digest, head + row_number() over (order by e.n, e.ordinality) as position
    from rows from (
      json_to_recordset(events) as (n integer, stream text, version bigint, id uuid, type text, organisation text, entry text)
    ) with ordinality as e
    join accepted a on a.n = e.n
  ), inserted as (
    insert into event (position, stream, version, id, type, organisation, entry, leaf)
    select position, stream, version, id, type, organisation, entry, pg_catalog.sha256('\x00'::bytea || pg_catalog.convert_to(entry, 'UTF8'))
    from numbered
  ), spans as materialized (
    select n, command, digest, min(position) as first_position, count(*)::integer as events
    from numbered group by n, command, digest
  ), remembered as (
    insert into command (id, digest, first_position, events) select command, digest, first_position, events from spans
  )
  select s.n, 'appended', s.first_position, s.events, null::text, null::bigint from spans s
  union all
  select r.n, case when r.known = r.digest then 'duplicate' else 'reused' end, r.first_position, r.events, null, null
  from request r where r.known is not null
  union all
  select m.n, 'conflict', null, null, m.stream, m.actual
  from moved m join request r on r.n = m.n where r.known is null;

  select coalesce(max(e.position), head) into appended from event e where e.position > head;
  if appended > head then
    -- Only of what was recorded just now: a retry or a conflict keeps and erases nothing.
    if json_array_length(privates) > 0 then
      insert into private_value (event_id, path, commitment, salt, value, is_public)
      select p.event_id, p.path, decode(p.commitment, 'hex'), decode(p.salt, 'hex'), p.value, coalesce(p.is_public, false)
      from json_to_recordset(privates)
        as p(event_id uuid, path text, commitment text, salt text, value text, is_public boolean)
      cross join lateral (select from event e where e.id = p.event_id and e.position > head limit 1) recorded;
      update evidence_file f set kept_private = true
      where not f.kept_private and f.sha256 = any (array(
        select p.value::json ->> 'sha256' from json_to_recordset(privates) as p(value text, is_public boolean)
        where p.value like '{%' and not coalesce(p.is_public, false)
      ));
    end if;
    if json_array_length(erasures) > 0 then
      delete from private_value v
      using json_to_recordset(erasures) as x(n integer, event_id uuid, path text)
      where v.event_id = x.event_id and v.path = x.path and x.n in (
        select r.n from json_to_recordset(requests) as r(n integer, command uuid)
        cross join lateral (select from command c where c.id = r.command and c.first_position > head limit 1) recorded
      );
    end if;
    update log_head set position = appended;
    perform pg_notify(current_schema()::text || '_log'::text, appended::text);
  end if;
end $$;

do $$
declare
  schema text := current_schema();
begin
  execute format('alter function append_events(json, json, json, json, json) set search_path = %I, pg_temp', schema);
  execute format('grant select (kept_private) on evidence_file to %I', schema || '_reader');
  execute format('grant select (is_public) on private_value to %I', schema || '_reader');
end $$;
