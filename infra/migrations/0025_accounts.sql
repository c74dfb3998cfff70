-- Accounts at the OIDC issuer that people sign in with, beside mailboxes and passkeys.
create table person_account (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  issuer text not null,
  subject text not null check (char_length(subject) between 1 and 255),
  -- Of both: what a claim is found by.
  account_hash bytea not null unique check (octet_length(account_hash) = 32),
  added_at timestamptz not null
);
create index person_account_person on person_account (person_id);

-- By which account a session was opened; null for those opened otherwise, and once it is unlinked.
alter table person_session add column account_id uuid references person_account (id) on delete set null;
create index person_session_account on person_session (account_id);

-- What the issuer says when she signs in is a seat for so long, by her own sessions; null where tokens alone have said it.
alter table claimed_member
  add column role text not null default 'WRITER' check (role in ('WRITER', 'READER')),
  add column claimed_until timestamptz,
  -- A day, so that a token in use is written once a day.
  add column last_met_on date not null default current_date;
alter table claimed_member alter column role drop default, alter column last_met_on drop default;
create index claimed_member_age on claimed_member (last_met_on);

-- Sessions of keys and personas name no organisation either: whom they may act for is what the key or the persona is for, each
-- time anew. Those that an issuer's claim had opened are over: she signs in again, and is a person.
delete from session where access_key_id is null and persona is null;
alter table session
  drop column organisation_id,
  drop column member,
  drop column scopes,
  add check (num_nonnulls(access_key_id, persona) = 1);

do $$
begin
  execute format('grant select, insert, update, delete on person_account to %I', current_schema() || '_writer');
end $$;
