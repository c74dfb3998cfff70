-- What the query contributionsToDeclare sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{}}
select
  parent.key as parent_key,
  (
    select
      coalesce(min(position), 0)
    from
      view_checkpoint
    where
      name = any ($1::text[])
  ) as computed_at,
  child.position is null as absent,
  child.*
from
  unnest($2::text[]) as parent (key)
  left join lateral (
    select
      *
    from
      (
        select
          g.*
        from
          contribution g
        where
          g.contributor_id = parent.key
          and g.retracted_on is null
          and (
            exists (
              select
              from
                mission_member own
              where
                own.mission_id = g.mission_id
                and own.organisation_id = parent.key
            )
            or exists (
              select
              from
                commitment_party own
              where
                own.commitment_id = g.commitment_id
                and own.organisation_id = parent.key
                and own.accepted_on is not null
            )
          )
          and not exists (
            select
            from
              contribution_statement said
            where
              said.commitment_id = g.commitment_id
              and said.contribution_id = g.id
              and said.act = 'DECLARED'
          )
      ) listed
    order by
      "position"
    limit
      $3
  ) child on true
order by
  "position";
