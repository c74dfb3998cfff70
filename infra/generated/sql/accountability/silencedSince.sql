-- What the query silencedSince sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  r.commitment_id,
  r.id,
  (
    select
      min(gone.day)
    from
      (
        select
          position,
          day
        from
          (
            select
              erasure.entry::jsonb #>> '{data,path}' as path,
              erasure.organisation as erased_by,
              erasure.position,
              left(erasure.entry::json ->> 'recordedAt', 10)::date as day
            from
              event erasure
            where
              erasure.stream = 'erasure/' || (coalesce(r.what_worked_private, r.what_to_try_private) ->> 'eventId')
          ) erased
        where
          erased.path in ('/whatWorked', '/whatToTry')
          and erased.erased_by <> r.reviewed_id
      ) gone
  ) as day
from
  unnest($1::text[], $2::text[]) as named (commitment_id, id)
  join review r on r.commitment_id = named.commitment_id
  and r.id = named.id;
