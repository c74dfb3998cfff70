import { roleName } from './database.js';

/** What is the log's, in any version; everything else in the schema belongs to views. */
const LOG_TABLES = [
  'event',
  'command',
  'log_head',
  'log_seal',
  'log_opening',
  'log_tile',
  'checkpoint',
  'cosignature',
  'private_value',
  'view_checkpoint',
  'access_key',
  'evidence_file',
];

/**
 * Makes the roles of a network, its schema, and whatever an older version left in other hands theirs. Roles belong to the
 * whole server: networks of the same name in several databases share them, each with its own grants.
 *
 * It runs with all rights the login has, and migrations after it as the owner, while the application may make functions in
 * the schema: those would be found by a call they fit. So it looks for functions in pg_catalog alone, takes the right to
 * make any from the application until `mayCreate` gives it back, and stops at any that is there and not the owner's.
 * @param schema a name that config.ts has accepted.
 */
export function rolesSql(schema: string): string {
  const roles = (['owner', 'writer', 'reader', 'sealer'] as const).map((role) => roleName(schema, role));
  const [owner, writer, reader] = roles;
  return `do $roles$
declare
  wanted text;
  found record;
  -- Until version 15, to be a member of a role was to have the right to act as it.
  apart constant boolean := current_setting('server_version_num')::integer >= 160000;
begin
  foreach wanted in array array[${roles.map((role) => `'${role}'`).join(', ')}] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin', wanted);
      exception when duplicate_object or unique_violation then
        -- Another database of this server was faster.
      end;
    end if;
    if not pg_has_role(current_user, wanted, case when apart then 'SET' else 'MEMBER' end) then
      execute format('grant %I to current_user %s', wanted, case when apart then 'with set true' end);
    end if;
  end loop;

  if not exists (select from pg_namespace where nspname = '${schema}') then
    create schema ${schema} authorization ${owner};
  elsif not exists (select from pg_namespace where nspname = '${schema}' and nspowner = '${owner}'::regrole) then
    alter schema ${schema} owner to ${owner};
  end if;

  -- The views' tables are made by the application as it runs; auditors may read them all.
  if not exists (
    select from pg_default_acl where defaclrole = '${writer}'::regrole and defaclnamespace = '${schema}'::regnamespace
  ) then
    alter default privileges for role ${writer} in schema ${schema} grant select on tables to ${reader};
  end if;

  for found in
    select c.oid::regclass as name, c.relname = any (array[${LOG_TABLES.map((name) => `'${name}'`).join(', ')}]) or c.relname like 'kysely%' as of_the_log
    from pg_class c
    where c.relnamespace = '${schema}'::regnamespace and c.relkind = 'r'
      and c.relowner not in ('${owner}'::regrole, '${writer}'::regrole)
  loop
    execute format('alter table %s owner to %I', found.name, case when found.of_the_log then '${owner}' else '${writer}' end);
    if not found.of_the_log then execute format('grant select on %s to ${reader}', found.name); end if;
  end loop;
  execute format('revoke create on schema %I from %I', '${schema}', '${writer}');
  for found in
    select p.oid::regprocedure as name, pg_has_role(p.proowner, '${owner}', 'MEMBER') as trusted from pg_proc p
    where p.pronamespace = '${schema}'::regnamespace and p.proowner <> '${owner}'::regrole
  loop
    if not found.trusted then
      raise exception 'the schema ${schema} holds %, which is not the ledger''s own; drop it before migrating', found.name;
    end if;
    execute format('alter function %s owner to %I', found.name, '${owner}');
  end loop;
  for found in
    select o.oid::regoperator as name from pg_operator o
    where o.oprnamespace = '${schema}'::regnamespace and o.oprowner <> '${owner}'::regrole
  loop
    raise exception 'the schema ${schema} holds the operator %, which is not the ledger''s own; drop it before migrating', found.name;
  end loop;
end $roles$`;
}

/** Lets the application make its views' tables again. */
export function mayCreate(schema: string): string {
  return `grant create on schema ${schema} to ${roleName(schema, 'writer')}`;
}
