-- Who made a key by a page, outside the log: it comes up for revoking once she administers the organisation no more. Of one who
-- erased herself stays that she did.
alter table access_key
  add column made_by uuid references person (id) on delete set null,
  add column orphaned_at timestamptz,
  -- A day, so that a key in use is written once a day and process.
  add column last_used_on date;
create index access_key_maker on access_key (made_by);
