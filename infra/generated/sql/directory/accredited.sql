-- What the query accredited sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{"on":"2026-03-01","position":"1000"}}
select
  asked.id,
  exists (
    select
    from
      accreditation a
    where
      a.organisation_id = asked.id
      and a.position <= $1::bigint
      and a.since <= $2::date
      and a.until >= $3::date
      and not exists (
        select
        from
          accreditation_ending e
        where
          e.accreditation_id = a.id
          and e.position <= $4::bigint
          and (
            e.ended_on < $5::date
            or e.void_from <= $6::date
          )
      )
  ) as holds
from
  unnest($7::text[]) as asked (id);
