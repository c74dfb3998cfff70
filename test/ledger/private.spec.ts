import { afterAll, beforeAll, describe, it, expect } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import fc from 'fast-check';
import pg from 'pg';
import { z } from 'zod';
import { events, privately, secret, type DomainEvent } from '@maillage/kernel';
import {
  canonical,
  saltedHashOf,
  leafHash,
  opens,
  toEntries,
  type AppendOutcome,
  type AppendRequest,
  type Receipt,
} from '@maillage/ledger';
import { openLedger, type OpenLedger } from '../harness/ledger.js';
import { NOON, ORGANISATION, request } from './requests.js';

const types = events({
  Told: {
    says: 'Something was told in confidence.',
    data: z.strictObject({
      text: privately(z.string().trim().max(200)),
      parts: z
        .array(z.strictObject({ remark: privately(z.strictObject({ mood: z.string() })).optional() }))
        .default([]),
    }),
  },
  Forgotten: {
    says: 'Something told was erased.',
    data: z.strictObject({ eventId: z.string(), path: z.string() }),
    erases: ({ eventId, path }) => [{ eventId, path }],
  },
});
const SECRET = 'The foreman drinks';
const told = (text: unknown = secret(SECRET), parts: readonly object[] = []): DomainEvent => ({
  type: 'Told',
  data: { text, parts },
});
const forgotten = (eventId: string, path = '/text'): DomainEvent => ({ type: 'Forgotten', data: { eventId, path } });
const context = { stream: 'tale/1', actor: { organisation: ORGANISATION }, commandId: randomUUID(), recordedAt: NOON };

let log: OpenLedger;
let streams = 0;

beforeAll(async () => {
  log = await openLedger(types);
});
afterAll(() => log.close());

const stream = () => `tale/${(streams += 1)}`;
const asking = (on: string, event: DomainEvent, commandId = randomUUID(), expected = 0n): AppendRequest => {
  const about = { ...context, stream: on, commandId };
  const digest = createHash('sha256')
    .update(inspect(event, { customInspect: false }))
    .digest();
  return {
    commandId,
    digest,
    expected: [{ stream: on, version: expected }],
    entries: toEntries(types, [event], expected, about),
  };
};
const receiptOf = (answer: AppendOutcome): Receipt => {
  if (answer.outcome !== 'appended' && answer.outcome !== 'duplicate') throw new Error(`It was a ${answer.outcome}.`);
  return answer.receipt;
};
const recordTold = async (event = told()): Promise<string> =>
  receiptOf(await log.ledger.append(asking(stream(), event))).events[0]?.id ?? '';
const kept = (eventId: string) =>
  log.ask('select path, commitment, salt, value from maillage.private_value where event_id = $1 order by path', [
    eventId,
  ]);

describe('A salted hash', () => {
  const value = fc.jsonValue().map((json) => canonical({ json }));
  const salt = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes));

  it('is SHA-256 of domain, salt and canonical value', () => {
    const zeros = Buffer.alloc(32);
    const expected = createHash('sha256').update('maillage/private/v1\n').update(zeros).update('"é"', 'utf8');
    expect(saltedHashOf('"é"', zeros)).toEqual(expected.digest());
  });

  it('opens with its own salt and value only', () => {
    fc.assert(
      fc.property(value, salt, value, salt, (ours, our, theirs, their) => {
        const saltedHash = saltedHashOf(ours, our);
        expect(opens(saltedHash, our, ours)).toBe(true);
        expect(opens(saltedHash, our, theirs)).toBe(ours === theirs);
        expect(opens(saltedHash, their, ours)).toBe(our.equals(their));
      }),
    );
  });

  it('does not open with bytes moved from value to salt', () => {
    const salt = Buffer.alloc(32, 7);
    expect(opens(saltedHashOf('xyz', salt), Buffer.concat([salt, Buffer.from('x')]), 'yz')).toBe(false);
  });

  it('of equal values is another each time', () => {
    const saltedHashes = Array.from({ length: 50 }, () => toEntries(types, [told()], 0n, context)[0]?.text);
    expect(new Set(saltedHashes).size).toBe(50);
  });
});

describe('A secret on its way to the log', () => {
  it('leaves its salted hash in the entry, and value and salt beside it', () => {
    const [entry] = toEntries(
      types,
      [told(secret(` ${SECRET} `), [{}, { remark: secret({ mood: 'low' }) }])],
      0n,
      context,
    );
    expect(entry?.text).not.toMatch(/foreman|mood|low/);
    expect(entry?.privates.map(({ path, value }) => [path, value])).toEqual([
      ['/text', `"${SECRET}"`],
      ['/parts/1/remark', '{"mood":"low"}'],
    ]);
    const [text, remark] = entry?.privates ?? [];
    const sha256 = (each: typeof text) => each?.saltedHash.toString('hex');
    expect(entry?.data).toEqual({
      text: { sha256: sha256(text) },
      parts: [{}, { remark: { sha256: sha256(remark) } }],
    });
    expect(JSON.parse(entry?.text ?? '{}')).toMatchObject({ data: entry?.data });
    for (const { saltedHash, salt, value } of entry?.privates ?? []) expect(opens(saltedHash, salt, value)).toBe(true);
  });

  it('leaves what the decider yielded as it was, and plain text plain', () => {
    const event = told();
    toEntries(types, [event], 0n, context);
    expect(event).toEqual(told());
    const [plain] = toEntries(types, [told('Seen')], 0n, context);
    expect([plain?.privates, plain?.data]).toEqual([[], { text: 'Seen', parts: [] }]);
  });

  it('must fit its field, and a refusal says where and not what', () => {
    const refused = [
      told(secret('x'.repeat(201).replace(/^.{18}/, SECRET))),
      told(secret({ text: SECRET })),
      told('Seen', [{ remark: secret({ mood: 'low', [SECRET]: 1 }) }]),
    ];
    for (const event of refused) {
      const attempt = () => toEntries(types, [event], 0n, context);
      expect(attempt).toThrow(/private value at data\/(text|parts\/0\/remark) is refused/);
      expect(attempt).not.toThrow(new RegExp(SECRET));
    }
  });

  it('has no way in where the field is not private', () => {
    const open = events({
      Told: {
        says: 'Told openly.',
        data: z.strictObject({ text: z.unknown() }),
      },
    });
    const event = { type: 'Told', data: { text: secret(SECRET) } };
    expect(() => toEntries(open, [event], 0n, context)).toThrow(/private field alone/);
  });
});

describe('The erasable table', () => {
  it('has value and salt from the moment the event is in the log', async () => {
    const id = await recordTold(told(secret(SECRET), [{ remark: secret({ mood: 'low' }) }]));
    const rows = await kept(id);
    expect(rows.map(({ path, value }) => [path, value])).toEqual([
      ['/parts/0/remark', '{"mood":"low"}'],
      ['/text', `"${SECRET}"`],
    ]);
    for (const { commitment, salt, value } of rows) {
      expect(opens(commitment as Buffer, salt as Buffer, String(value))).toBe(true);
    }
    const [event] = await log.ask('select entry, leaf from maillage.event where id = $1', [id]);
    expect(event?.['entry']).not.toContain(SECRET);
    const text = rows[1]?.['commitment'] as Buffer;
    expect(JSON.parse(String(event?.['entry']))).toMatchObject({ data: { text: { sha256: text.toString('hex') } } });
  });

  it('keeps the first salt however often the command is sent again', async () => {
    const [on, commandId] = [stream(), randomUUID()];
    const first = receiptOf(await log.ledger.append(asking(on, told(), commandId)));
    const before = await kept(first.events[0]?.id ?? '');
    const again = await log.ledger.append(asking(on, told(), commandId));
    expect(again).toEqual({ outcome: 'duplicate', receipt: first });
    expect(await kept(first.events[0]?.id ?? '')).toEqual(before);
    expect(before).toHaveLength(1);
  });

  it('tells a retry from other content under the same id, also once the value is erased', async () => {
    const [on, commandId] = [stream(), randomUUID()];
    const first = receiptOf(await log.ledger.append(asking(on, told(), commandId)));
    const other = asking(on, told(secret('The foreman sings')), commandId);
    expect(await log.ledger.append(other)).toEqual({ outcome: 'reused' });
    expect(await log.ledger.receiptOf(commandId, other.digest)).toBe('reused');
    const same = asking(on, told(), commandId);
    expect(await log.ledger.receiptOf(commandId, same.digest)).toEqual(first);
    // As it may be decided meanwhile: the same command, whose text is now to be public.
    const plain = { ...same, entries: toEntries(types, [told('Seen')], 0n, { ...context, stream: on, commandId }) };
    expect(await log.ledger.append(plain)).toEqual({ outcome: 'duplicate', receipt: first });

    receiptOf(await log.ledger.append(asking(stream(), forgotten(first.events[0]?.id ?? ''))));
    expect(await log.ledger.append(asking(on, told(), commandId))).toEqual({ outcome: 'duplicate', receipt: first });
    expect(await kept(first.events[0]?.id ?? '')).toEqual([]);
  });

  it('is not given away by the digest that tells retries: guessing a value takes its salt', async () => {
    const digestOf = async (commandId: string) =>
      (await log.ask('select digest from maillage.command where id = $1', [commandId]))[0]?.['digest'];
    const [discreet, open] = [asking(stream(), told()), asking(stream(), told('Seen'))];
    await Promise.all([log.ledger.append(discreet), log.ledger.append(open)]);
    expect(await digestOf(open.commandId)).toEqual(open.digest);
    expect(await digestOf(discreet.commandId)).not.toEqual(discreet.digest);
  });

  it('keeps nothing of a command that was not recorded', async () => {
    const on = stream();
    receiptOf(await log.ledger.append(asking(on, told('Seen'))));
    const late = asking(on, told());
    expect(await log.ledger.append(late)).toMatchObject({ outcome: 'conflict' });
    expect(await kept(late.entries[0]?.id ?? '')).toEqual([]);
  });

  it('is told to nobody: a notification carries a position alone', async () => {
    const listener = new pg.Client(log.database.clientConfig());
    await listener.connect();
    const payloads: (string | undefined)[] = [];
    listener.on('notification', ({ payload }) => payloads.push(payload));
    await listener.query('listen maillage_log');
    await recordTold();
    await listener.query('select 1');
    await listener.end();
    expect(payloads).toEqual([expect.stringMatching(/^[0-9]+$/)]);
  });

  it('is not quoted by what PostgreSQL says of a command it cannot take', async () => {
    // A salt too short, past the ledger's own checks: PostgreSQL quotes the row that it refuses.
    const asked = asking(stream(), told());
    const entries = asked.entries.map(({ privates, ...entry }) => ({
      ...entry,
      privates: privates.map(({ salt, ...rest }) => ({ ...rest, salt: salt.subarray(1) })),
    }));
    const error: unknown = await log.ledger.append({ ...asked, entries }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(pg.DatabaseError);
    expect(`${inspect(error, { depth: 5 })}${JSON.stringify(error)}`).not.toContain(SECRET);
  });
});

describe('Erasing', () => {
  it('deletes the row and leaves every entry and leaf as it was', async () => {
    const id = await recordTold(told(secret(SECRET), [{ remark: secret({ mood: 'low' }) }]));
    const entries = () => log.ask('select position, entry, leaf from maillage.event order by position');
    const before = await entries();
    const { events } = receiptOf(await log.ledger.append(asking(stream(), forgotten(id))));
    expect((await kept(id)).map(({ path }) => path)).toEqual(['/parts/0/remark']);
    const after = await entries();
    expect(after.slice(0, -1)).toEqual(before);
    expect(after.map(({ entry }) => leafHash(String(entry)))).toEqual(after.map(({ leaf }) => leaf));
    expect(events.map(({ position }) => position)).toEqual([BigInt(after.length)]);
  });

  it('erases nothing with a command that was not recorded', async () => {
    const [id, on] = [await recordTold(), stream()];
    receiptOf(await log.ledger.append(asking(on, told('Seen'))));
    // In one batch with a neighbour that is recorded.
    const [late, other] = await Promise.all([
      log.ledger.append(asking(on, forgotten(id))),
      log.ledger.append(asking(stream(), told())),
    ]);
    expect([late.outcome, other.outcome]).toEqual(['conflict', 'appended']);
    expect(await kept(id)).toHaveLength(1);
  });

  it('erases by the retry of a command nothing that came in between', async () => {
    const [id, on, commandId] = [await recordTold(), stream(), randomUUID()];
    const first = await log.ledger.append(asking(on, forgotten(id), commandId));
    expect(await log.ledger.append(asking(on, forgotten(id), commandId))).toEqual({ ...first, outcome: 'duplicate' });
    expect(await kept(id)).toEqual([]);
  });

  it('is no matter to types without private fields', async () => {
    const { entries } = request({ [stream()]: [0n, { type: 'Noted', data: { note: 'seen' } }] });
    expect(entries.map(({ privates, erasures }) => [privates, erasures])).toEqual([[[], []]]);
  });
});
