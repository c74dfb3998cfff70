-- A mailed invitation to a mission proves its address to somebody new, in the language it was written in, and its senders see
-- what became of it.
alter table partner_invitation
  -- Of what its mail proves the address by, to somebody new; nothing any more once that was done.
  add column proof_hash bytea unique check (octet_length(proof_hash) = 32),
  -- Nothing of a link to be passed on.
  add column language text check (language in ('en', 'fr')),
  -- When its mail was given up: the server of the mailbox did not take it.
  add column undelivered_at timestamptz,
  -- How it ended; nothing where that was before this was kept.
  add column outcome text check (outcome in ('ACCEPTED', 'DECLINED', 'REVOKED')),
  -- The organisation that accepted a mailed one, which is public.
  add column accepted_by uuid;

-- A seat that is asked for by a link to be copied. Whoever follows it only asks; never to administer.
create table seat_link (
  id uuid primary key,
  organisation_id uuid not null,
  role text not null check (role in ('WRITER', 'READER')),
  made_by uuid not null references person (id) on delete cascade,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index seat_link_organisation on seat_link (organisation_id);
create index seat_link_maker on seat_link (made_by);
create index seat_link_expiry on seat_link (expires_at);

alter table seat_request
  -- What the link that she followed is for; nothing where she found the organisation herself.
  add column role text check (role in ('WRITER', 'READER'));

do $$
begin
  execute format('grant select, insert, update, delete on seat_link to %I', current_schema() || '_writer');
end $$;
