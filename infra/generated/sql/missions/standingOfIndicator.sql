-- What the query standingOfIndicator sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  (
    select
      string_agg(
        concat_ws(' ', name, version, position, xmin),
        ','
        order by
          name
      ) as stand
    from
      view_checkpoint
    where
      name = any ($1::text[])
  ) as stand,
  i.id,
  i.definition_version,
  i.retired_on,
  (
    select
      json_agg(
        json_build_object(
          'version',
          d.version,
          'mode',
          d.mode,
          'direction',
          d.direction,
          'aggregation',
          d.aggregation,
          'unit',
          d.unit,
          'baseline',
          d.baseline_value::text
        )
        order by
          d.version
      )
    from
      indicator_definition d
    where
      d.indicator_id = i.id
  ) as definitions,
  coalesce(
    (
      select
        json_agg(
          json_build_object(
            'targetId',
            t.target_id,
            'position',
            t.position::text,
            'value',
            t.value::text,
            'upper',
            t.upper::text,
            'from',
            t.from_value::text,
            'dueOn',
            t.due_on,
            'setOn',
            t.set_on,
            'categories',
            t.categories,
            'definitionVersion',
            t.definition_version
          )
          order by
            t.position,
            t.turn
        )
      from
        indicator_target t
      where
        t.indicator_id = i.id
    ),
    '[]'
  ) as targets,
  coalesce(
    (
      select
        json_agg(
          json_build_object(
            'id',
            m.id,
            'recordedBy',
            m.recorded_by,
            'capacity',
            m.capacity,
            'period',
            json_build_object('from', m.period_from, 'to', m.period_to),
            'everywhere',
            m.place_name is null,
            'group',
            m.group_name,
            'categories',
            m.categories,
            'cell',
            m.cell,
            'value',
            m.value::text,
            'numerator',
            m.numerator::text,
            'denominator',
            m.denominator::text,
            'confirmedAt',
            m.confirmed_position::text,
            'recordedOn',
            (m.recorded_at at time zone 'UTC')::date,
            'position',
            m.position::text
          )
          order by
            m.position
        )
      from
        (
          select
            *,
            rank() over (
              partition by
                cell,
                capacity = 'OTHER'
              order by
                period_to desc
            ) as turn,
            row_number() over (
              partition by
                cell,
                capacity = 'OTHER',
                recorded_by
              order by
                period_to desc,
                position desc
            ) as own
          from
            measurement
          where
            indicator_id = i.id
        ) m
      where
        case
          when m.capacity = 'OTHER' then m.own = 1
          else m.turn = 1
          or exists (
            select
            from
              indicator_definition d
            where
              d.indicator_id = i.id
              and d.aggregation in ('SUM', 'MEAN')
          )
        end
    ),
    '[]'
  ) as figures,
  (
    select
      coalesce(min(position), 0)
    from
      view_checkpoint
    where
      name = any ($2::text[])
  ) as computed_at
from
  indicator i
where
  i.id = any ($3::text[]);
