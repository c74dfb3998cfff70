-- Organisations that nobody can act for any more, and whom the operator would have administer each: waiting for whoever objects.
-- Outside the log, and gone after 30 days at the latest.

create table access_recovery (
  id uuid primary key,
  organisation_id uuid not null unique,
  -- Of whoever is to administer it: she has proved it before she does.
  address text not null check (address = lower(address) and octet_length(address) <= 254),
  -- What the operator was shown.
  evidence text not null check (char_length(evidence) <= 1000),
  -- Of the operator's organisation, the seat by which it was opened.
  opened_by uuid not null references seat (member_id) on delete cascade,
  -- Of the link that those who are told object by.
  objection_hash bytea not null unique check (octet_length(objection_hash) = 32),
  created_at timestamptz not null,
  ready_at timestamptz not null,
  expires_at timestamptz not null,
  objected_at timestamptz,
  -- Once it is completed: of the seat, and whose it is. The log is told next, and the row goes last.
  member_id uuid,
  person_id uuid references person (id) on delete cascade,
  check ((member_id is null) = (person_id is null))
);
create index access_recovery_address on access_recovery (address);
create index access_recovery_opener on access_recovery (opened_by);
create index access_recovery_person on access_recovery (person_id);
create index access_recovery_expiry on access_recovery (expires_at);

do $$
begin
  execute format('grant select, insert, update, delete on access_recovery to %I', current_schema() || '_writer');
end $$;
