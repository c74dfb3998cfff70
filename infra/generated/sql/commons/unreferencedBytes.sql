-- What the query unreferencedBytes sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"organisationId":"1"}
select
  coalesce(sum(file.size), 0) as bytes
from
  evidence_file file
where
  file.uploaded_by = $1
  and file.erased_at is null
  and not exists (
    select
    from
      evidence_reference reference
    where
      reference.sha256 = file.sha256
  )
  and not exists (
    select
    from
      private_value v
    where
      v.value like '{%'
      and (v.value::jsonb ->> 'sha256') = file.sha256
  );
