import { Inject, Optional } from '@nestjs/common';
import { Args, Context, Field, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import { uuid } from '@maillage/kernel';
import { ReceiptSigner, tlogProof } from '@maillage/ledger';
import { inclusionProof, latestCheckpoint, receiptOfCommand, THE_LOG } from '../queries/tree.js';
import { CheckpointObject } from './checkpoint.js';
import type { GraphqlContext } from './context.js';
import { ReceiptObject } from './receipt.js';
import { PositionScalar, UuidScalar } from './scalars.js';

@ObjectType('Inclusion', { description: 'That an event is in the log as a checkpoint has it (RFC 6962 §2.1.1).' })
export class InclusionObject {
  @Field(() => PositionScalar, { description: 'The event’s place in the log.' })
  position!: string;
  @Field({ description: 'The position less 1, as a string of digits: leaves of the tree count from "0".' })
  leafIndex!: string;
  @Field({ description: 'SHA-256(0x00 ‖ entry): the hash of the receipt’s event, in base64.' })
  leafHash!: string;
  @Field(() => [String], { description: 'Hashes in base64, the leaf’s sibling first.' })
  proof!: readonly string[];
  @Field(() => CheckpointObject, { description: 'The one that the proof leads to.' })
  checkpoint!: CheckpointObject;
  @Field({
    description:
      'All of it in one text, to be kept beside the entry and verified offline by any tool that reads C2SP tlog-proof.',
  })
  text!: string;
}

/** What of a receipt is worked out only when it is asked for. */
@Resolver(() => ReceiptObject)
export class ReceiptResolver {
  constructor(@Optional() @Inject(ReceiptSigner) private readonly signer?: ReceiptSigner) {}

  @Query(() => ReceiptObject, {
    nullable: true,
    description: 'What a command recorded, as its mutation said then; null where nothing was recorded under this id.',
  })
  async receipt(
    @Args('commandId', { type: () => UuidScalar, description: 'As it was sent with the mutation.' }) commandId: string,
    @Context() { loaders }: GraphqlContext,
  ): Promise<ReceiptObject | null> {
    const id = uuid.safeParse(commandId);
    if (!id.success) {
      const why = id.error.issues[0]?.message ?? 'is not a UUID';
      throw new GraphQLError(`commandId: ${why}.`, { extensions: { code: 'BAD_USER_INPUT' } });
    }
    const receipt = await loaders.load(receiptOfCommand, id.data, null);
    return receipt === undefined ? null : ReceiptObject.of(receipt);
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'The receipt as the log’s promise, a C2SP signed note by the key of `seal` or by one that this certifies: keep it, ' +
      'and an omission can be proven by the key of `seal` alone. Its text has a line each for <origin>/receipt, the command’s ' +
      'id, the time, by when a checkpoint covers it, the key that signed with its certificate where it is another and, per event, ' +
      'position and leaf hash in base64. The same whenever asked for, until the server takes another key. Null where this server ' +
      'has no key yet that the log’s has certified, or nothing was recorded; ask for the receipt again then.',
  })
  signed(@Parent() { receipt }: ReceiptObject): string | null {
    return receipt.events.length === 0 ? null : (this.signer?.sign(receipt) ?? null);
  }

  @ResolveField(() => [InclusionObject], {
    nullable: true,
    description:
      'Proof, event by event, that they are in the log as its newest checkpoint has it; null until one covers them all, ' +
      'which takes about a second.',
  })
  async inclusion(
    @Parent() { receipt: { events } }: ReceiptObject,
    @Context() { loaders }: GraphqlContext,
  ): Promise<readonly InclusionObject[] | null> {
    const last = events.at(-1);
    if (last === undefined) return null;
    const sealed = await loaders.load(latestCheckpoint, THE_LOG, null);
    if (sealed === undefined || sealed.size < last.position) return null;
    const checkpoint = CheckpointObject.of(sealed);
    return Promise.all(
      events.map(async ({ position, hash }) => {
        const leafIndex = position - 1n;
        const proof = await loaders.load(inclusionProof, position.toString(), { size: checkpoint.size });
        return Object.assign(new InclusionObject(), {
          position: position.toString(),
          leafIndex: leafIndex.toString(),
          leafHash: Buffer.from(hash, 'hex').toString('base64'),
          proof: proof.map((each) => each.toString('base64')),
          checkpoint,
          text: tlogProof(leafIndex, proof, sealed.note),
        });
      }),
    );
  }
}
