-- What the query isInCircleOfCommitment sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{"organisationId":"1"}}
select
  c.id
from
  commitment c
where
  c.id = any ($1::text[])
  and (
    exists (
      select
      from
        commitment_party p
      where
        p.commitment_id = c.id
        and p.organisation_id = $2
    )
    or exists (
      select
      from
        mission_member m
      where
        m.mission_id = c.mission_id
        and m.organisation_id = $3
        and m.left_at is null
        and m.by_invitation
    )
  );
