-- The log: an append-only table of events, one row that knows the head, and an index of commands for retries.
-- Every statement runs inside the schema of one network (MAILLAGE_SCHEMA), which the migrator puts first on the search path.

create table log_head (
  singleton boolean primary key default true check (singleton),
  position bigint not null check (position >= 0)
);
comment on table log_head is 'One row: the position of the last event. Whoever appends holds its lock, so positions come out gapless and in commit order.';
insert into log_head (position) values (0);

create table event (
  position bigint primary key check (position > 0),
  stream text collate "C" not null,
  version bigint not null check (version > 0),
  id uuid not null unique,
  type text collate "C" not null,
  organisation text collate "C" not null,
  entry text not null check (octet_length(entry) <= 65536),
  leaf bytea not null check (octet_length(leaf) = 32),
  unique (stream, version)
);
comment on column event.entry is 'The event as RFC 8785 canonical JSON: the only source. The other columns are copies for indexes.';
comment on column event.leaf is 'SHA-256(0x00 || entry as UTF-8), the RFC 6962 leaf hash.';
create index event_type on event (type, position);
create index event_organisation on event (organisation, position);

create table command (
  id uuid primary key,
  digest bytea not null check (octet_length(digest) = 32),
  -- Without a foreign key, which would cost as much as the insert itself: `append_events` writes both rows or none.
  first_position bigint not null check (first_position > 0),
  events integer not null check (events > 0)
);
comment on table command is 'Which events a command id recorded, so that a retry is answered with the original receipt. `digest` tells a retry from another command under a used id.';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the log is append-only: % on % is refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger event_is_immutable before update or delete or truncate on event for each statement execute function refuse_change();
create trigger command_is_immutable before update or delete or truncate on command for each statement execute function refuse_change();
create trigger log_head_stays before delete or truncate on log_head for each statement execute function refuse_change();

-- Group commit: many requests in one call. Each is judged alone; the accepted ones get the next positions in order.
--
--   requests      [{ "n": 0, "command": uuid, "digest": hex }]
--   expectations  [{ "n": 0, "stream": text, "version": bigint }]   0 where the stream must not exist yet; `n` may also
--                 be a list of requests: those of one batch often rest on the same streams, which are looked up once then
--   events        [{ "n": 0, "stream", "version", "id", "type", "organisation", "entry" }]   in the order to be recorded
--
-- Within one call no stream that is written may be named by a second request, and no command id may occur twice: the
-- caller splits such requests over calls. A unique violation, which rolls the whole call back, would betray it.
--
-- Answers one row per request: outcome `appended` or `duplicate` (with the positions), `reused` (the command id belongs
-- to other content) or `conflict` (one row per stream that has moved, with its actual version).
create function append_events(requests json, expectations json, events json)
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
      case json_typeof(s.requests) when 'array' then s.requests else json_build_array(s.requests) end
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
    select position, stream, version, id, type, organisation, entry, sha256('\x00'::bytea || convert_to(entry, 'UTF8'))
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
    update log_head set position = appended;
    perform pg_notify(current_schema() || '_log', appended::text);
  end if;
end $$;
comment on function append_events is 'The only way into the log.';
-- It runs with its owner's rights, so it must find no table but the network's own: a caller's temporary tables come last.
do $$ begin
  execute format('alter function append_events(json, json, json) set search_path = %I, pg_temp', current_schema());
end $$;
