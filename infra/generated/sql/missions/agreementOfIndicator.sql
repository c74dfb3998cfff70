-- What the query agreementOfIndicator sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  i.id as indicator_id,
  count(member.organisation_id)::integer as members,
  coalesce(
    array_agg(
      a.organisation_id
      order by
        a.position
    ) filter (
      where
        a.position is not null
    ),
    '{}'
  ) as agreed,
  (
    select
      coalesce(min(position), 0)
    from
      view_checkpoint
    where
      name = any ($1::text[])
  ) as computed_at
from
  indicator i
  left join mission_member member on member.mission_id = i.mission_id
  and member.left_at is null
  left join indicator_agreement a on a.indicator_id = i.id
  and a.version = i.definition_version
  and a.organisation_id = member.organisation_id
where
  i.id = any ($2::text[])
group by
  i.id;
