-- An account that somebody who is signed in would link: begun in her session, answered by the issuer, and ended in the same browser
-- and session. For ten minutes, and once.
create table account_link (
  -- Of what the issuer brings back.
  state_hash bytea primary key check (octet_length(state_hash) = 32),
  session_id uuid not null references person_session (id) on delete cascade,
  expires_at timestamptz not null,
  -- Once the issuer answered: whose account it is, and what the browser was given that the answer came to.
  issuer text,
  subject text,
  browser_hash bytea check (octet_length(browser_hash) = 32),
  check (num_nonnulls(issuer, subject, browser_hash) in (0, 3))
);
create index account_link_session on account_link (session_id);
create index account_link_expiry on account_link (expires_at);

do $$
begin
  execute format('grant select, insert, update, delete on account_link to %I', current_schema() || '_writer');
end $$;
