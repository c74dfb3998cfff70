-- What a mail that waits is about: an invitation, a recovery, or a person it tells of. It goes once that is over.
alter table mail add column about uuid;
create index mail_about on mail (about);

-- Who is told of a recovery: those with a seat in the organisation, and ADMINs of whoever steers a mission with it.
create table recovery_notice (
  recovery_id uuid not null references access_recovery (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  -- When a mailbox of hers took the mail; null while it waits, and where none did.
  reached_at timestamptz,
  primary key (recovery_id, person_id)
);
create index recovery_notice_person on recovery_notice (person_id);

alter table access_recovery
  -- Since when somebody completes it; whose seat it is to be stays where that could not be recorded.
  add column begun_at timestamptz,
  -- When somebody was found to administer the organisation again.
  add column moot_at timestamptz;
update access_recovery set begun_at = ready_at where member_id is not null;

-- By what the mail of an invitation refuses further ones, by hashes alone: it outlives the invitation.
create table stop_link (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  address_hash bytea not null check (octet_length(address_hash) = 32),
  expires_at timestamptz not null
);
create index stop_link_expiry on stop_link (expires_at);
insert into stop_link
select stop_hash, sha256(convert_to(address, 'UTF8')), created_at + interval '30 days'
from (
  select stop_hash, address, created_at from seat_invitation
  union all
  select stop_hash, address, created_at from partner_invitation
) invitation
where stop_hash is not null and address is not null;
alter table seat_invitation drop column stop_hash;
alter table partner_invitation drop column stop_hash;

-- Made on the command line, for one operator more or one who lost her device; those that a start prints are for the first.
alter table operator_link add column beside_others boolean not null default false;

do $$
begin
  execute format(
    'grant select, insert, update, delete on recovery_notice, stop_link to %I',
    current_schema() || '_writer'
  );
end $$;
