-- People who signed in with a browser. Of the cookie only a hash is kept: who reads this table can be nobody.

-- Fictional organisations that anyone at this machine may act for, put here by `maillage sample` alone.
create table persona (
  organisation_id uuid primary key,
  description jsonb not null check (jsonb_typeof(description -> 'en') = 'string' and jsonb_typeof(description -> 'fr') = 'string'),
  position integer not null
);

create table session (
  id_hash bytea primary key check (octet_length(id_hash) = 32),
  organisation_id text not null,
  -- The opaque id of the person, where a token's issuer told persons apart.
  member text,
  scopes text[] not null check (cardinality(scopes) > 0 and scopes <@ array['read', 'write', 'admin']),
  -- The key it was opened with: the session ends with it.
  access_key_id text references access_key (id) on delete cascade,
  -- The persona it was opened as: it ends when that one is no longer offered.
  persona uuid references persona (organisation_id) on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_expiry on session (expires_at);
create index session_access_key on session (access_key_id);
create index session_persona on session (persona);

do $$
declare
  writer text := current_schema() || '_writer';
begin
  execute format('grant select, insert, update, delete on session, persona to %I', writer);
end $$;
