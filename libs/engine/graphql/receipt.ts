import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import type { Type } from '@nestjs/common';
import type { Refusal } from '@maillage/kernel';
import type { Receipt } from '@maillage/ledger';
import { DateTimeScalar, PositionScalar, UuidScalar } from './scalars.js';

@ObjectType('ReceiptEvent', { description: 'One event a mutation recorded.' })
export class ReceiptEventObject {
  @Field(() => UuidScalar)
  id!: string;
  @Field()
  type!: string;
  @Field()
  stream!: string;
  @Field(() => PositionScalar, { description: 'Its version within its stream, from 1.' })
  version!: string;
  @Field(() => PositionScalar)
  position!: string;
  @Field({ description: 'SHA-256(0x00 ‖ entry), the RFC 6962 leaf hash, in hex.' })
  hash!: string;
}

@ObjectType('Receipt', {
  description: 'What a mutation recorded; the same, event by event, however often the mutation is retried.',
})
export class ReceiptObject {
  @Field(() => UuidScalar)
  commandId!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'As the entries say; null where nothing was recorded.' })
  recordedAt!: string | null;
  @Field(() => [ReceiptEventObject])
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

@ObjectType('Refusal', { description: 'An expected no: nothing was recorded.' })
export class RefusalObject {
  @Field({ description: 'From the closed list of whichever slice decides.' })
  code!: string;
  @Field({ description: 'For people: what is wrong, and what would be accepted.' })
  message!: string;
  @Field(() => [String], { description: 'Where in the input the fault lies, outermost first.' })
  path!: readonly string[];

  static of({ code, message, path }: Refusal): RefusalObject {
    return Object.assign(new RefusalObject(), { code, message, path: path.map(String) });
  }
}

/** A mutation's payload: the recorded thing and its receipt, or a refusal. */
export function resultOf<Recorded extends Type<unknown>>(name: string, recorded: Recorded) {
  return createUnionType({
    name,
    types: () => [recorded, RefusalObject] as const,
    resolveType: (value: object) => (value instanceof RefusalObject ? RefusalObject : recorded),
  });
}
