import { Context, Field, ObjectType, Parent, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';
import {
  connectionType,
  DateScalar,
  Node,
  pageAsked,
  PositionScalar,
  Registry,
  toConnection,
  type DeskList,
  type GraphqlContext,
} from '@maillage/engine';
import { standing, STANDINGS, today, type CalendarDate, type Standing } from '@maillage/kernel';
import { Mission, missionOf } from '@maillage/missions';
import { subjectOf } from '../subject.js';
import { awaitedOfOrganisation, type AwaitedRow } from './queries.js';

const StandingEnum = Object.fromEntries(STANDINGS.map((each) => [each, each]));
registerEnumType(StandingEnum, {
  name: 'WindowStanding',
  description: 'How something that is awaited stands on a day, in UTC.',
  valuesMap: {
    OPEN: { description: 'Not answered, and not yet past its due date.' },
    IN_TIME: { description: 'Answered on its due date at the latest.' },
    LATE: { description: 'Answered after its due date.' },
    OVERDUE: { description: 'Past its due date, and not answered.' },
  },
});

@ObjectType({ description: 'An answer that is awaited of an organisation, or of whoever holds a role.' })
export class Awaited {
  @Field({ description: 'What is asked: the type of the event that asked, or what several types call it.' })
  kind!: string;
  @Field({ description: 'The stream of the event that asked, `<aggregate>/<id>`.' })
  stream!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Which of several of its kind in one stream; null where that has one at a time.',
  })
  ref!: string | null;
  @Field(() => PositionScalar, { description: 'Of the event that asked.' })
  position!: string;
  @Field(() => String, {
    nullable: true,
    description: 'The role in the mission whose holders are asked; null where the organisation is asked by name.',
  })
  role!: string | null;
  @Field(() => DateScalar, { description: 'Since when it is awaited.' })
  askedOn!: string;
  @Field(() => DateScalar, { description: 'The last day on which an answer is in time.' })
  dueOn!: string;
  @Field(() => StandingEnum, { description: 'On the day of the desk.' })
  standing!: Standing;

  missionId!: string | null;

  static of(row: AwaitedRow, on: CalendarDate): Awaited {
    return Object.assign(new Awaited(), {
      kind: row.kind,
      stream: row.stream,
      ref: row.ref === '' ? null : row.ref,
      position: row.position,
      role: row.by_role ? row.asked_of : null,
      askedOn: row.asked_on,
      dueOn: row.due_on,
      standing: standing(row.due_on, row.answered_on, on),
      missionId: row.mission_id,
    });
  }
}

const AwaitedConnection = connectionType(Awaited);

@Resolver(() => Awaited)
export class AwaitedResolver {
  constructor(private readonly registry: Registry) {}

  @ResolveField(() => Mission, {
    nullable: true,
    description: 'The mission it belongs to; null where it belongs to none, or while the views have not caught up.',
  })
  mission(@Parent() { missionId }: Awaited, @Context() context: GraphqlContext): Promise<Mission | null> {
    return missionId === null ? Promise.resolve(null) : missionOf(context, missionId);
  }

  @ResolveField(() => Node, {
    nullable: true,
    description:
      'What the answer is about: the thing whose stream it is. Null where that has no id of its own, or while the views have not caught up.',
  })
  subject(@Parent() { stream }: Awaited, @Context() context: GraphqlContext): Promise<Node | null> {
    return subjectOf(this.registry, context, stream);
  }
}

/** Whatever the events of all slices ask, on the desk of whoever they ask. */
export const awaitedOnDesk: DeskList = {
  name: 'awaited',
  says: 'Answers that are awaited of it, by name or as the holder of a role, by due date: open and overdue ones.',
  of: { connection: AwaitedConnection },
  load: async ({ organisationId, args, context, info }) => {
    const on = today(context.clock);
    const page = await context.loaders.load(awaitedOfOrganisation, organisationId, { ...pageAsked(args, info), on });
    return toConnection(page, (row) => Awaited.of(row, on));
  },
};
