-- What the query contributionsToPassOn sends, below the inputs that lead to it. Written by `npm run generate`.

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
          exists (
            select
            from
              contribution_statement said
            where
              said.organisation_id = parent.key
              and said.act = 'CORROBORATED'
              and said.commitment_id = g.commitment_id
              and said.contribution_id = g.id
              and said.version >= g.evidence_since
          )
          and g.retracted_on is null
          and g.amount > coalesce(
            (
              select
                sum(passed.amount)
              from
                contribution passed
              where
                passed.passes_on_commitment_id = g.commitment_id
                and passed.passes_on_id = g.id
                and passed.contributor_id = parent.key
                and passed.retracted_on is null
            ),
            0
          )
      ) listed
    order by
      "position" desc
    limit
      $3
  ) child on true
order by
  "position" desc;

-- {"keys":["1"],"args":{"unit":"EUR"}}
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
          exists (
            select
            from
              contribution_statement said
            where
              said.organisation_id = parent.key
              and said.act = 'CORROBORATED'
              and said.commitment_id = g.commitment_id
              and said.contribution_id = g.id
              and said.version >= g.evidence_since
          )
          and g.retracted_on is null
          and g.unit = $3
          and g.amount > coalesce(
            (
              select
                sum(passed.amount)
              from
                contribution passed
              where
                passed.passes_on_commitment_id = g.commitment_id
                and passed.passes_on_id = g.id
                and passed.contributor_id = parent.key
                and passed.retracted_on is null
            ),
            0
          )
      ) listed
    order by
      "position" desc
    limit
      $4
  ) child on true
order by
  "position" desc;
