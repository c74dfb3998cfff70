-- What the query shareAMember sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1 2 3"],"args":null}
select
  asked.key
from
  unnest($1::text[], $2::text[], $3::text[], $4::bigint[]) as asked (key, one, other, up_to)
where
  exists (
    select
    from
      participant_member one
      join participant_member other on other.member_id = one.member_id
    where
      one.organisation_id = asked.one
      and other.organisation_id = asked.other
      and greatest(one.position, other.position) <= asked.up_to
  );
