-- What the operator's keys may is called after it: an ADMIN is whoever administers an organisation.
alter table access_key drop constraint access_key_scopes_check;
update access_key set scopes = array_replace(scopes, 'admin', 'operator');
alter table access_key add constraint access_key_scopes_check
  check (cardinality(scopes) > 0 and scopes <@ array['read', 'write', 'operator']);

alter table session drop constraint session_scopes_check;
update session set scopes = array_replace(scopes, 'admin', 'operator');
alter table session add constraint session_scopes_check
  check (cardinality(scopes) > 0 and scopes <@ array['read', 'write', 'operator']);
