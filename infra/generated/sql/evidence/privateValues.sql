-- What the query privateValues sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["0123abcd 00000000-0000-4000-8000-000000000001 /note"],"args":{"reveal":false}}
select
  named.key,
  stored.is_public
from
  unnest($1::text[], $2::text[], $3::uuid[], $4::text[]) as named (key, sha256, event_id, path)
  join private_value stored on stored.event_id = named.event_id
  and stored.path = named.path;

-- {"keys":["0123abcd 00000000-0000-4000-8000-000000000001 /note"],"args":{"reveal":false}}
-- {"keys":["0123abcd 00000000-0000-4000-8000-000000000001 /note"],"args":{"reveal":true}}
select
  named.key
from
  unnest($1::text[], $2::text[], $3::uuid[], $4::text[]) as named (key, sha256, event_id, path)
  join lateral (
    select
      erasure.entry::jsonb #>> '{data,path}' as path,
      erasure.organisation as erased_by,
      erasure.position,
      left(erasure.entry::json ->> 'recordedAt', 10)::date as day
    from
      event erasure
    where
      erasure.stream = 'erasure/' || named.event_id
  ) erased on erased.path = named.path;

-- {"keys":["0123abcd 00000000-0000-4000-8000-000000000001 /note"],"args":{"reveal":true}}
select
  named.key,
  stored.value,
  case
    when stored.is_public then encode(stored.salt, 'hex')
  end as salt,
  sha256(
    convert_to('maillage/private/v1' || chr(10), 'UTF8') || stored.salt || convert_to(stored.value, 'UTF8')
  ) = decode(named.sha256, 'hex') as opens
from
  unnest($1::text[], $2::text[], $3::uuid[], $4::text[]) as named (key, sha256, event_id, path)
  join private_value stored on stored.event_id = named.event_id
  and stored.path = named.path;
