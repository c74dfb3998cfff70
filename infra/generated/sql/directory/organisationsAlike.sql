-- What the query organisationsAlike sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"name":"part of a name","numbers":["GB-COH 11379025"]}
select
  *
from
  (
    select
      id,
      name,
      sector,
      jurisdiction,
      jsonb_array_length(confirmations) > 0 as confirmed,
      replace(replace(translate(name_key, $1, $2), 'rn', 'm'), 'vv', 'w') = $3::text as same_name,
      exists (
        select
        from
          organisation_identifier claim
        where
          claim.organisation_id = organisation.id
          and claim.number_key = any ($4::text[])
      ) as same_number,
      $5
      and "organisation"."search" like all ($6::text[]) as same_words
    from
      organisation
    where
      duplicate_of is null
      and dissolved_on is null
  ) alike
where
  same_name
  or same_number
  or same_words
order by
  same_number desc,
  same_name desc,
  name,
  id
limit
  $7;
