import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  LogClosed,
  quorumOf,
  reopenLog,
  Sealer,
  SealMisconfigured,
  sealStatus,
  SigningKey,
  Tree,
  trustDatabase,
  type SealedCheckpoint,
} from '@maillage/ledger';
import {
  CompactRange,
  leafHash,
  openCheckpoint,
  parsePolicy,
  parseVerifierKey,
  verifyConsistency,
  verifyInclusion,
} from '@maillage/verifier';
import { storeCheckpoint, storeCosignature, StoredOtherwise } from '../../libs/ledger/seal/checkpoint.sql.js';
import { Witnesses } from '../../libs/ledger/seal/witnesses.js';
import { startWitness, type RunningWitness } from '../api/transparency.fixtures.js';
import { openLedger, type OpenLedger } from '../ledger/open.js';
import { noted, request } from '../ledger/requests.js';

const key = SigningKey.generate('ledger.example.org/housing');
const logKey = parseVerifierKey(key.vkey);

let log: OpenLedger;
let stateDir: string;
let sealer: Sealer;
let refusals: string[];

beforeEach(async () => {
  log = await openLedger();
  stateDir = await mkdtemp(join(tmpdir(), 'maillage-seal-'));
  refusals = [];
  sealer = newSealer();
});
afterEach(async () => {
  await sealer.stop();
  await log.close();
  await rm(stateDir, { recursive: true, force: true });
});

function newSealer(options: Partial<ConstructorParameters<typeof Sealer>[0]> = {}): Sealer {
  return new Sealer({
    database: log.database,
    key,
    stateDir,
    observer: { refused: (reason) => refusals.push(reason) },
    ...options,
  });
}

/** Another one after the first has gone, as after a restart. */
async function restarted(options: Parameters<typeof newSealer>[0] = {}): Promise<Sealer> {
  await sealer.stop();
  return (sealer = newSealer(options));
}

async function record(events: number, stream = 'note/1'): Promise<void> {
  const { length } = await log.ledger.readStream(stream);
  await log.ledger.append(
    request({ [stream]: [BigInt(length), ...Array.from({ length: events }, (_, n) => noted(`${length + n}`))] }),
  );
}

/** The roots of every size, from the entries alone and by the verifier's arithmetic. */
async function roots(): Promise<readonly Buffer[]> {
  const range = CompactRange.empty();
  const found = [range.root()];
  for (const { entry } of await log.ask('select entry from event order by position')) {
    range.append(leafHash(Buffer.from(entry as string, 'utf8')));
    found.push(range.root());
  }
  return found;
}

describe('The sealer', () => {
  it('signs a checkpoint over everything recorded, that an outsider can open and recompute', async () => {
    await record(300);
    expect(await sealer.seal()).toEqual({ kind: 'sealed', size: 300n });
    const latest = await new Tree(log.database).latest();
    const opened = openCheckpoint(latest?.note ?? '', logKey);
    expect(opened).toMatchObject({ origin: key.name, size: 300n, extensions: [] });
    expect(opened.root).toEqual((await roots())[300]);
  });

  it('has nothing to do on an empty log, and nothing where all is sealed', async () => {
    expect(await sealer.seal()).toEqual({ kind: 'idle', size: 0n });
    await record(3);
    await sealer.seal();
    expect(await sealer.seal()).toEqual({ kind: 'idle', size: 3n });
    expect(await sealStatus(log.database)).toMatchObject({ head: 3n, sealed: 3n, lag: 0n, state: 'OPEN' });
  });

  it('goes on after a restart, and proves each size consistent with each later one', async () => {
    const sizes: bigint[] = [];
    for (const events of [1, 254, 1, 1, 300, 2]) {
      await record(events);
      const outcome = await (await restarted()).seal();
      sizes.push(outcome.kind === 'sealed' ? outcome.size : 0n);
    }
    expect(sizes).toEqual([1n, 255n, 256n, 257n, 557n, 559n]);
    const all = await roots();
    const tree = new Tree(log.database);
    for (const from of sizes) {
      for (const to of sizes.filter((size) => size >= from)) {
        const [fromRoot, toRoot] = [all[Number(from)] as Buffer, all[Number(to)] as Buffer];
        verifyConsistency({ from, fromRoot, to, toRoot, proof: await tree.consistency(from, to) });
      }
    }
  });

  it('proves every event included in every later size', async () => {
    await record(700);
    await sealer.seal();
    const all = await roots();
    const tree = new Tree(log.database);
    const rows = await log.ask('select leaf from event order by position');
    for (const size of [1n, 2n, 255n, 256n, 257n, 511n, 700n]) {
      for (const index of [0n, 1n, 127n, 254n, 255n, 256n, 510n, 699n].filter((each) => each < size)) {
        const leaf = rows[Number(index)]?.['leaf'] as Buffer;
        verifyInclusion({
          leaf,
          index,
          size,
          root: all[Number(size)] as Buffer,
          proof: await tree.inclusion(index, size),
        });
      }
    }
    await expect(tree.inclusion(700n, 700n)).rejects.toThrow(RangeError);
    await expect(tree.consistency(2n, 701n)).rejects.toThrow(RangeError);
  });

  it('lets one at a time seal; the next takes over when it has gone', async () => {
    await record(2);
    const other = newSealer();
    expect(await sealer.seal()).toMatchObject({ kind: 'sealed' });
    expect(await other.seal()).toEqual({ kind: 'standby' });
    await sealer.stop();
    await record(1);
    expect(await other.seal()).toEqual({ kind: 'sealed', size: 3n });
    await other.stop();
  });

  it('can publish nothing once its connection, and so its lock, is lost', async () => {
    await record(2);
    const slow = await restarted({
      onStep: async (step) => {
        if (step !== 'kept') return;
        await log.ask(
          `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted and pid <> pg_backend_pid()
           and database = (select oid from pg_database where datname = current_database())`,
        );
      },
    });
    await expect(slow.seal()).rejects.toThrow(/terminat|closed|not queryable/i);
    expect(await new Tree(log.database).latest()).toBeUndefined();
    expect(await (await restarted()).seal()).toEqual({ kind: 'idle', size: 2n });
    expect((await new Tree(log.database).latest())?.size).toBe(2n);
  });

  it('will not sign with another key, nor under another name', async () => {
    await record(1);
    await sealer.seal();
    await expect((await restarted({ key: SigningKey.generate(key.name) })).seal()).rejects.toThrow(SealMisconfigured);
    await expect((await restarted({ key: SigningKey.generate('elsewhere') })).seal()).rejects.toThrow(
      /maillage reopen/,
    );
  });
});

describe('A log that was set back', () => {
  /** As a superuser may who restores a backup: triggers are off. */
  async function superuser(sql: string): Promise<void> {
    await log.ask(`begin; set local session_replication_role = replica; ${sql}; commit`);
  }

  const FORGET_THREE = `delete from event where position > 7; delete from command where first_position > 7;
    update log_head set position = 7; delete from checkpoint where size > 7; delete from log_tile;
    insert into log_tile select 0, 0, (select string_agg(leaf, '' order by position) from event)`;

  beforeEach(async () => {
    await record(7);
    await sealer.seal();
    await record(3);
    await sealer.seal();
  });

  it('is not signed, and takes nothing more', async () => {
    await superuser(FORGET_THREE);
    expect(await (await restarted()).seal()).toMatchObject({ kind: 'refused' });
    expect(refusals.at(-1)).toMatch(/ends at 7, but a checkpoint of size 10 was signed.*from 8 to 10 are missing/);
    await expect(record(1)).rejects.toThrow(LogClosed);
    expect(await sealStatus(log.database)).toMatchObject({ state: 'CLOSED', head: 7n, refusal: refusals.at(-1) });
  });

  it('is noticed by a sealer that runs on, too', async () => {
    await superuser(FORGET_THREE);
    expect(await sealer.seal()).toMatchObject({ kind: 'refused' });
    await expect(record(1)).rejects.toThrow(LogClosed);
  });

  it('is told from one that went on: the same number of events, but others', async () => {
    await superuser(FORGET_THREE);
    await record(5, 'note/2');
    expect(await (await restarted()).seal()).toMatchObject({ kind: 'refused' });
    expect(refusals.at(-1)).toMatch(/size 10 another root was signed/);
  });

  it('is signed again once the right backup is back', async () => {
    const rows = 'create table kept_event as select * from event; create table kept_command as select * from command';
    await log.ask(rows);
    await superuser(FORGET_THREE);
    await (await restarted()).seal();
    await superuser(`insert into event select * from kept_event where position > 7;
      insert into command select * from kept_command where first_position > 7; update log_head set position = 10`);
    expect(await sealer.seal()).toEqual({ kind: 'idle', size: 10n });
    await record(1);
    expect(await sealer.seal()).toEqual({ kind: 'sealed', size: 11n });
  });

  it('waits after a crash or a restore, which empty the unlogged table, until it has been compared', async () => {
    await log.ask('delete from log_opening');
    await expect(record(1)).rejects.toThrow(/not yet compared/);
    expect(await sealer.seal()).toEqual({ kind: 'idle', size: 10n });
    await record(1);
  });

  it('waits when a dump was restored, whose tables are others', async () => {
    await log.ask('update log_opening set event_table = event_table::bigint + 1');
    await expect(record(1)).rejects.toThrow(LogClosed);
    await log.ask('select open_log(); update log_opening set system_identifier = 1');
    await expect(record(1)).rejects.toThrow(LogClosed);
    await log.ask('select open_log(); update log_opening set database = database::bigint + 1');
    await expect(record(1)).rejects.toThrow(LogClosed);
    // Or its files, as they were before: nothing in them tells, but the server that serves them was started since.
    await log.ask(`select open_log(); update log_opening set server_started = server_started - interval '1 second'`);
    await expect(record(1)).rejects.toThrow(LogClosed);
    await sealer.seal();
    await record(1);
  });

  it('stays closed where nothing outside the database says what was signed', async () => {
    await log.ask('delete from log_opening');
    await rm(stateDir, { recursive: true });
    expect(await (await restarted()).seal()).toMatchObject({ kind: 'refused' });
    expect(refusals.at(-1)).toMatch(/cannot be told/);
  });

  it('stays closed where the file outside is older than the database: it may be as old as a lost one', async () => {
    const [file = ''] = await readdir(stateDir);
    const old = await readFile(join(stateDir, file), 'utf8');
    await record(1);
    await sealer.seal();
    await writeFile(join(stateDir, file), old);
    await log.ask('delete from log_opening');
    expect(await (await restarted()).seal()).toMatchObject({ kind: 'refused' });
    expect(refusals.at(-1)).toMatch(/says that size 10 was signed last, the database says 11/);
    await sealer.stop();
    await trustDatabase(log.database, key, stateDir);
    await record(1);
    expect(await (await restarted()).seal()).toEqual({ kind: 'sealed', size: 12n });
  });

  it('is not taken at its word where the file outside knows more, or under another name', async () => {
    await superuser(FORGET_THREE);
    await expect(trustDatabase(log.database, key, stateDir)).rejects.toThrow(/says what was signed last/);
    await expect(trustDatabase(log.database, SigningKey.generate('other'), stateDir)).rejects.toThrow(
      SealMisconfigured,
    );
  });

  it('is reopened once, though whoever did it was interrupted before it was on record', async () => {
    await superuser(FORGET_THREE);
    await (await restarted()).seal();
    const renamed = SigningKey.generate('ledger.example.org/renamed');
    const cut = reopenLog(log.database, renamed, stateDir, () => Promise.reject(new Error('The power went.')));
    await expect(cut).rejects.toThrow(/A sealer runs/);
    await sealer.stop();
    const interrupted = reopenLog(log.database, renamed, stateDir, () => Promise.reject(new Error('The power went.')));
    await expect(interrupted).rejects.toThrow(/power/);
    // Nobody seals what is not on record.
    expect(await (await restarted({ key: renamed })).seal()).toEqual({ kind: 'standby' });
    await sealer.stop();
    const told: unknown[] = [];
    await reopenLog(log.database, renamed, stateDir, async (reopening) => void told.push(reopening));
    expect(told).toEqual([
      expect.objectContaining({ previousOrigin: key.name, previousSize: '10', keptPosition: '7' }),
    ]);
    await record(1);
    expect(await (await restarted({ key: renamed })).seal()).toEqual({ kind: 'sealed', size: 8n });
    await sealer.stop();
    await expect(reopenLog(log.database, key, stateDir, async () => undefined)).rejects.toThrow(/was used before/);
  });

  it('stays closed where the file outside holds something else', async () => {
    const [file = ''] = await readdir(stateDir);
    const note = await readFile(join(stateDir, file), 'utf8');
    await writeFile(join(stateDir, file), note.replace('\n10\n', '\n9\n'));
    expect(await (await restarted()).seal()).toMatchObject({ kind: 'refused' });
    expect(refusals.at(-1)).toMatch(/should hold the last checkpoint/);
  });
});

describe('A log that was tampered with', () => {
  it.each([
    [
      'an entry',
      `update event set entry = replace(entry, '"5"', '"6"') where position = 6`,
      /position 6 does not hash/,
    ],
    ['a leaf', `update event set leaf = sha256(leaf) where position = 6`, /position 6 does not hash/],
    ['a hole', `delete from event where position = 6`, /no event at position 6/],
  ])('before it is sealed is not signed: %s', async (_, change, reason) => {
    await record(9);
    await log.ask(`begin; set local session_replication_role = replica; ${change}; commit`);
    expect(await sealer.seal()).toMatchObject({ kind: 'refused' });
    expect(refusals.at(-1)).toMatch(reason);
  });

  it('in its tiles is not signed further', async () => {
    await record(9);
    await sealer.seal();
    await log.ask(
      `begin; set local session_replication_role = replica;
       update log_tile set hashes = overlay(hashes placing sha256('x') from 1); commit`,
    );
    await record(1);
    expect(await (await restarted()).seal()).toMatchObject({ kind: 'refused' });
    expect(refusals.at(-1)).toMatch(/tiles do not hash to the root signed at size 9/);
  });

  it('in its tiles or checkpoints by the application’s own role is not possible', async () => {
    await record(9);
    await sealer.seal();
    for (const change of [
      `update log_tile set hashes = overlay(hashes placing sha256('x') from 1)`,
      `update log_tile set hashes = substring(hashes for 32)`,
      'delete from log_tile',
      `update checkpoint set note = ''`,
      'delete from checkpoint',
    ]) {
      await expect(log.database.pool.query(change)).rejects.toThrow(/only grows|permission denied/);
    }
  });
});

describe('Witnesses', () => {
  const running: RunningWitness[] = [];
  const failures: string[] = [];
  afterEach(async () => {
    failures.length = 0;
    await Promise.all(running.splice(0).map((witness) => witness.close()));
  });

  async function witness(name: string, of = key): Promise<RunningWitness> {
    const started = await startWitness(name, of);
    running.push(started);
    return started;
  }
  /** One that nobody asks: it has no address. */
  const unasked = (name: string, cosigner: SigningKey) => `witness ${name} ${cosigner.cosignerVkey}`;
  const policyOf = (...lines: readonly string[]) =>
    `${lines.join('\n')}\ngroup all all ${lines.map((line) => line.split(' ')[1]).join(' ')}\nquorum all\n`;

  async function sealWith(policy: string): Promise<void> {
    await restarted({
      policy,
      observer: {
        refused: (reason) => refusals.push(reason),
        failed: (name, { failure, message }) => failures.push(`${name} ${failure} ${message}`),
      },
    });
    await sealer.seal();
    await sealer.witnessed();
  }

  async function cosign(size: bigint, name: string, line: string): Promise<void> {
    await log.ask('insert into maillage.cosignature values ($1, $2, $3, $4, now())', [key.name, size, name, line]);
  }

  const textOf = (note = '') => note.slice(0, note.indexOf('\n\n') + 1);
  const tree = () => new Tree(log.database);

  it('count by lines that verify; others are neither counted nor shown, and spoil nothing', async () => {
    const riverside = await witness('riverside');
    const other = SigningKey.generate('hillside.example');
    const policy = policyOf(riverside.line, unasked('hillside', other));
    for (const forge of [
      () => SigningKey.generate(other.name).cosign(textOf(), new Date()),
      (text: string) => SigningKey.generate(other.name).cosign(text, new Date()),
      () => other.cosign('another text\n', new Date()),
      (text: string) => other.sign(text),
      () => 'no line at all',
      (text: string) => `${other.cosign(text, new Date())}— x.example AAAA\n`,
    ]) {
      await record(1);
      await sealWith(policy);
      const size = await tree().sealed();
      const before = await tree().checkpoint(size);
      await cosign(size, 'hillside', forge(textOf(before?.note)));
      const found = await tree().checkpoint(size);
      expect(found).toEqual(before);
      expect(found?.cosignatures.map(({ witness: name }) => name)).toEqual(['riverside']);
      expect(quorumOf(policy, found)).toEqual({ required: 'all', met: false, missing: ['hillside'] });
      const known = [riverside.vkey, other.cosignerVkey].map((vkey, n) => ({
        name: `${n}`,
        key: parseVerifierKey(vkey),
      }));
      expect(openCheckpoint(found?.note ?? '', logKey, known).cosignedBy.map(({ name }) => name)).toEqual(['0']);
      expect((await sealStatus(log.database)).witnesses).toMatchObject([
        { name: 'riverside', size, signedAt: expect.any(String) },
        { name: 'hillside', size: 0n, signedAt: undefined },
      ]);
    }
    await record(1);
    await sealWith(policy);
    const size = await tree().sealed();
    await cosign(size, 'hillside', other.cosign(textOf((await tree().checkpoint(size))?.note), new Date()));
    expect(quorumOf(policy, await tree().latest())).toEqual({ required: 'all', met: true, missing: [] });
    expect((await tree().latest())?.size).toBe(size);
    expect((await sealStatus(log.database)).witnesses).toMatchObject([{ size }, { size }]);
    expect(refusals).toEqual([]);
  });

  it('are waited for, but not for ever; what was shown once is not taken back', async () => {
    const silent = SigningKey.generate('silent.example');
    const policy = policyOf(unasked('silent', silent));
    await record(2);
    await sealWith(policy);
    await record(3);
    await sealer.seal();
    const [first, second] = [await tree().checkpoint(2n), await tree().checkpoint(5n)];
    expect(await tree().latest()).toEqual(first);
    expect(await sealStatus(log.database)).toMatchObject({ sealed: 5n, lag: 0n, quorum: { met: false } });
    await log.ask(
      `begin; set local session_replication_role = replica;
       update maillage.checkpoint set signed_at = signed_at - interval '11 seconds'; commit`,
    );
    expect((await tree().latest())?.size).toBe(5n);
    await cosign(2n, 'silent', silent.cosign(textOf(first?.note), new Date()));
    expect((await tree().latest())?.size).toBe(5n);
    await record(1);
    await sealer.seal();
    expect((await tree().latest())?.size).toBe(5n);
    await cosign(5n, 'silent', silent.cosign(textOf(second?.note), new Date()));
    expect(await sealStatus(log.database)).toMatchObject({ sealed: 6n, quorum: { met: true } });
  });

  it('may change their key: the old one’s lines do not count, and the new one’s do from the next checkpoint on', async () => {
    await record(1);
    await sealWith(policyOf((await witness('riverside')).line));
    const renewed = await witness('riverside');
    const policy = policyOf(renewed.line);
    await sealWith(policy);
    expect(failures).toEqual([expect.stringMatching(/^riverside UNREACHABLE .*counts from the next checkpoint on/)]);
    expect(quorumOf(policy, await tree().checkpoint(1n)).met).toBe(false);
    await record(1);
    await sealer.seal();
    await sealer.witnessed();
    expect(quorumOf(policy, await tree().checkpoint(2n)).met).toBe(true);
    // A restart asks again for what is cosigned: its first line stays.
    const kept = await tree().checkpoint(2n);
    await sealWith(policy);
    expect(await tree().checkpoint(2n)).toEqual(kept);
    expect(failures).toHaveLength(1);
  });

  describe('that fail', () => {
    let offers: readonly SealedCheckpoint[];
    let asking: Witnesses;
    beforeEach(async () => {
      for (let n = 0; n < 3; n += 1) {
        await record(1);
        await sealer.seal();
      }
      offers = await Promise.all([1n, 2n, 3n].map(async (size) => (await tree().checkpoint(size)) as SealedCheckpoint));
    });
    afterEach(() => asking.stop());

    function ask(policy: string, first: number, longest: number): void {
      const observer = {
        cosigned: (_: string, size: bigint) => failures.push(`cosigned ${size}`),
        failed: (_: string, { failure }: { failure: string }) => failures.push(failure),
      };
      asking = new Witnesses(parsePolicy(policy), log.database, tree(), observer, { first, longest });
    }
    const offer = (n: number) => {
      asking.offer(offers[n] as SealedCheckpoint);
      return asking.settled();
    };

    it('by refusing are left alone longer and longer, whatever is offered meanwhile', async () => {
      ask(policyOf((await witness('riverside', SigningKey.generate('elsewhere'))).line), 400, 800);
      await offer(0);
      expect(failures).toEqual(['REFUSED']);
      await offer(1);
      await offer(2);
      expect(failures).toEqual(['REFUSED']);
      // Again after 400, 1200, 2000, 2800 ms.
      await sleep(3_100);
      expect(failures.length).toBeGreaterThanOrEqual(3);
      expect(failures.length).toBeLessThanOrEqual(5);
      asking.pause();
      const { length } = failures;
      await sleep(1_000);
      expect(failures).toHaveLength(length);
    });

    it('by being out of reach are asked at once for a new checkpoint', async () => {
      const gone = await startWitness('riverside', key);
      await gone.close();
      ask(policyOf(gone.line), 60_000, 60_000);
      await offer(0);
      await offer(1);
      expect(failures).toEqual(['UNREACHABLE', 'UNREACHABLE']);
    });

    it('by being out of reach are asked again for the same checkpoint until they answer', async () => {
      const riverside = await witness('riverside');
      let isUp = false;
      const [behind, close] = await before(riverside, (request, response, pass) => {
        if (isUp) pass();
        else response.writeHead(503).end();
      });
      try {
        ask(policyOf(behind), 50, 50);
        await offer(2);
        expect(failures).toEqual(['UNREACHABLE']);
        await until('it is asked again', () => failures.length === 2);
        isUp = true;
        await until('it has answered', () => failures.at(-1) === 'cosigned 3');
        await asking.settled();
        const { length } = failures;
        await sleep(200);
        expect(failures).toHaveLength(length);
      } finally {
        close();
      }
    });

    it('to answer are given up when another process seals, and asked anew when this one does', async () => {
      const held: (() => void)[] = [];
      const [slow, close] = await before(await witness('riverside'), (request, response, pass) => held.push(pass));
      try {
        ask(policyOf(slow), 60_000, 60_000);
        const first = offer(0);
        await until('it is asked', () => held.length === 1);
        asking.pause();
        await first;
        expect(failures).toEqual([]);
        const second = offer(1);
        await until('it is asked again', () => held.length === 2);
        held[1]?.();
        await second;
        expect(failures).toEqual(['cosigned 2']);
        expect((await tree().checkpoint(1n))?.cosignatures).toEqual([]);
      } finally {
        close();
      }
    });
  });

  it('sign what is stored, and nothing stored is replaced', async () => {
    await record(1);
    await sealer.seal();
    const sealed = (await tree().checkpoint(1n)) as SealedCheckpoint;
    const client = await log.database.pool.connect();
    try {
      await storeCheckpoint(client, sealed);
      await expect(storeCheckpoint(client, { ...sealed, root: Buffer.alloc(32) })).rejects.toThrow(
        /size 1.*with the root/,
      );
      await expect(storeCheckpoint(client, { ...sealed, note: `${sealed.note}—` })).rejects.toThrow(/another note/);
    } finally {
      client.release();
    }
    const [one, another] = [SigningKey.generate('w.example'), SigningKey.generate('w.example')];
    const store = (by: SigningKey, seconds: number) => {
      const at = new Date(seconds * 1000);
      return storeCosignature(log.database, sealed, {
        ...{ witness: 'w', line: by.cosign(textOf(sealed.note), at), signedAt: at.toISOString() },
      });
    };
    await store(one, 1_700_000_000);
    await store(one, 1_700_000_009);
    await expect(store(another, 1_700_000_009)).rejects.toThrow(StoredOtherwise);
    expect((await tree().checkpoint(1n))?.cosignatures).toMatchObject([{ signedAt: '2023-11-14T22:13:20.000Z' }]);
  });
});

/** Something before a witness that lets requests pass when it likes. @returns the witness's line with its address. */
async function before(
  { line }: RunningWitness,
  handle: (request: IncomingMessage, response: ServerResponse, pass: () => void) => void,
): Promise<[line: string, close: () => void]> {
  const url = line.split(' ').at(-1) ?? '';
  const server = createServer((request, response) => {
    handle(request, response, () => void forward(request, response, url));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return [line.replace(url, `http://127.0.0.1:${(server.address() as AddressInfo).port}`), close];
}

async function forward(request: IncomingMessage, response: ServerResponse, to: string): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const answer = await fetch(`${to}${request.url ?? ''}`, { method: 'POST', body: Buffer.concat(chunks) });
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
  response.end(await answer.text());
}

async function until(what: string, holds: () => boolean): Promise<void> {
  const end = performance.now() + 20_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`In vain: ${what}`);
    await sleep(10);
  }
}
