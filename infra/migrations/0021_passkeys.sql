-- Random, of a person's own, and nothing else's: her passkeys name her by it, and not by her id or an address. Made with the first.
alter table person add column passkey_handle bytea unique check (octet_length(passkey_handle) = 32);

-- With what a person signs in beside her mailboxes: a key pair that a device of hers keeps, for which it asks a fingerprint or a code.
create table passkey (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  credential_id text not null unique check (length(credential_id) between 1 and 1400),
  -- As CBOR (COSE, RFC 9052).
  public_key bytea not null check (octet_length(public_key) <= 4000),
  -- Of signatures, as the device counts them; many do not, and say 0.
  counter bigint not null check (counter >= 0),
  -- Whether it is kept by more than the one device.
  backed_up boolean not null,
  -- As she calls it; empty where she does not.
  label text not null check (length(label) <= 100),
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_person on passkey (person_id);

-- What a device is asked to sign, by hashes: once, in the browser that asked, within five minutes.
create table passkey_challenge (
  challenge_hash bytea primary key check (octet_length(challenge_hash) = 32),
  browser_hash bytea not null check (octet_length(browser_hash) = 32),
  -- Whose the passkey is to be that is made; null for signing in, where nobody is known yet.
  person_id uuid references person (id) on delete cascade,
  expires_at timestamptz not null
);
create index passkey_challenge_person on passkey_challenge (person_id);
create index passkey_challenge_expires on passkey_challenge (expires_at);

-- By which passkey a session was opened; null for those opened by mail, and once it is removed.
alter table person_session add column passkey_id uuid references passkey (id) on delete set null;
create index person_session_passkey on person_session (passkey_id);

do $$
declare
  writer text := current_schema() || '_writer';
begin
  execute format('grant select, insert, update, delete on passkey, passkey_challenge to %I', writer);
end $$;
