-- What the query connectionsAround sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  named.key,
  tied.*
from
  unnest($1::text[]) as named (key)
  cross join lateral (
    with recursive
      one (id) as (
        select
          unnest(string_to_array(named.key, ','))
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
      )
    select
      m.organisation_id as "organisationId",
      m.group_id as "controlGroupId",
      m.since as
    from
,
      m.until
    from
      one
      join group_membership m on m.organisation_id = one.id
    order by
      m.organisation_id,
      m.nth
  ) tied;
