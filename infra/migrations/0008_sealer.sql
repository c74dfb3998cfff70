-- What is published of the log is the sealer's to write: a role of its own, which can sign off what the application recorded
-- and record nothing itself. The application reads it. Runs as the role `<schema>_owner`.

do $$
declare
  schema text := current_schema();
  writer text := schema || '_writer';
  sealer text := schema || '_sealer';
begin
  execute format('revoke insert, update on log_tile, log_seal, log_opening from %I', writer);
  execute format('revoke insert on checkpoint, cosignature from %I', writer);
  execute format('revoke execute on function open_log(), close_log() from %I', writer);

  execute format('grant usage on schema %I to %I', schema, sealer);
  execute format('grant execute on function log_is_open(), open_log(), close_log() to %I', sealer);
  execute format('grant select, insert, update on log_tile, log_seal, log_opening to %I', sealer);
  execute format('grant select, insert on checkpoint, cosignature to %I', sealer);
end $$;
