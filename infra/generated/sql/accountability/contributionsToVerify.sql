-- What the query contributionsToVerify sends, below the inputs that lead to it. Written by `npm run generate`.

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
          mission_member seat
          join contribution g on g.mission_id = seat.mission_id
        where
          seat.organisation_id = parent.key
          and 'EVALUATOR' = any (seat.roles)
          and g.retracted_on is null
          and not exists (
            select
            from
              contribution_statement said
            where
              said.commitment_id = g.commitment_id
              and said.contribution_id = g.id
              and said.act = 'VERIFIED'
              and said.version >= g.evidence_since
              and (
                said.organisation_id = parent.key
                or exists (
                  select
                  from
                    accreditation a
                  where
                    a.organisation_id = said.organisation_id
                    and a.position <= 9223372036854775807::bigint
                    and a.since <= said.said_on
                    and a.until >= said.said_on
                    and not exists (
                      select
                      from
                        accreditation_ending e
                      where
                        e.accreditation_id = a.id
                        and e.position <= 9223372036854775807::bigint
                        and (
                          e.ended_on < said.said_on
                          or e.void_from <= said.said_on
                        )
                    )
                )
              )
          )
      ) listed
    order by
      "position"
    limit
      $3
  ) child on true
order by
  "position";
