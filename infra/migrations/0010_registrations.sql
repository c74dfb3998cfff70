-- Organisations that register themselves, and people who ask for a seat. Outside the log, and gone after 30 days at the latest.

-- What waits for the operator: one of each person.
create table registration (
  person_id uuid primary key references person (id) on delete cascade,
  -- Of the organisation and of its first seat, should it be approved.
  organisation_id uuid not null unique,
  member_id uuid not null,
  -- What RegisterOrganisation takes.
  terms jsonb not null,
  reasons text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- Once it is: the log is told next, and what waits goes last.
  approved_at timestamptz
);
create index registration_age on registration (created_at);
create index registration_expiry on registration (expires_at);

create table seat_request (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null references person (id) on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  unique (person_id, organisation_id)
);
create index seat_request_organisation on seat_request (organisation_id);
create index seat_request_expiry on seat_request (expires_at);

-- What the first seat of the operator's organisation is taken by: of the link that a start prints, a hash alone.
create table operator_link (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  expires_at timestamptz not null
);

do $$
begin
  execute format(
    'grant select, insert, update, delete on registration, seat_request, operator_link to %I',
    current_schema() || '_writer'
  );
end $$;
