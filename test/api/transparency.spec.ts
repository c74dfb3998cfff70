import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SigningKey } from '@maillage/ledger';
import {
  CompactRange,
  leafHash,
  openCheckpoint,
  openReceipt,
  parseVerifierKey,
  verifyConsistency,
  verifyInclusion,
} from '@maillage/verifier';
import { MISSION } from '../acceptance/mission.js';
import {
  entriesFrom,
  readTlogProof,
  registerMany,
  startSealedApi,
  startWitness,
  type AskedCheckpoint,
  type AskedConsistency,
  type AskedInclusion,
  type AskedReceipt,
  type RunningWitness,
  type SealedApi,
} from './transparency.fixtures.js';

const RECEIPT = `
  commandId recordedAt position events { id type stream version position hash } signed
  inclusion { position leafIndex leafHash proof text checkpoint { size rootHash note } }`;
const DECLARE = `mutation ($input: DeclareMissionInput!) {
  declareMission(input: $input) { ... on MissionRecorded { receipt { ${RECEIPT} } } ... on Refusal { message } }
}`;
const BY_COMMAND = `query ($commandId: UUID!) { receipt(commandId: $commandId) { ${RECEIPT} } }`;
const CHECKPOINT = `query ($size: Position, $covering: Position) {
  checkpoint(size: $size, covering: $covering) {
    origin size rootHash note signedAt cosignatures { witness signedAt line } quorum { required met missing }
  }
}`;
const CONSISTENCY = `query ($from: Position!, $to: Position!) {
  consistency(from: $from, to: $to) { from to fromRoot toRoot proof }
}`;
const SEAL = `{ head seal {
  state refusal sealed lag origin key witnesses { name size signedAt } quorum { required met missing }
} }`;

const fromBase64 = (text: string) => Buffer.from(text, 'base64');

/** The roots of every size, from the entries that GraphQL gives and by the verifier's arithmetic. */
async function rootsOf(api: SealedApi): Promise<readonly Buffer[]> {
  const range = CompactRange.empty();
  const roots = [range.root()];
  for (const entry of await entriesFrom(api, '1')) {
    range.append(leafHash(entry));
    roots.push(range.root());
  }
  return roots;
}

describe('A receipt', () => {
  let api: SealedApi;
  let recorder: string;

  beforeAll(async () => {
    api = await startSealedApi();
    await registerMany(api, 300);
    recorder = (await api.registerOrganisation('Ville de Brest')).key;
  });
  afterAll(() => api.close());

  const declare = async (commandId: string = randomUUID()) => {
    const { data } = await api.graphql(DECLARE, { input: { commandId, ...MISSION } }, { key: recorder });
    return data.declareMission.receipt as AskedReceipt;
  };
  const receiptOf = async (commandId: string) =>
    (await api.graphql(BY_COMMAND, { commandId })).data.receipt as AskedReceipt | null;
  const proven = async (commandId: string): Promise<readonly AskedInclusion[]> => {
    const inclusion = (await receiptOf(commandId))?.inclusion ?? [];
    expect(inclusion).toHaveLength(2);
    return inclusion;
  };

  it('is the same, field by field, from its mutation, a retry of it, and `receipt` later on', async () => {
    const receipt = await declare();
    expect(receipt.events).toHaveLength(2);
    const entries = await entriesFrom(api, receipt.events[0]?.position ?? '');
    const times = entries.map((entry) => (JSON.parse(entry.toString('utf8')) as AskedReceipt).recordedAt);
    expect(times).toEqual([receipt.recordedAt, receipt.recordedAt]);
    expect(await declare(receipt.commandId)).toEqual(receipt);
    expect(await receiptOf(receipt.commandId)).toEqual(receipt);
  });

  it('is signed at once, so that an omission can be proven', async () => {
    const { signed, inclusion, ...receipt } = await declare();
    expect(inclusion).toBeNull();
    expect(openReceipt(signed, parseVerifierKey(api.key.vkey))).toEqual({
      origin: api.key.name,
      commandId: receipt.commandId,
      recordedAt: receipt.recordedAt,
      coveredBy: new Date(Date.parse(receipt.recordedAt) + 60_000).toISOString(),
      events: receipt.events.map(({ position, hash }) => ({
        position: BigInt(position),
        leaf: Buffer.from(hash, 'hex'),
      })),
    });
  });

  it('has its proof once a checkpoint covers all its events, and not before', async () => {
    const { commandId, events } = await declare();
    expect((await receiptOf(commandId))?.inclusion).toBeNull();
    await api.seal();
    const inclusion = await proven(commandId);
    expect(inclusion.map(({ position }) => position)).toEqual(events.map(({ position }) => position));
    for (const [n, { position, leafIndex, leafHash: leaf, proof, checkpoint }] of inclusion.entries()) {
      expect(fromBase64(leaf).toString('hex')).toBe(events[n]?.hash);
      const { size, root } = openCheckpoint(checkpoint.note, parseVerifierKey(api.key.vkey));
      expect([checkpoint.size, checkpoint.rootHash]).toEqual([size.toString(), root.toString('base64')]);
      const index = BigInt(leafIndex);
      expect(index).toBe(BigInt(position) - 1n);
      verifyInclusion({ leaf: fromBase64(leaf), index, size, root, proof: proof.map(fromBase64) });
    }
  });

  it('has it in one text too, which with the entry and the log’s key is all it takes offline', async () => {
    const { commandId, events } = await declare();
    await api.seal();
    const entries = await entriesFrom(api, events[0]?.position ?? '');
    for (const [n, { text }] of (await proven(commandId)).entries()) {
      const { index, proof, note } = readTlogProof(text);
      const { size, root } = openCheckpoint(note, parseVerifierKey(api.key.vkey));
      const leaf = leafHash(entries[n] ?? Buffer.alloc(0));
      verifyInclusion({ leaf, index, size, root, proof });
      expect(() => {
        verifyInclusion({ leaf, index: index ^ 1n, size, root, proof });
      }).toThrow();
    }
  });

  it('is null for a command nobody sent, and says what an id looks like', async () => {
    expect(await receiptOf(randomUUID())).toBeNull();
    const { errors } = await api.graphql(BY_COMMAND, { commandId: 'x' });
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(errors?.[0].message).toMatch(/^commandId: is not a UUID/);
  });

  it('costs as many statements as thirty of them, proofs and quorum included', async () => {
    const ids = await registerMany(api, 30);
    await api.seal();
    const statements = api.statements();
    const cost = async (commandIds: readonly string[]) => {
      const fields = `signed inclusion { proof checkpoint { size quorum { met } } }`;
      const asked = commandIds.map((id, n) => `r${n}: receipt(commandId: "${id}") { ${fields} }`);
      statements.length = 0;
      const { data, errors } = await api.graphql(`{ ${asked.join(' ')} }`);
      expect(errors).toBeUndefined();
      for (const { inclusion } of Object.values(data as Record<string, AskedReceipt>)) {
        expect(inclusion?.[0]?.proof.length).toBeGreaterThan(3);
      }
      return statements.length;
    };
    const one = await cost(ids.slice(0, 1));
    expect(one).toBeGreaterThan(2);
    expect(await cost(ids)).toBe(one);
  });
});

describe('Checkpoints and consistency', () => {
  let api: SealedApi;
  const sizes = [3, 4, 300, 301];

  beforeAll(async () => {
    api = await startSealedApi();
    let recorded = 0;
    for (const size of sizes) {
      await registerMany(api, size - recorded);
      recorded = size;
      await api.seal();
    }
    await registerMany(api, 2);
  });
  afterAll(() => api.close());

  const checkpoint = async (args: Record<string, string> = {}) =>
    (await api.graphql(CHECKPOINT, args)).data.checkpoint as AskedCheckpoint | null;
  const faultOf = async (query: string, variables: Record<string, unknown>) => {
    const { errors } = await api.graphql(query, variables);
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    return (errors?.[0] as { message: string }).message;
  };

  it('are given as they were signed: the newest, or that of a size', async () => {
    const roots = await rootsOf(api);
    for (const [asked, size] of [
      [undefined, 301],
      ['3', 3],
      ['300', 300],
    ] as const) {
      const found = await checkpoint(asked === undefined ? {} : { size: asked });
      if (found === null) throw new Error(`${size} was signed.`);
      expect(found).toMatchObject({ origin: api.key.name, size: `${size}`, cosignatures: [], quorum: null });
      const opened = openCheckpoint(found.note, parseVerifierKey(api.key.vkey));
      expect(opened.size).toBe(BigInt(size));
      expect(opened.root).toEqual(roots[size]);
      expect(fromBase64(found.rootHash)).toEqual(roots[size]);
    }
    for (const size of ['0', '5', '302', '999999999999999999']) expect(await checkpoint({ size })).toBeNull();
  });

  it('are found one after another by what they cover', async () => {
    const found: string[] = [];
    for (let next = await checkpoint({ covering: '1' }); next !== null;) {
      found.push(next.size);
      next = await checkpoint({ covering: (BigInt(next.size) + 1n).toString() });
    }
    expect(found).toEqual(sizes.map(String));
    expect(await faultOf(CHECKPOINT, { size: '3', covering: '3' })).toContain('leave one of them out');
  });

  it('are consistent between any two sizes, signed or not', async () => {
    const roots = await rootsOf(api);
    for (const [from, to] of [
      [3, 4],
      [3, 301],
      [256, 300],
      [1, 257],
      [0, 5],
      [301, 301],
      [0, 0],
    ] as const) {
      const { data } = await api.graphql(CONSISTENCY, { from: `${from}`, to: `${to}` });
      const { fromRoot, toRoot, proof } = data.consistency as AskedConsistency;
      expect(data.consistency).toMatchObject({ from: `${from}`, to: `${to}` });
      expect([fromBase64(fromRoot), fromBase64(toRoot)]).toEqual([roots[from], roots[to]]);
      verifyConsistency({
        from: BigInt(from),
        to: BigInt(to),
        proof: proof.map(fromBase64),
        fromRoot: fromBase64(fromRoot),
        toRoot: fromBase64(toRoot),
      });
    }
  });

  it('say what is accepted of sizes out of range', async () => {
    expect(await faultOf(CONSISTENCY, { from: '5', to: '4' })).toBe(
      'from: 5 is more than to, which is 4; send the smaller size as from.',
    );
    expect(await faultOf(CONSISTENCY, { from: '1', to: '302' })).toBe(
      'to: 302 lies beyond what is sealed, which is 301; send at most that.',
    );
    for (const sizes of [
      { from: '01', to: '2' },
      { from: '1', to: '+2' },
    ]) {
      const { errors } = await api.graphql(CONSISTENCY, sizes);
      expect(errors).toHaveLength(1);
    }
  });

  it('are told apart from what is recorded and not sealed yet', async () => {
    expect((await api.graphql(SEAL)).data).toEqual({
      head: '303',
      seal: {
        state: 'OPEN',
        refusal: null,
        sealed: '301',
        lag: '2',
        witnesses: [],
        quorum: null,
        origin: api.key.name,
        key: api.key.vkey,
      },
    });
  });
});

describe('Before anything is sealed', () => {
  it('there is no checkpoint, no proof and no name, and an empty log is consistent with itself', async () => {
    const api = await startSealedApi();
    try {
      expect((await api.graphql(CHECKPOINT)).data.checkpoint).toBeNull();
      expect((await api.graphql(SEAL)).data.seal).toMatchObject({ sealed: '0', lag: '0', origin: null, key: null });
      const { data } = await api.graphql(CONSISTENCY, { from: '0', to: '0' });
      expect(fromBase64(data.consistency.toRoot as string)).toEqual(CompactRange.empty().root());
    } finally {
      await api.close();
    }
  });
});

describe('Witnesses', () => {
  let api: SealedApi;
  let riverside: RunningWitness;
  let hillside: RunningWitness;

  beforeAll(async () => {
    api = await startSealedApi();
    [riverside, hillside] = await Promise.all([startWitness('riverside', api.key), startWitness('hillside', api.key)]);
  });
  afterAll(async () => {
    await Promise.all([riverside.close(), hillside.close()]);
    await api.close();
  });

  const policy = (hillsideLine: string, threshold: string) =>
    [
      `log ${api.key.vkey}`,
      riverside.line,
      hillsideLine,
      `group both ${threshold} riverside hillside`,
      'quorum both',
      '',
    ].join('\n');

  it('have signed the checkpoint and the proof, by name, line and time', async () => {
    await registerMany(api, 5);
    await api.ask(policy(hillside.line, 'all'));
    await api.seal();
    const checkpoint = (await api.graphql(CHECKPOINT)).data.checkpoint as AskedCheckpoint;
    expect(checkpoint.quorum).toEqual({ required: 'both', met: true, missing: [] });
    const witnesses = [riverside, hillside].map(({ vkey }) => {
      const key = parseVerifierKey(vkey);
      return { name: key.name, key };
    });
    const { cosignedBy } = openCheckpoint(checkpoint.note, parseVerifierKey(api.key.vkey), witnesses);
    expect(cosignedBy.map(({ name }) => name)).toEqual(['riverside.example', 'hillside.example']);
    expect(checkpoint.cosignatures.map(({ witness }) => witness)).toEqual(['hillside', 'riverside']);
    for (const { line, signedAt } of checkpoint.cosignatures) {
      expect(checkpoint.note.split('\n')).toContain(line);
      expect(cosignedBy.map(({ time }) => Number(time) * 1000)).toContain(Date.parse(signedAt));
    }
    const { seal } = (await api.graphql(SEAL)).data;
    expect(seal.quorum).toEqual({ required: 'both', met: true, missing: [] });
    expect(seal.witnesses).toMatchObject([
      { name: 'riverside', size: '5', signedAt: expect.any(String) },
      { name: 'hillside', size: '5', signedAt: expect.any(String) },
    ]);
  });

  it('that are missing are named', async () => {
    // It has no address, so that nobody asks it.
    const silent = `witness hillside ${SigningKey.generate('other.example').cosignerVkey}`;
    await api.ask(policy(silent, 'all'));
    await registerMany(api, 1);
    await api.seal();
    const { checkpoint } = (await api.graphql(CHECKPOINT, { size: '6' })).data;
    expect(checkpoint.quorum).toEqual({ required: 'both', met: false, missing: ['hillside'] });
    expect(checkpoint.cosignatures).toHaveLength(1);
  });
});

describe('A log that is closed', () => {
  it('takes nothing and says why, in a plain sentence and by a code, while it goes on to be read', async () => {
    const api = await startSealedApi();
    try {
      await registerMany(api, 3);
      await api.seal();
      // As after a restore: nobody has compared this database with what was signed.
      await api.superuser.pool.query('select maillage.close_log()');
      const key = await api.createKey(randomUUID(), ['read', 'write', 'operator']);
      const { errors, data } = await api.graphql(
        `mutation ($input: RegisterOrganisationInput!) { registerOrganisation(input: $input) { __typename } }`,
        { input: { commandId: randomUUID(), name: 'Too late', sector: 'PUBLIC' } },
        { key },
      );
      expect(data).toBeNull();
      expect(errors).toMatchObject([{ path: ['registerOrganisation'], extensions: { code: 'LOG_CLOSED' } }]);
      expect(errors?.[0].message).toMatch(/^The log takes no new events for the moment\. /);
      expect((await api.graphql(SEAL)).data).toMatchObject({ head: '3', seal: { state: 'CLOSED', sealed: '3' } });
      await api.seal();
      expect((await api.graphql(SEAL)).data.seal.state).toBe('OPEN');
      await registerMany(api, 1);
      expect((await api.graphql(SEAL)).data.head).toBe('4');
    } finally {
      await api.close();
    }
  });
});
