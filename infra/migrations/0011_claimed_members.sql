-- Whom an OIDC issuer claims to act for an organisation: the member id that the log knows her by. Outside the log, so that what
-- leads from the one to the other can be erased.

create table claimed_member (
  -- Random: who that is stands here alone.
  member_id uuid primary key,
  -- Of issuer and subject: subjects are often addresses, and need not be read again.
  account_hash bytea not null check (octet_length(account_hash) = 32),
  organisation_id uuid not null,
  created_at timestamptz not null,
  unique (account_hash, organisation_id)
);

do $$
declare
  writer text := current_schema() || '_writer';
begin
  execute format('grant select, insert, update, delete on claimed_member to %I', writer);
end $$;
