import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { LogClosed, reopenLog, SealMisconfigured, sealStatus, SigningKey, Tree, trustDatabase } from '@maillage/ledger';
import { openCheckpoint, verifyConsistency, verifyInclusion } from '@maillage/verifier';
import {
  key,
  log,
  logKey,
  newSealer,
  record,
  refusals,
  restarted,
  roots,
  sealer,
  stateDir,
} from './sealed.fixtures.js';

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

  it('keeps the others waiting for as long as it is heard of, however little there is to seal', async () => {
    const quiet = await restarted({ idleHolderMs: 400 });
    const other = newSealer();
    await quiet.seal();
    await sleep(1_200);
    expect(await other.seal()).toEqual({ kind: 'standby' });
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
