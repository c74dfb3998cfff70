-- What the query reviewRequestsOf sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{"on":"2026-12-31"}}
select
  asking.asker,
  request.*
from
  unnest($1::text[]) as asking (asker)
  cross join lateral (
    with
      c as materialized (
        select
          c.id,
          c.amount,
          c.unit,
          c.due_on,
          mine.part
        from
          mission_member seat
          join commitment c on c.mission_id = seat.mission_id
          left join commitment_party mine on mine.commitment_id = c.id
          and mine.organisation_id = asking.asker
        where
          seat.organisation_id = asking.asker
          and seat.left_at is null
          and ((c.withdrawn_at at time zone 'UTC')::date <= $2::date) is not true
          and not exists (
            select
            from
              commitment_party p
            where
              p.commitment_id = c.id
              and p.part = 'PROMISOR'
              and exists (
                select
                from
                  organisation one
                  join organisation other on other.control_group_id = one.control_group_id
                where
                  one.id = p.organisation_id
                  and other.id = asking.asker
              )
          )
      )
    select
      c.id as commitment_id,
      promisor.organisation_id as reviewed_id,
      fell.since,
      coalesce(c.part, 'MEMBER') as asked_as
    from
      c
      join commitment_party promisor on promisor.commitment_id = c.id
      and promisor.part = 'PROMISOR'
      and not exists (
        select
        from
          review r
        where
          r.commitment_id = c.id
          and r.reviewer_id = asking.asker
          and r.reviewed_id = promisor.organisation_id
      )
      and not exists (
        select
        from
          review_decline d
        where
          d.commitment_id = c.id
          and d.reviewer_id = asking.asker
          and d.reviewed_id = promisor.organisation_id
      )
      cross join lateral (
        select
          min(reached.period_to) as day
        from
          (
            select
              g.period_to,
              count(*) over so_far as gifts,
              coalesce(
                sum(g.amount) filter (
                  where
                    g.unit = c.unit
                ) over so_far,
                0
              ) as amount
            from
              contribution g
            where
              g.commitment_id = c.id
              and not g.disputed
              and g.period_to <= $3::date
            window
              so_far as (
                order by
                  g.period_to
              )
          ) reached
        where
          case
            when c.amount is null then reached.gifts > 0
            else reached.amount >= c.amount
          end
      ) kept
      cross join lateral (
        select
          least(
            case
              when c.due_on < $4::date then c.due_on
            end,
            kept.day
          ) as since
      ) fell
    where
      fell.since is not null
    order by
      fell.since,
      c.id,
      promisor.organisation_id
    limit
      $5
  ) request
order by
  request.since,
  request.commitment_id,
  request.reviewed_id;
