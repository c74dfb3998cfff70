-- Mailboxes of which their servers said that they take no mail: nothing is sent there but what their reader asks for.
create table silent_mailbox (
  address text primary key check (address = lower(address) and octet_length(address) <= 254),
  since timestamptz not null
);

-- Of what the mail of an invitation refuses further ones by.
alter table seat_invitation add column stop_hash bytea unique check (octet_length(stop_hash) = 32);

-- How often ADMINs were reminded since a seat was confirmed: as it was to be, and before it lapses.
alter table seat add column reminders integer not null default 0;

do $$
begin
  execute format('grant select, insert, delete on silent_mailbox to %I', current_schema() || '_writer');
end $$;
