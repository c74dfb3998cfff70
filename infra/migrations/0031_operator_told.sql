-- When an ADMIN of the operator's organisation was last told by mail of what waits for the operator: once an hour at most.
alter table seat add column told_at timestamptz;
