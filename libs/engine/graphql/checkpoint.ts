import { Args, ArgsType, Context, Field, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import { quorumOf, type QuorumStatus, type SealedCheckpoint } from '@maillage/ledger';
import { Bus } from '../bus.js';
import {
  checkpointCovering,
  checkpointOfSize,
  consistencyOf,
  latestCheckpoint,
  policyOfLog,
  THE_LOG,
} from '../queries/tree.js';
import { argumentsOf } from './arguments.js';
import type { GraphqlContext } from './context.js';
import { DateTimeScalar, PositionScalar } from './scalars.js';

@ObjectType('Cosignature', { description: 'A witness’s signature on a checkpoint (C2SP tlog-cosignature).' })
export class CosignatureObject {
  @Field({ description: 'By the name the policy gives it.' })
  witness!: string;
  @Field(() => DateTimeScalar, { description: 'As the witness says, to the second.' })
  signedAt!: string;
  @Field({ description: 'Its line in the checkpoint’s note, without the line break.' })
  line!: string;
}

@ObjectType('Quorum', { description: 'Whether a checkpoint has the witnesses that the log’s policy asks for.' })
export class QuorumObject {
  @Field({ description: 'The name, in the policy, of the witness or group that must have signed.' })
  required!: string;
  @Field({ description: 'Whether those required have signed.' })
  met!: boolean;
  @Field(() => [String], { description: 'Witnesses of the policy that have not signed it, needed or not.' })
  missing!: readonly string[];

  static of({ required, met, missing }: QuorumStatus): QuorumObject {
    return Object.assign(new QuorumObject(), { required, met, missing });
  }
}

@ObjectType('Checkpoint', {
  description: 'What the log held at one size, signed: whoever has two of one size with different roots has caught it.',
})
export class CheckpointObject {
  @Field({ description: 'The log’s name, which is also the name of its key.' })
  origin!: string;
  @Field(() => PositionScalar, { description: 'How many events it covers: positions "1" to this one.' })
  size!: string;
  @Field({ description: 'Of the Merkle tree over their leaf hashes (RFC 6962 §2.1): base64, as in the note.' })
  rootHash!: string;
  @Field({ description: 'The signed note itself (C2SP tlog-checkpoint), the lines of witnesses included.' })
  note!: string;
  @Field(() => DateTimeScalar, { description: 'When it was signed.' })
  signedAt!: string;
  @Field(() => [CosignatureObject], { description: 'Those of witnesses, by their names.' })
  cosignatures!: readonly CosignatureObject[];

  sealed!: SealedCheckpoint;

  static of(sealed: SealedCheckpoint): CheckpointObject {
    return Object.assign(new CheckpointObject(), {
      origin: sealed.origin,
      size: sealed.size.toString(),
      rootHash: sealed.root.toString('base64'),
      note: sealed.note,
      signedAt: sealed.signedAt,
      cosignatures: sealed.cosignatures.map(({ witness, line, signedAt }) =>
        Object.assign(new CosignatureObject(), { witness, signedAt, line: line.trimEnd() }),
      ),
      sealed,
    });
  }
}

@ObjectType('Consistency', {
  description: 'That the log at one size begins with the log at a smaller one (RFC 6962 §2.1.2). All hashes in base64.',
})
export class ConsistencyObject {
  @Field(() => PositionScalar, { description: 'The smaller size.' })
  from!: string;
  @Field(() => PositionScalar, { description: 'The larger size.' })
  to!: string;
  @Field({ description: 'At size `from`; compare it with the checkpoint you hold.' })
  fromRoot!: string;
  @Field({ description: 'At size `to`; compare it with the checkpoint you were given.' })
  toRoot!: string;
  @Field(() => [String], { description: 'Empty where the sizes are alike, and from size "0".' })
  proof!: readonly string[];
}

@ArgsType()
class CheckpointArgs {
  @Field(() => PositionScalar, { nullable: true, description: 'The one signed at exactly this size.' })
  size?: string;
  @Field(() => PositionScalar, { nullable: true, description: 'The smallest one signed that covers this position.' })
  covering?: string;
}

@ArgsType()
class ConsistencyArgs {
  @Field(() => PositionScalar, { description: 'The smaller size, "0" or more.' })
  from!: string;
  @Field(() => PositionScalar, { description: 'The larger size, at most that of the newest checkpoint signed.' })
  to!: string;
}

@Resolver(() => CheckpointObject)
export class CheckpointResolver {
  constructor(private readonly bus: Bus) {}

  @Query(() => CheckpointObject, {
    nullable: true,
    description:
      'The newest checkpoint, or the one asked for; null where none was signed. Not every size is: to find those that ' +
      'were, begin with `covering: "1"` and go on with its size and one more.',
  })
  async checkpoint(
    @Args() args: CheckpointArgs,
    @Context() { loaders }: GraphqlContext,
  ): Promise<CheckpointObject | null> {
    const { size, covering } = argumentsOf(args);
    if (size !== undefined && covering !== undefined) {
      throw badInput('size and covering cannot both be given; leave one of them out.');
    }
    const found = await (size !== undefined
      ? loaders.load(checkpointOfSize, size, null)
      : covering !== undefined
        ? loaders.load(checkpointCovering, covering, null)
        : loaders.load(latestCheckpoint, THE_LOG, null));
    return found === undefined ? null : CheckpointObject.of(found);
  }

  @Query(() => ConsistencyObject, {
    description: 'Shows that nothing was rewritten between two sizes, of checkpoints or any others.',
  })
  async consistency(@Args() { from, to }: ConsistencyArgs): Promise<ConsistencyObject> {
    const sizes = { from: BigInt(from), to: BigInt(to) };
    if (sizes.from > sizes.to) {
      throw badInput(`from: ${from} is more than to, which is ${to}; send the smaller size as from.`);
    }
    const found = await this.bus.ask(consistencyOf, sizes);
    if ('sealed' in found) {
      throw badInput(`to: ${to} lies beyond what is sealed, which is ${found.sealed}; send at most that.`);
    }
    return Object.assign(new ConsistencyObject(), {
      from,
      to,
      fromRoot: found.fromRoot.toString('base64'),
      toRoot: found.toRoot.toString('base64'),
      proof: found.proof.map((hash) => hash.toString('base64')),
    });
  }

  @ResolveField(() => QuorumObject, {
    nullable: true,
    description: 'By the log’s present policy; null where it asks for no witnesses.',
  })
  async quorum(
    @Parent() { sealed }: CheckpointObject,
    @Context() { loaders }: GraphqlContext,
  ): Promise<QuorumObject | null> {
    const policy = await loaders.load(policyOfLog, THE_LOG, null);
    return policy === undefined ? null : QuorumObject.of(quorumOf(policy, sealed));
  }
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
