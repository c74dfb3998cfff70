-- What the query invitedOfLate sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"by":"1","to":"2","on":"2026-12-31"}
select
  count(*)::integer as count
from
  (
    select
      mission_id
    from
      mission_invitation
    where
      organisation_id = $1
      and state in ('OPEN', 'DECLINED')
      and (invited_at at time zone 'UTC')::date > $2::date - $3::integer
    union all
    select
      mission_id
    from
      mission_handover
    where
      successor_id = $4
      and proposed_on > $5::date - $6::integer
  ) asked
where
  exists (
    select
    from
      mission_member inviter
    where
      inviter.mission_id = asked.mission_id
      and inviter.left_at is null
      and 'BACKBONE' = any (inviter.roles)
      and inviter.organisation_id in (
        with recursive
          one (id) as (
            select
              $7::text
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
              m.since <= $8::date
              and (
                m.until is null
                or m.until >= $9::date - $10::integer
              )
          )
        select
          id
        from
          one
      )
  );
