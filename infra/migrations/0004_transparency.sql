-- What lets an outsider check the log: the Merkle tree's tiles, signed checkpoints, who co-signed them, and whether the log
-- may be appended to at all. Also values that can be erased, and who may do what. Runs as the role `<schema>_owner`.

-- A bundle of entries gives each its length in 16 bits (C2SP tlog-tiles).
alter table event drop constraint event_entry_check;
alter table event add constraint event_entry_check check (octet_length(entry) <= 65535);

create table log_tile (
  level smallint not null check (level between 0 and 7),
  index bigint not null check (index >= 0),
  hashes bytea not null check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0),
  primary key (level, index)
);
comment on table log_tile is 'The Merkle tree (RFC 6962) in the tiles of C2SP tlog-tiles. The last one of a level grows; a full one stays.';
comment on column log_tile.hashes is '1 to 256 SHA-256 hashes: of leaves at level 0, of full tiles of the level below above it.';

create table checkpoint (
  origin text collate "C" not null,
  size bigint not null check (size > 0),
  root bytea not null check (octet_length(root) = 32),
  note text not null,
  signed_at timestamptz not null,
  primary key (origin, size)
);
comment on table checkpoint is 'Every checkpoint ever signed, as a C2SP signed note without the lines of witnesses.';

create table cosignature (
  origin text collate "C" not null,
  size bigint not null,
  witness text collate "C" not null,
  line text not null,
  signed_at timestamptz not null,
  primary key (origin, size, witness),
  foreign key (origin, size) references checkpoint
);
comment on table cosignature is 'What witnesses signed: lines to be added to the checkpoint''s note.';
create index cosignature_witness on cosignature (origin, witness, size desc);

create table log_seal (
  singleton boolean primary key default true check (singleton),
  origin text,
  vkey text,
  policy text,
  refusal text,
  refused_at timestamptz,
  reopening jsonb,
  check ((refusal is null) = (refused_at is null))
);
comment on table log_seal is 'One row about the sealer: who it is, what it asks of witnesses, and why it refuses to sign, if it does. Never its private key.';
comment on column log_seal.reopening is 'A reopening by the operator that is not on record yet: nothing is sealed until it is.';
insert into log_seal default values;

-- Unlogged on purpose: a crash or a restored base backup empties it; a dump or copy restored elsewhere carries the identity
-- of another database, and files put back in place are served by a server started since. Either way appends wait until the sealer has compared the log with what it last signed.
create unlogged table log_opening (
  singleton boolean primary key default true check (singleton),
  system_identifier bigint not null,
  server_started timestamptz not null,
  database oid not null,
  event_table oid not null
);
comment on table log_opening is 'That this very database was found to continue the log; without its row nothing is appended.';

create table private_value (
  event_id uuid not null,
  path text collate "C" not null,
  commitment bytea not null check (octet_length(commitment) = 32),
  salt bytea not null check (octet_length(salt) = 32),
  value text not null,
  primary key (event_id, path)
);
create index private_value_commitment on private_value (commitment);
comment on table private_value is 'Values the log holds only as commitments. Erasing one deletes its row; the log stays as it is.';
comment on column private_value.commitment is 'SHA-256(''maillage/private/v1\n'' || salt || value), as the log has it.';

create function refuse_shrinking() returns trigger language plpgsql as $$
begin
  if new.level = old.level and new.index = old.index and substring(new.hashes for octet_length(old.hashes)) = old.hashes then
    return new;
  end if;
  raise exception 'a tile of the log only grows: tile % of level % is not to be rewritten', old.index, old.level
    using errcode = 'insufficient_privilege';
end $$;
create trigger tile_only_grows before update on log_tile for each row execute function refuse_shrinking();
create trigger tile_stays before delete or truncate on log_tile for each statement execute function refuse_change();
create trigger checkpoint_is_immutable before update or delete or truncate on checkpoint for each statement execute function refuse_change();
create trigger cosignature_is_immutable before update or delete or truncate on cosignature for each statement execute function refuse_change();

-- Whether this database was found to continue the log.
create function log_is_open() returns boolean language sql stable as $$
  select exists (
    select from log_opening o, pg_control_system() c, pg_database d
    where o.system_identifier = c.system_identifier and o.server_started = pg_postmaster_start_time() and d.datname = current_database() and o.database = d.oid
      and o.event_table = to_regclass('event')::oid
  )
$$;

-- Says so. Only the sealer calls it, after comparing, or an operator who chose to go on without.
create function open_log() returns void language sql as $$
  insert into log_opening (system_identifier, server_started, database, event_table)
  select c.system_identifier, pg_postmaster_start_time(), d.oid, to_regclass('event')::oid from pg_control_system() c, pg_database d
  where d.datname = current_database()
  on conflict (singleton) do update set system_identifier = excluded.system_identifier,
    server_started = excluded.server_started, database = excluded.database, event_table = excluded.event_table
$$;

-- Whoever is appending has been judged by the row that goes: it is waited for, and nobody comes after.
create function close_log() returns void language plpgsql security definer as $$
begin
  perform h.position from log_head h for update;
  delete from log_opening;
end $$;

drop function append_events(json, json, json);

-- Group commit: many requests in one call. Each is judged alone; the accepted ones get the next positions in order.
--
--   requests      [{ "n": 0, "command": uuid, "digest": hex }]
--   expectations  [{ "n": 0, "stream": text, "version": bigint }]   0 where the stream must not exist yet; `n` may also
--                 be a list of requests: those of one batch often rest on the same streams, which are looked up once then
--   events        [{ "n": 0, "stream", "version", "id", "type", "organisation", "entry" }]   in the order to be recorded
--   privates      [{ "n": 0, "event_id", "path", "commitment": hex, "salt": hex, "value" }]   what the events commit to
--   erasures      [{ "n": 0, "event_id", "path" }]   values that the events say are erased
--
-- Within one call no stream that is written may be named by a second request, and no command id may occur twice: the
-- caller splits such requests over calls. A unique violation, which rolls the whole call back, would betray it.
--
-- Answers one row per request: outcome `appended` or `duplicate` (with the positions), `reused` (the command id belongs
-- to other content) or `conflict` (one row per stream that has moved, with its actual version).
-- SQLSTATE ML001: the log is closed, see `log_opening`.
create function append_events(
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
      insert into private_value (event_id, path, commitment, salt, value)
      select p.event_id, p.path, decode(p.commitment, 'hex'), decode(p.salt, 'hex'), p.value
      from json_to_recordset(privates) as p(event_id uuid, path text, commitment text, salt text, value text)
      cross join lateral (select from event e where e.id = p.event_id and e.position > head limit 1) recorded;
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
comment on function append_events is 'The only way into the log.';

-- It runs with its owner's rights, so it must find no table but the network's own: a caller's temporary tables come last.
-- Whoever may create functions in the schema could offer one that fits a call better than PostgreSQL's own: every call above
-- whose arguments do not match one of those exactly is qualified.
do $$
declare
  schema text := current_schema();
  writer text := schema || '_writer';
  reader text := schema || '_reader';
begin
  execute format('alter function append_events(json, json, json, json, json) set search_path = %I, pg_temp', schema);
  execute format('alter function log_is_open() set search_path = %I, pg_temp', schema);
  execute format('alter function close_log() set search_path = %I, pg_temp', schema);
  execute format('alter function open_log() set search_path = %I, pg_temp', schema);
  execute 'alter function refuse_shrinking() set search_path = pg_catalog, pg_temp';
  execute 'alter function refuse_change() set search_path = pg_catalog, pg_temp';
  execute 'revoke all on all functions in schema ' || quote_ident(schema) || ' from public';

  -- The application. Into the log only through the function; of the rest what it needs. It makes the views' tables itself.
  execute format('grant usage, create on schema %I to %I', schema, writer);
  execute format('grant execute on function append_events(json, json, json, json, json), log_is_open(), open_log(), close_log() to %I', writer);
  execute format('grant select on event, command, log_head, private_value to %I', writer);
  execute format('grant select, insert, update on log_tile, log_seal, log_opening to %I', writer);
  execute format('grant select, insert on checkpoint, cosignature to %I', writer);
  execute format('grant select, insert, update, delete on view_checkpoint, access_key to %I', writer);
  execute format('grant select on kysely_migration to %I', writer);

  -- Whoever checks: everything published, no key, no private value (that it is there, and under which commitment).
  execute format('grant usage on schema %I to %I', schema, reader);
  execute format('grant execute on function log_is_open() to %I', reader);
  execute format('grant select on event, command, log_head, log_tile, checkpoint, cosignature, log_seal, log_opening, view_checkpoint to %I', reader);
  execute format('grant select (event_id, path, commitment) on private_value to %I', reader);
end $$;

-- A new log has signed nothing that it could contradict. One that holds events waits for the sealer, or for its operator: it
-- may be an old backup of a log that has been signed since.
select open_log() where not exists (select from event);
