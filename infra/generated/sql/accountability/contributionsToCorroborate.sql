-- What the query contributionsToCorroborate sends, below the inputs that lead to it. Written by `npm run generate`.

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
          (
            select
              g.*
            from
              commitment_party p
              join contribution g on g.commitment_id = p.commitment_id
            where
              p.organisation_id = parent.key
              and p.part = 'COUNTERPARTY'
              and (
                g.source is null
                or (
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
              )
            union all
            select
              g.*
            from
              mission_member seat
              join contribution g on g.mission_id = seat.mission_id
            where
              seat.organisation_id = parent.key
              and seat.left_at is null
              and g.recorded_by <> parent.key
              and not exists (
                select
                from
                  commitment_party p
                where
                  p.commitment_id = g.commitment_id
                  and p.part = 'COUNTERPARTY'
              )
          ) g
        where
          g.evidence in ('NONE', 'DECLARED')
          and g.contributor_id <> parent.key
          and g.retracted_on is null
          and not exists (
            select
            from
              contribution_statement said
            where
              said.commitment_id = g.commitment_id
              and said.contribution_id = g.id
              and said.organisation_id = parent.key
              and said.version >= g.evidence_since
          )
      ) listed
    order by
      "position"
    limit
      $3
  ) child on true
order by
  "position";
