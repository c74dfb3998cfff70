-- When an ADMIN last said that a seat is right; null where nobody has since it was given.
alter table seat add column confirmed_at timestamptz;

-- That an organisation invited somebody, and not whom: counted for a day, whatever became of the invitation.
create table seat_invitation_sent (
  organisation_id uuid not null,
  sent_at timestamptz not null
);
create index seat_invitation_sent_when on seat_invitation_sent (organisation_id, sent_at);

do $$
declare
  writer text := current_schema() || '_writer';
begin
  execute format('grant select, insert, delete on seat_invitation_sent to %I', writer);
end $$;
