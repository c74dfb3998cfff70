-- With which mailbox a session was opened; null for those that were before this was kept.
alter table person_session add column address text check (address = lower(address) and octet_length(address) <= 254);

-- A code that was mailed to prove a further address of a person. Kept for a day, by which codes are counted.
create table address_proof (
  -- Of what the browser that asked holds in a cookie.
  browser_hash bytea primary key check (octet_length(browser_hash) = 32),
  -- Together with what the browser holds.
  code_hash bytea not null check (octet_length(code_hash) = 32),
  person_id uuid not null references person (id) on delete cascade,
  address text not null check (address = lower(address) and octet_length(address) <= 254),
  tries integer not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index address_proof_person on address_proof (person_id);
create index address_proof_address on address_proof (address);

-- What somebody who did not change her addresses may undo for three days, by a link that was mailed; a hash of it alone.
create table address_undo (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  person_id uuid not null references person (id) on delete cascade,
  address text not null check (address = lower(address) and octet_length(address) <= 254),
  change text not null check (change in ('ADDED', 'REMOVED')),
  expires_at timestamptz not null
);
create index address_undo_person on address_undo (person_id);

do $$
declare
  writer text := current_schema() || '_writer';
begin
  execute format('grant select, insert, update, delete on address_proof, address_undo to %I', writer);
end $$;
