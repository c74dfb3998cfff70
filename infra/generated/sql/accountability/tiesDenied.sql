-- What the query tiesDenied sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{"on":"2026-12-31","evaluatorId":"1"}}
select
  g.commitment_id || '/' || g.id as key,
  denial.said_on as denied
from
  unnest($1::text[], $2::text[]) as named (commitment_id, id)
  join contribution g on g.commitment_id = named.commitment_id
  and g.id = named.id
  cross join lateral (
    select
      said.said_on,
      said.position
    from
      contribution_statement said
      join contribution other on other.commitment_id = said.commitment_id
      and other.id = said.contribution_id
    where
      said.organisation_id = $3
      and said.no_ties
      and other.contributor_id = g.contributor_id
      and said.said_on <= $4::date
      and said.said_on > $5::date - $6::integer
    order by
      said.position desc
    limit
      1
  ) denial
  cross join lateral (
    select
      array(
        select
          id
        from
          (
            with recursive
              one (id) as (
                select
                  g.contributor_id::text
                union
                select
                  case
                    when m.organisation_id = one.id then m.group_id
                    else m.organisation_id
                  end
                from
                  one
                  join group_membership m on m.organisation_id = one.id
                  or m.group_id = one.id
                where
                  m.since <= $7::date
                  and (
                    m.until is null
                    or m.until >= $8::date - $9::integer
                  )
              )
            select
              id
            from
              one
          ) members
      ) as giver,
      array(
        select
          id
        from
          (
            with recursive
              one (id) as (
                select
                  $10::text::text
                union
                select
                  case
                    when m.organisation_id = one.id then m.group_id
                    else m.organisation_id
                  end
                from
                  one
                  join group_membership m on m.organisation_id = one.id
                  or m.group_id = one.id
                where
                  m.since <= $11::date
                  and (
                    m.until is null
                    or m.until >= $12::date - $13::integer
                  )
              )
            select
              id
            from
              one
          ) members
      ) as evaluator
  ) of_group
where
  not exists (
    select
    from
      reputation_payment paid
    where
      paid.position > denial.position
      and (
        (
          paid.giver_id = any (of_group.giver)
          and paid.receiver_id = any (of_group.evaluator)
        )
        or (
          paid.giver_id = any (of_group.evaluator)
          and paid.receiver_id = any (of_group.giver)
        )
      )
  );
