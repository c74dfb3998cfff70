-- People, and the organisations they act for. Outside the log, so that all of it can be erased: of a person the log holds the
-- member id of a seat, and nothing else.

create table person (
  id uuid primary key,
  -- Empty until she says it.
  name text not null check (char_length(name) <= 100),
  language text not null check (language in ('en', 'fr')),
  created_at timestamptz not null
);

create table person_address (
  address text primary key check (address = lower(address) and octet_length(address) <= 254),
  person_id uuid not null references person (id) on delete cascade,
  proved_at timestamptz not null
);
create index person_address_person on person_address (person_id);

create table seat (
  -- Random: who that is stands here alone.
  member_id uuid primary key,
  organisation_id uuid not null,
  -- Nobody once she has erased herself; that the organisation had a seat stays.
  person_id uuid references person (id) on delete set null,
  role text not null check (role in ('ADMIN', 'WRITER', 'READER')),
  created_at timestamptz not null,
  ended_at timestamptz
);
create unique index seat_held on seat (person_id, organisation_id) where ended_at is null;
create index seat_organisation on seat (organisation_id);

create table seat_invitation (
  id uuid primary key,
  organisation_id uuid not null,
  address text not null check (address = lower(address) and octet_length(address) <= 254),
  role text not null check (role in ('ADMIN', 'WRITER', 'READER')),
  invited_by uuid not null references person (id) on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  unique (organisation_id, address)
);
create index seat_invitation_address on seat_invitation (address);
create index seat_invitation_sender on seat_invitation (invited_by);
create index seat_invitation_expiry on seat_invitation (expires_at);

-- A link and a code that were mailed. Kept for a day, by which mails are counted; of both a hash alone.
create table sign_in_attempt (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  -- Of what the browser that asked holds in a cookie.
  browser_hash bytea not null check (octet_length(browser_hash) = 32),
  -- Together with what the browser holds: six digits alone would be guessed from their hash. Null where no code was mailed.
  code_hash bytea check (octet_length(code_hash) = 32),
  address text not null check (address = lower(address) and octet_length(address) <= 254),
  language text not null check (language in ('en', 'fr')),
  tries integer not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_attempt_address on sign_in_attempt (address, created_at);
create index sign_in_attempt_browser on sign_in_attempt (browser_hash);
create index sign_in_attempt_age on sign_in_attempt (created_at);

create table person_session (
  id uuid primary key,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  person_id uuid not null references person (id) on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index person_session_person on person_session (person_id);
create index person_session_expiry on person_session (expires_at);

do $$
declare
  writer text := current_schema() || '_writer';
begin
  execute format(
    'grant select, insert, update, delete on person, person_address, seat, seat_invitation, sign_in_attempt, person_session to %I',
    writer
  );
end $$;
