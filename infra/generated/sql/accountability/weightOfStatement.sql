-- What the query weightOfStatement sends, below the inputs that lead to it. Written by `npm run generate`.

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
          ) as ids
        offset
          0
      ) giver
      join reputation_payment paid on (
        paid.giver_id = any (giver.ids)
        and paid.receiver_id = any (speaker.ids)
      )
      or (
        paid.giver_id = any (speaker.ids)
        and paid.receiver_id = any (giver.ids)
      )
    where
      paid.given_to between said.said_on - $4::integer and said.said_on + $5::integer
  ) as paid,
  not ties.outside as tied,
  not ties.independent as "tiedToParty"
from
  unnest($6::text[], $7::text[], $8::text[], $9::text[]) as named (key, commitment_id, contribution_id, position)
  join contribution_statement said on said.commitment_id = named.commitment_id
  and said.contribution_id = named.contribution_id
  and said.position::text = named.position
  join contribution g on g.commitment_id = said.commitment_id
  and g.id = said.contribution_id
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
                  m.since <= $10::date
                  and (
                    m.until is null
                    or m.until >= $11::date - $12::integer
                  )
              )
            select
              id
            from
              one
          ) members
      ) as ids
    offset
      0
  ) speaker
  cross join lateral (
    select
      g.contributor_id <> all (speaker.ids) as outside,
      g.contributor_id <> all (speaker.ids)
      and not exists (
        select
        from
          commitment_party p
        where
          p.commitment_id = g.commitment_id
          and p.organisation_id = any (speaker.ids)
          and (
            p.in_place_of is null
            or p.accepted_on is not null
          )
      ) as independent
    offset
      0
  ) ties;
