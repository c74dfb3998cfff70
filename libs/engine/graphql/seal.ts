import { Field, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import type { SealStatus } from '@maillage/ledger';
import { Bus } from '../bus.js';
import { seal } from '../queries/tree.js';
import { QuorumObject } from './checkpoint.js';
import { DateTimeScalar, PositionScalar } from './scalars.js';

const SealStateEnum = { OPEN: 'OPEN', CLOSED: 'CLOSED' } as const;
registerEnumType(SealStateEnum, {
  name: 'SealState',
  description: 'Whether the log takes events.',
  valuesMap: {
    OPEN: { description: 'Events are recorded, and sealed a moment later.' },
    CLOSED: {
      description: 'Nothing is recorded: this database was not found to continue what was signed, or not yet.',
    },
  },
});

@ObjectType({ description: 'A witness the log asks to sign its checkpoints.' })
class WitnessStatus {
  @Field({ description: 'By the name the policy gives it.' })
  name!: string;
  @Field(() => PositionScalar, { description: 'The largest it has signed; "0" when none.' })
  size!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it signed that one; null when none.' })
  signedAt!: string | null;
}

@ObjectType({ description: 'How far the log is sealed, by whom, and whether it may be.' })
class Seal {
  @Field(() => SealStateEnum, { description: 'Whether anything may be recorded and sealed.' })
  state!: SealStatus['state'];
  @Field(() => String, { nullable: true, description: 'Why nothing more is signed, where that is so.' })
  refusal!: string | null;
  @Field(() => PositionScalar, { description: 'The size of the newest checkpoint signed; "0" before the first.' })
  sealed!: string;
  @Field(() => PositionScalar, { description: 'How many events no checkpoint covers yet.' })
  lag!: string;
  @Field(() => String, { nullable: true, description: 'The log’s name; null before the first checkpoint.' })
  origin!: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'The key to verify checkpoints and receipts with: a C2SP signed-note vkey. Compare it with one you trust.',
  })
  key!: string | null;
  @Field(() => [WitnessStatus], { description: 'Those of the log’s policy, and how far each has signed.' })
  witnesses!: readonly WitnessStatus[];
  @Field(() => QuorumObject, {
    nullable: true,
    description: 'Of the newest checkpoint shown; null where no witnesses are asked for.',
  })
  quorum!: QuorumObject | null;

  static of({ state, refusal, sealed, lag, origin, vkey, witnesses, quorum }: SealStatus): Seal {
    return Object.assign(new Seal(), {
      state,
      refusal: refusal ?? null,
      sealed: sealed.toString(),
      lag: lag.toString(),
      origin: origin ?? null,
      key: vkey ?? null,
      witnesses: witnesses.map(({ name, size, signedAt }) =>
        Object.assign(new WitnessStatus(), { name, size: size.toString(), signedAt: signedAt ?? null }),
      ),
      quorum: quorum === undefined ? null : QuorumObject.of(quorum),
    });
  }
}

@Resolver()
export class SealResolver {
  constructor(private readonly bus: Bus) {}

  @Query(() => Seal, { description: 'Where the seal of the log stands, beside `head` and `views`.' })
  async seal(): Promise<Seal> {
    return Seal.of(await this.bus.ask(seal, null));
  }
}
