import { Field, ObjectType } from '@nestjs/graphql';
import type { Receipt } from '@maillage/ledger';
import { DateTimeScalar, PositionScalar, UuidScalar } from './scalars.js';

@ObjectType('ReceiptEvent', { description: 'One event a mutation recorded.' })
export class ReceiptEventObject {
  @Field(() => UuidScalar, { description: 'The event’s own id.' })
  id!: string;
  @Field({ description: 'What happened, by its name: CommitmentMade.' })
  type!: string;
  @Field({ description: 'What it happened to: commitment/<UUID>.' })
  stream!: string;
  @Field(() => PositionScalar, { description: 'Its version within its stream, from 1.' })
  version!: string;
  @Field(() => PositionScalar, { description: 'Its place in the log.' })
  position!: string;
  @Field({ description: 'SHA-256(0x00 ‖ entry), the RFC 6962 leaf hash, in hex.' })
  hash!: string;
}

@ObjectType('Receipt', {
  description: 'What a mutation recorded; the same, event by event, however often the mutation is retried.',
})
export class ReceiptObject {
  @Field(() => UuidScalar, { description: 'The command that it was recorded by.' })
  commandId!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'As the entries say; null where nothing was recorded.' })
  recordedAt!: string | null;
  @Field(() => [ReceiptEventObject], { description: 'In the order of the log; none where nothing was left to record.' })
  events!: readonly ReceiptEventObject[];
  @Field(() => PositionScalar, {
    nullable: true,
    description: 'Of the last event; pass it as `afterPosition` to read your own writes.',
  })
  position!: string | undefined;

  receipt!: Receipt;

  static of(receipt: Receipt): ReceiptObject {
    const { commandId, recordedAt, events } = receipt;
    return Object.assign(new ReceiptObject(), {
      commandId,
      recordedAt: recordedAt ?? null,
      events: events.map(({ version, position, ...event }) => ({
        ...event,
        version: version.toString(),
        position: position.toString(),
      })),
      position: events.at(-1)?.position.toString(),
      receipt,
    });
  }
}
