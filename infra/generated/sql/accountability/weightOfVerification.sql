-- What the query weightOfVerification sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{"on":"2026-12-31"}}
select
  named.key,
  exists (
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
  ) as accredited,
  exists (
    select
    from
      (
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
                      m.since <= $1::date
                      and (
                        m.until is null
                        or m.until >= $2::date - $3::integer
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
                      said.organisation_id::text
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
                      m.since <= $4::date
                      and (
                        m.until is null
                        or m.until >= $5::date - $6::integer
                      )
                  )
                select
                  id
                from
                  one
              ) members
          ) as evaluator
      ) of_group
      join reputation_payment paid on (
        paid.giver_id = any (of_group.giver)
        and paid.receiver_id = any (of_group.evaluator)
      )
      or (
        paid.giver_id = any (of_group.evaluator)
        and paid.receiver_id = any (of_group.giver)
      )
    where
      paid.given_to between said.said_on - $7::integer and said.said_on + $8::integer
  ) as paid
from
  unnest($9::text[], $10::text[], $11::text[], $12::text[]) as named (key, commitment_id, contribution_id, position)
  join contribution_statement said on said.commitment_id = named.commitment_id
  and said.contribution_id = named.contribution_id
  and said.position::text = named.position
  join contribution g on g.commitment_id = said.commitment_id
  and g.id = said.contribution_id;
