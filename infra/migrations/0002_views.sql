-- Where each view stands. The tables of the views themselves are made from their definitions by the engine.

create table view_checkpoint (
  name text primary key,
  version integer not null,
  position bigint not null check (position >= 0),
  state text not null default 'RUNNING' check (state in ('RUNNING', 'HALTED')),
  error text,
  error_position bigint,
  halted_at timestamptz,
  check ((state = 'HALTED') = (error is not null))
);
comment on column view_checkpoint.position is 'Every event up to and including this position is in the view''s tables; moved in the same transaction as the rows.';
comment on column view_checkpoint.error_position is 'Where a reducer threw. The view stands just before it.';
