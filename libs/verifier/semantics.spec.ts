import { describe, expect, it } from '@jest/globals';
import { entryOf, eventId, ledgerOf, testKey, uuid, checkpointNote, type TestEvent } from './ledger.fixtures.js';
import { parsePolicy } from './policy.js';
import type { VerifyOptions } from './verify.js';
import { faultOf, key, verdictOf, whispered } from './verify.fixtures.js';

const COMMAND = uuid(7_000_000);
const by = (n: number) => ({ organisation: uuid(n) });
const registered = (n: number, event: Partial<TestEvent> = {}) =>
  entryOf(8_000 + n, {
    type: 'OrganisationRegistered',
    stream: `organisation/${uuid(n)}`,
    actor: by(n),
    data: {},
    ...event,
  });
/** Of one command, all on one stream unless told. */
const together = (count: number, commandId = COMMAND, stream = `note/${uuid(5)}`, first = 1) =>
  Array.from({ length: count }, (_, n) =>
    entryOf(n, { commandId, stream, version: String(first + n), id: eventId(commandId, stream, n) }),
  );

const valid = async (texts: readonly string[], options: VerifyOptions = {}) =>
  expect(await verdictOf(ledgerOf(texts, key), options)).toMatchObject({ valid: true, semantics: true });

async function wrong(
  kind: string,
  position: number,
  texts: readonly string[],
  message: RegExp,
  options: VerifyOptions = {},
) {
  expect(await faultOf(ledgerOf(texts, key), options)).toMatchObject({
    kind,
    position: BigInt(position),
    message: expect.stringMatching(message),
  });
  // Each is well-formed by itself.
  const structureOnly = await verdictOf(ledgerOf(texts, key), { ...options, structureOnly: true });
  expect(structureOnly).toMatchObject({ valid: true, semantics: false });
}

describe('Events that make no sense together are named by position:', () => {
  it('an id that does not follow from its command', async () => {
    await valid(together(3));
    await wrong(
      'IDENTITY',
      2,
      [entryOf(1, {}), entryOf(2, { id: eventId(uuid(9), 'note/1') })],
      /Its id is .* that of event 0/,
    );
    const twice = together(2);
    const same = twice[1]!.replace(eventId(COMMAND, `note/${uuid(5)}`, 1), eventId(COMMAND, `note/${uuid(5)}`, 0));
    await wrong('IDENTITY', 2, [twice[0]!, same], /event 1 of command/);
  });

  it('a command whose events stand apart, or that comes twice', async () => {
    const [first, second] = together(2);
    await valid([first!, second!, entryOf(1, {})]);
    await wrong('COMMAND', 3, [first!, entryOf(1, {}), second!], /whose events ended before another's began/);
    await wrong('COMMAND', 3, [first!, entryOf(1, {}), ...together(1, COMMAND, 'note/elsewhere')], /stand together/);
  });

  it('several streams of one command count each for itself', async () => {
    await valid([...together(2), ...together(2, COMMAND, `note/${uuid(6)}`)]);
  });

  it('a time far behind what was recorded before', async () => {
    const at = (n: number, recordedAt: string) => entryOf(n, { recordedAt });
    const noon = at(1, '2026-01-01T12:00:00.000Z');
    await valid([noon, at(2, '2026-01-01T11:55:00.000Z'), at(3, '2026-01-01T13:00:00.000Z')]);
    await wrong('TIME', 2, [noon, at(2, '2026-01-01T11:54:59.999Z')], /behind what was recorded at 2026-01-01T12:00/);
  });

  it('a time after a witness cosigned what covers it, or that has not come', async () => {
    const witness = testKey('w.example');
    const policy = parsePolicy(`log ${key.vkey}\nwitness W ${witness.cosignerVkey}\nquorum none\n`);
    const texts = [entryOf(1, {}), entryOf(2, { recordedAt: '2026-01-01T12:30:00.000Z' })];
    const text = `${checkpointNote(texts, key).split('\n\n')[0]!}\n`;
    const cosigned = (at: string) => ledgerOf(texts, key, witness.cosign(text, Date.parse(at) / 1000));
    expect(await verdictOf(cosigned('2026-01-01T12:25:00Z'), { policy })).toMatchObject({ valid: true });
    expect(await faultOf(cosigned('2026-01-01T12:24:59Z'), { policy })).toMatchObject({
      kind: 'TIME',
      position: 2n,
      message: expect.stringContaining('W cosigned what covers it at 2026-01-01T12:24:59'),
    });
    await wrong('TIME', 2, texts, /and it is 2026-01-01T12:20:00.000Z now/, { asOf: '2026-01-01T12:20:00.000Z' });
  });

  it('a type on a stream of another kind', async () => {
    const second = entryOf(2, { stream: `letter/${uuid(2)}` });
    await wrong('STREAM', 2, [entryOf(1, {}), second], /Noted is on a stream letter\/…; .* note\/…/);
    const registering = entryOf(1, { type: 'OrganisationRegistered', data: {} });
    await wrong('STREAM', 1, [registering], /on streams organisation\//);
  });

  it('somebody who acts without being registered', async () => {
    const [one, two] = [registered(1), registered(2)];
    await valid([one, entryOf(3, { actor: by(1) }), two, entryOf(4, { actor: by(2) })]);
    await wrong('ACTOR', 2, [one, entryOf(3, { actor: by(2) }), two], /registered at no position up to this one/);
    await wrong('ACTOR', 1, [entryOf(3, { actor: by(2) }), one], /registered at no position up to this one/);
  });

  const ledger = { organisation: '00000000-0000-8000-8000-6c6564676572' };
  const of = (type: string, kind: string, actor: { readonly organisation: string }, n = 3) =>
    entryOf(n, { type, stream: `${kind}/x`, actor, data: {} });

  it('somebody unregistered, or the ledger, who does what is not for operators', async () => {
    const one = registered(1, { actor: by(9) });
    await valid([one, of('OrganisationRevised', 'organisation', by(9))]);
    await valid([of('ReputationParametersAdopted', 'parameters', ledger), one]);
    await wrong('ACTOR', 2, [one, of('GroupingAccepted', 'organisation', by(9))], /GroupingAccepted was done by/);
    await wrong(
      'ACTOR',
      2,
      [one, of('EvaluatorAccredited', 'accreditation', by(9))],
      /EvaluatorAccredited was done by/,
    );
    await wrong('ACTOR', 2, [one, entryOf(3, { actor: ledger })], /Noted was done by the ledger itself/);
    await wrong('ACTOR', 1, [of('OrganisationRevised', 'organisation', ledger), one], /by the ledger itself/);
  });

  it('a change of a promise by the ledger that nothing brought about', async () => {
    const one = registered(1);
    const [stream, commandId] = ['commitment/x', uuid(7_000_001)];
    const act = (type: string, n: number, version = n + 1) =>
      entryOf(n, {
        type,
        stream,
        commandId,
        actor: ledger,
        version: String(version),
        id: eventId(commandId, stream, n),
        data: {},
      });
    await valid([one, act('PartyDissolved', 0), act('CommitmentAmended', 1)]);
    await wrong('ACTOR', 2, [one, act('CommitmentAmended', 0)], /CommitmentAmended was done by the ledger itself/);
  });

  it('an erasure of what is not there, was not private, or was erased before', async () => {
    const { texts, ids } = whispered(1);
    await valid(texts);
    const erasing = (n: number, id: string, path = '/note', stream = `erasure/${id}`, version = '1') =>
      entryOf(n, { type: 'ValueErased', stream, version, data: { eventId: id, path } });
    const told = texts.slice(0, -1);
    const last = told.length + 1;
    await wrong(
      'ERASURE',
      last,
      [...told, erasing(1_000, ids[0]!, '/other')],
      /where no entry before has a private value/,
    );
    await wrong('ERASURE', last, [...told, erasing(1_000, uuid(1))], /where no entry before has a private value/);
    await wrong('ERASURE', last, [...told, erasing(1_000, ids[0]!, '/note', 'erasure/x')], /not on erasure\//);
    const again = erasing(1_000, ids[0]!, '/note', `erasure/${ids[0]!}`, '2');
    await wrong('ERASURE', last + 1, [...texts, again], /which was erased before/);
    const openly = (JSON.parse(texts[0]!) as { readonly id: string }).id;
    await wrong('ERASURE', last, [...told, erasing(1_000, openly)], /where no entry before has a private value/);
  });

  it('a reopening of what was not so far, or under a name that is gone by again', async () => {
    const reopening = (previousOrigin: string, keptPosition: string, version = '1') =>
      entryOf(1_000 + Number(version), {
        type: 'LogReopened',
        stream: 'ledger/log',
        version,
        data: { previousOrigin, keptPosition, previousSize: '9', previousRoot: '', reason: 'x' },
      });
    await valid([entryOf(1, {}), reopening('example.org/old', '1')]);
    await wrong('REOPENING', 2, [entryOf(1, {}), reopening('example.org/old', '2')], /which it had not reached/);
    await wrong('REOPENING', 2, [entryOf(1, {}), reopening(key.name, '1')], /a name it goes by again/);
    const twice = [entryOf(1, {}), reopening('example.org/old', '1'), reopening('example.org/old', '2', '2')];
    await wrong('REOPENING', 3, twice, /a name it goes by again/);
  });
});

describe('A day that the calendar lacks', () => {
  it.each(['2026-02-29', '2026-04-31', '2025-02-30'])('is none to have recorded anything on: %s', async (day) => {
    const text = entryOf(1, { recordedAt: `${day}T12:00:00.000Z` });
    expect(await faultOf(ledgerOf([text], key), { structureOnly: true })).toMatchObject({
      kind: 'ENVELOPE',
      position: 1n,
    });
  });

  it('is not one that a leap year has', async () => {
    await valid([entryOf(1, { recordedAt: '2024-02-29T12:00:00.000Z' })]);
  });
});

describe('An erasure or a reopening that its schema lets say anything', () => {
  it.each([
    ['ValueErased', 'erasure/x', { eventId: 1 }],
    ['LogReopened', 'ledger/log', { previousOrigin: 'a', keptPosition: '-1' }],
    ['LogReopened', 'ledger/log', []],
  ])('is none: %s', async (type, stream, data) => {
    const source = ledgerOf([entryOf(1, { type, stream, data })], key);
    source.set(`schemas/${type}/1.json`, Buffer.from('{}'));
    expect(await faultOf(source)).toMatchObject({ kind: 'SCHEMA', position: 1n });
  });
});
