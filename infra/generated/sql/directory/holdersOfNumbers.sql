-- What the query holdersOfNumbers sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"numbers":["GB-COH 11379025"],"organisationId":"1"}
select
  held.number_key,
  holder.id,
  holder.name
from
  organisation_identifier held
  join organisation holder on holder.id = held.organisation_id
  left join organisation own on own.id = $1
where
  held.number_key = any ($2::text[])
  and held.confirmed
  and holder.id <> $3
  and holder.duplicate_of is distinct from $4
  and own.duplicate_of is distinct from holder.id
order by
  holder.name,
  holder.id;
