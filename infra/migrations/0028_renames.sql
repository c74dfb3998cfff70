-- Names that wait for the operator, and by whose word of the operator's an organisation was registered.
alter table registration
  -- By the member id of her seat; nothing where nobody had to look at it.
  add column approved_by uuid;

-- A name that an organisation would take: one of each. The name it has stands until then.
create table renaming (
  organisation_id uuid primary key,
  -- Of the command by which it is recorded.
  id uuid not null unique,
  name text not null,
  reasons text[] not null,
  asked_by uuid not null references person (id) on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index renaming_asker on renaming (asked_by);
create index renaming_expiry on renaming (expires_at);

do $$
begin
  execute format('grant select, insert, update, delete on renaming to %I', current_schema() || '_writer');
end $$;
