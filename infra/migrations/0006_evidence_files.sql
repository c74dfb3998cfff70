-- What is known of the files of evidence beside their bytes, which are kept by their hash in a folder or an object store.
-- The log names files by their hash alone, so that one can be erased.

create table evidence_file (
  sha256 text collate "C" primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  size integer not null check (size > 0),
  uploaded_by text not null,
  uploaded_at timestamptz not null default now(),
  named_at timestamptz not null default now(),
  stored_at timestamptz,
  erased_at timestamptz,
  erasure_reason text,
  check ((erased_at is null) = (erasure_reason is null))
);
create index evidence_file_uploaded_by on evidence_file (uploaded_by);
comment on table evidence_file is 'One row per content: the same file twice is one file.';
comment on column evidence_file.media_type is 'As found from the content, never as the client said.';
comment on column evidence_file.uploaded_by is 'The organisation that uploaded it first.';
comment on column evidence_file.named_at is 'When it was last uploaded, or named by a command: what was named lately is not swept, for its event may be under way.';
comment on column evidence_file.stored_at is 'When its bytes were in the store for certain; the row is there before them, so that none are ever without one.';
comment on column evidence_file.erased_at is 'When an operator had its bytes deleted. The row stays, so that the same content is not taken again.';

do $$
declare
  schema text := current_schema();
begin
  execute format('grant select, insert, update, delete on evidence_file to %I', schema || '_writer');
  -- Whoever checks may know which files there should be; who uploaded them, and why one went, is not published.
  execute format('grant select (sha256, media_type, size, uploaded_at, stored_at, erased_at) on evidence_file to %I', schema || '_reader');
end $$;
