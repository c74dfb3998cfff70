-- Invitations of organisations to a mission, by mail or by a link to be passed on. What leads to somebody is in them for 30 days
-- at the longest; then the row goes as well, which is kept so long to count what an organisation sent.

create table partner_invitation (
  id uuid primary key,
  mission_id uuid not null,
  role text not null,
  -- The backbone, and who of it.
  inviter_id uuid not null,
  invited_by uuid not null references person (id) on delete cascade,
  -- Of a mailed one; nothing any more once it is over.
  address text check (address = lower(address) and octet_length(address) <= 254),
  -- Of what the mail refuses further ones by.
  stop_hash bytea unique check (octet_length(stop_hash) = 32),
  -- Of a link to be passed on.
  token_hash bytea unique check (octet_length(token_hash) = 32),
  taken integer not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- Accepted, declined or taken back.
  ended_at timestamptz
);
create index partner_invitation_inviter on partner_invitation (inviter_id, created_at);
create index partner_invitation_address on partner_invitation (address);
create index partner_invitation_sender on partner_invitation (invited_by);
create index partner_invitation_age on partner_invitation (created_at);

-- Who asked not to be invited ever again, by a hash of the address.
create table mail_stop (
  address_hash bytea primary key check (octet_length(address_hash) = 32),
  created_at timestamptz not null
);

do $$
begin
  execute format(
    'grant select, insert, update, delete on partner_invitation, mail_stop to %I',
    current_schema() || '_writer'
  );
end $$;
