import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { Registry } from '@maillage/engine';
import { fieldsOf, idOf, isSaltedHash, LEDGER_ACTOR, placesOf, references, type FieldKeys } from '@maillage/kernel';
import { canonical, eventOfEntry } from '@maillage/ledger';
import { projectRoot } from '@maillage/platform';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { slices } from '../../../apps/host/slices.js';
import { OF_OPERATORS, OF_THE_LEDGER } from '@maillage/verifier';
import { commandIdAt, Player } from './play.js';
import { FIXTURE_LOG, readSegments, recordSegments } from './segments.js';

interface Logged {
  readonly type: string;
  readonly schema: number;
  readonly stream: string;
  readonly version: string;
  readonly actor: { readonly organisation: string };
  readonly data: unknown;
}

const registry = new Registry(slices);

async function entries(): Promise<readonly string[]> {
  return (await readSegments()).flatMap((segment) => segment.entries);
}

describe('The fixture log', () => {
  it('holds every type of event under every schema number', async () => {
    const held = new Set((await entries()).map((entry) => nameOf(JSON.parse(entry) as Logged)));
    const all = Object.entries(registry.events).flatMap(([type, { schema }]) =>
      Array.from({ length: schema }, (_, index) => nameOf({ type, schema: index + 1 })),
    );
    // What is missing: write commands that yield it into a new test/fixtures/log/NNNN-….commands.jsonl and generate.
    expect(all.filter((name) => !held.has(name))).toEqual([]);
  });

  it('is written as a log is, each entry by the schema published under its number', async () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const versions = new Map<string, bigint>();
    for (const [index, text] of (await entries()).entries()) {
      const entry = JSON.parse(text) as Logged;
      expect(canonical(entry)).toBe(text);
      const version = (versions.get(entry.stream) ?? 0n) + 1n;
      expect([entry.stream, BigInt(entry.version)]).toEqual([entry.stream, version]);
      versions.set(entry.stream, version);
      const file = join(projectRoot, 'infra/generated/events', `${nameOf(entry)}.json`);
      const schema = JSON.parse(await readFile(file, 'utf8')) as { readonly $id: string };
      const fits = ajv.getSchema(schema.$id) ?? ajv.compile(schema);
      expect([text, fits(entry.data), fits.errors]).toEqual([text, true, null]);
      const { type, data } = eventOfEntry(registry.events, BigInt(index + 1), text);
      expect([type, registry.events[type]?.data.safeParse(data).error]).toEqual([type, undefined]);
    }
  });
});

/** What views tell whoever is grouped with nobody and has said nothing. */
const LOOKED = {
  connections: { memberships: [] },
  subsidiaries: { names: [] },
  duplicates: { names: [] },
  disputes: { open: 0, settled: false },
  objections: { open: 0, settled: false },
};

/** As it is sent since words may be erased by whom they name. */
const ERASING = {
  at: '2026-05-15T09:00:00.000Z',
  by: '00000000-0000-4000-8000-010000000001',
  type: 'EraseValue',
  id: '99c7aa5d-0d8a-5977-b832-5713c38ec11c',
  data: {
    path: '/another',
    ground: 'RECORDED_IN_ERROR',
    recorded: { organisationId: '00000000-0000-4000-8000-010000000001', committed: true, names: [] },
  },
};

describe('Who is not registered', () => {
  const STRANGER = '00000000-0000-4000-8000-01999999999a';
  const lines = (text: string) => text.split('\n').filter((line) => line !== '');

  it('may do as an operator what an auditor takes from it, and nothing else', async () => {
    const player = new Player(registry, LOOKED);
    const [tried, done] = [new Set<string>(), new Set<string>()];
    for (const { name, entries } of await readSegments()) {
      const commands = await readFile(join(FIXTURE_LOG, `${name}.commands.jsonl`), 'utf8').catch(() => '');
      const recorded = entries.map((entry) => ({ entry, ...(JSON.parse(entry) as { readonly commandId: string }) }));
      let next = 0;
      for (const [index, line] of [...lines(commands), JSON.stringify(ERASING)].entries()) {
        const { type } = JSON.parse(line) as { readonly type: string };
        const id = commandIdAt(`${name}.commands.jsonl`, index + 1);
        // Of before, it may be no command any more.
        try {
          const types = player.typesIfSentBy({ by: STRANGER, scopes: ['read', 'write', 'operator'] }, line);
          tried.add(type);
          for (const each of types) done.add(each);
        } catch (error) {
          if (!(error instanceof z.ZodError) && registry.deciderOf.has(type)) throw error;
        }
        while (recorded[next]?.commandId === id) player.resume([recorded[next++]!.entry]);
      }
      player.resume(entries.slice(next));
    }
    expect([...registry.deciderOf.keys()].filter((type) => !tried.has(type))).toEqual([]);
    expect([...done].sort()).toEqual([...OF_OPERATORS].sort());
  });

  it('is the ledger itself in what an auditor takes from it, and in nothing else', async () => {
    const logged = (await entries()).map((entry) => JSON.parse(entry) as Logged);
    const own = logged.filter(({ actor }) => actor.organisation === LEDGER_ACTOR).map(({ type }) => type);
    expect([...new Set(own)].sort()).toEqual([...OF_THE_LEDGER].sort());
  });
});

/**
 * Texts of events that are not said of another organisation, each with what it is instead. All others are kept beside the
 * log, where they can be erased: `privately` in the event's schema, `erasable` where a rule says them.
 */
const NOT_OF_ANOTHER: Readonly<Record<string, RegExp>> = {
  'titles of links and names of files, as they are': /\.evidence\.\*\.(title|name)$/,
  'where published data has it': /\.source\.(dataset|record)$/,
  'what an organisation calls itself': /^Organisation(Registered|Revised)\.name$/,
  'numbers of a register':
    /^(Organisation(Registered|Revised)\.identifiers\.\*|Identity(Confirmed|ConfirmationWithdrawn))\.value$/,
  'what a mission is, and why that changes':
    /^(Mission(Declared|Revised)\.(title|challenge|reason|places\.\*\.(name|code))|PrivacyProposed\.reason)$/,
  'what an evaluator says of itself': /^MissionJoined\.qualification$/,
  'what the network accredits for': /^EvaluatorAccredited\.scope$/,
  'what an indicator is, and why that changes':
    /^Indicator(Defined|Revised|Retired|TargetRevised)\.(name|description|proxyFor|source|reason|dimensions\.\*\.(codes\.\*\.)?name)$/,
  'codes of an indicator’s dimensions':
    /^(Indicator|Measurement)\w+\.(targets?\.(\*\.)?)?(dimensions\.\*\.codes|categories)\.\*\.(dimension|code)$/,
  'what a measurement is of, in the words of whoever measured':
    /^Measurement(Recorded|Corrected)\.(place\.(name|code)|group|note|reason)$/,
  'what is promised, and why a promisor changes that':
    /^(Commitment(Made|Amended|Withdrawn)|AmendmentProposed|SettlementProposed)\.(terms\.)?(description|reason|milestones\.\*\.what)$/,
  'what a giver says of its own gift': /^Contribution(Recorded|Corrected|Retracted)\.(description|reason)$/,
  'how the ledger is run':
    /^(EvidenceErased|LogReopened|ReceiptKeyRevoked|ReputationParametersAdopted|ValueErased|ViewsAttested)\./,
};

/** Words that their author alone, or the operator, has erased: they are said of nobody else. */
const OF_ITS_AUTHOR: readonly RegExp[] = [
  // What a giver says of its own gift; beside what another recorded for it, it names nobody.
  /^Contribution(Recorded|Declared)\.note$/,
];

describe('What one organisation says of another', () => {
  /** Whether a field takes free words. */
  const isText = (schema: z.core.$ZodType) => z.safeParse(schema, 'She said so.').success;
  const named = (type: string, { keys }: { readonly keys: FieldKeys }) => [type, ...keys].join('.');
  const types = Object.entries(registry.events);

  it('can be erased: every text of an event that cannot is known here', () => {
    const plain = types.flatMap(([type, { data, privates }]) => {
      const erasable = privates.map((field) => named(type, field));
      const texts = fieldsOf(data, (schema) => (isText(schema) ? true : undefined));
      return texts.map((field) => named(type, field)).filter((name) => !erasable.includes(name));
    });
    const known = Object.values(NOT_OF_ANOTHER);
    expect(plain.filter((name) => !known.some((pattern) => pattern.test(name)))).toEqual([]);
    expect(known.filter((pattern) => !plain.some((name) => pattern.test(name)))).toEqual([]);
  });

  const said = types.flatMap(([type, { privates }]) =>
    privates.filter(({ plain }) => isText(plain)).map((field) => ({ type, field })),
  );
  type Said = (typeof said)[number];
  const valueIn = ({ data }: Logged, { field }: Said) =>
    placesOf(field.keys, data).findLast(({ value }) => value !== undefined)?.value;
  const latest = (log: readonly Logged[], each: Said) =>
    log.findLast((logged) => logged.type === each.type && valueIn(logged, each) !== undefined);
  const recorded = async () => (await entries()).map((entry) => JSON.parse(entry) as Logged);

  it('is told from files, which stand in a list of evidence, and from the hash of one that was erased', () => {
    const files = types.flatMap(([type, { privates }]) =>
      privates.filter(({ plain }) => !isText(plain)).map((field) => named(type, field)),
    );
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((name) => !/\.evidence\.\*$|^EvidenceErased\.sha256$/.test(name))).toEqual([]);
  });

  it('is recorded as a salted hash by the rules of today', async () => {
    const log = await recorded();
    const hashed = (each: Said) => {
      const entry = latest(log, each);
      return entry !== undefined && isSaltedHash(valueIn(entry, each));
    };
    expect(said.length).toBeGreaterThan(20);
    expect(said.filter((each) => !hashed(each)).map(({ type, field }) => named(type, field))).toEqual([]);
  });

  it('is erased on the request of more than its author: its event names whom it may speak of', async () => {
    const log = await recorded();
    const isOrganisation = (schema: z.core.$ZodTypes) =>
      references.get(schema)?.node === 'Organisation' ? true : undefined;
    const others = (each: Said) => {
      const entry = latest(log, each);
      const schema = registry.events[each.type]?.data;
      if (entry === undefined || schema === undefined) return [];
      const ids = fieldsOf(schema, isOrganisation).flatMap(({ keys }) => placesOf(keys, entry.data));
      const about = /^(organisation|accreditation)\//.test(entry.stream) ? [idOf(entry.stream)] : [];
      return [...ids.map(({ value }) => value), ...about].filter(
        (id) => id !== undefined && id !== entry.actor.organisation,
      );
    };
    const alone = said.filter((each) => others(each).length === 0).map(({ type, field }) => named(type, field));
    expect(alone.filter((name) => !OF_ITS_AUTHOR.some((pattern) => pattern.test(name)))).toEqual([]);
    expect(OF_ITS_AUTHOR.filter((pattern) => !alone.some((name) => pattern.test(name)))).toEqual([]);
  });
});

describe('Recording a segment of the fixture log', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'maillage-fixture-'));
    await cp(FIXTURE_LOG, folder, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const TOWN = '00000000-0000-4000-8000-010000000001';
  const STRANGER = '00000000-0000-4000-8000-019999999999';
  const commands = (...data: readonly object[]) =>
    writeFile(
      join(folder, '9000-more.commands.jsonl'),
      data.map((each) => `${JSON.stringify({ at: '2027-01-01T09:00:00.000Z', by: TOWN, ...each })}\n`).join(''),
    );
  const revised = { type: 'ReviseOrganisation', id: TOWN, data: { name: 'Ville de Rive', sector: 'PUBLIC' } };

  it('continues the streams of the earlier ones, which stay as they are', async () => {
    const before = await readSegments(folder);
    await commands(revised, { ...revised, at: '2027-01-02T09:00:00.000Z' });
    await recordSegments(registry, folder);
    const after = await readSegments(folder);
    expect(after.slice(0, -1)).toEqual(before);
    const versions = after.at(-1)?.entries.map((entry) => (JSON.parse(entry) as Logged).version);
    expect(versions).toEqual(['2', '3']);
  });

  it('happens once', async () => {
    await commands(revised);
    await recordSegments(registry, folder);
    const recorded = await readSegments(folder);
    await commands({ ...revised, data: { name: 'Another', sector: 'PUBLIC' } });
    await recordSegments(registry, folder);
    expect(await readSegments(folder)).toEqual(recorded);
  });

  it('says which line is refused, why, and writes nothing', async () => {
    await commands(revised, { ...revised, by: STRANGER });
    await expect(recordSegments(registry, folder)).rejects.toThrow(
      /^9000-more.commands.jsonl, line 2: ReviseOrganisation is refused \(NOT_YOUR_ORGANISATION\): /,
    );
    expect(await readdir(folder)).not.toContain('9000-more.jsonl');
  });

  it('refuses to come before what is recorded', async () => {
    await writeFile(join(folder, '0000-late.commands.jsonl'), '');
    await expect(recordSegments(registry, folder)).rejects.toThrow(/^0000-late.commands.jsonl must come after \d{4}-/);
  });
});

function nameOf({ type, schema }: Pick<Logged, 'type' | 'schema'>): string {
  return `${type}.${schema}`;
}
