-- Mails that wait to be sent, written with what caused them. Outside the log, and gone once they are sent or given up, as some
-- hold the token of a link, of which everything else keeps a hash.

create table mail (
  id uuid primary key,
  address text not null check (address = lower(address) and octet_length(address) <= 254),
  -- Subject, text and HTML.
  content jsonb not null,
  tries integer not null,
  created_at timestamptz not null,
  -- When it is sent next; while a process is sending it, when another one may.
  due_at timestamptz not null,
  expires_at timestamptz not null
);
create index mail_due on mail (due_at);
create index mail_address on mail (address);

do $$
begin
  execute format('grant select, insert, update, delete on mail to %I', current_schema() || '_writer');
end $$;
