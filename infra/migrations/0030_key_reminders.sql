-- When the ADMINs of its organisation were told that a key is about to expire, or had it replaced: they are told once.
alter table access_key add column reminded_at timestamptz;
