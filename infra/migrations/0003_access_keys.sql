-- Access keys of organisations. Only a hash of the secret is kept; a lost key is replaced, not recovered.

create table access_key (
  id text primary key,
  organisation_id text not null,
  label text not null,
  secret_hash bytea not null check (octet_length(secret_hash) = 32),
  scopes text[] not null check (cardinality(scopes) > 0 and scopes <@ array['read', 'write', 'admin']),
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz
);
create index access_key_organisation on access_key (organisation_id);
