import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CommandExecutor, Guards, Registry } from '@maillage/engine';
import { isRefusal, type Command, type SeatRole } from '@maillage/kernel';
import { projectRoot } from '@maillage/platform';
import { id } from '../../test/harness/given.js';
import { slices } from './slices.js';

const registry = new Registry(slices);
/** Whatever asks the log has come too far. */
const noLog = undefined as never;
const executor = new CommandExecutor(registry, noLog, noLog, () => undefined);
const guards = new Guards(registry, noLog);

const sent = (type: string, seat: SeatRole | undefined): Command => ({
  type,
  id: id(1),
  // What no command takes: whatever is not refused for the seat is refused for this.
  data: 'nothing',
  commandId: id(2),
  actor: { organisation: id(3) },
  scopes: ['write'],
  seat,
  at: '2026-03-01T12:00:00.000Z',
});

async function codesFor(seat: SeatRole | undefined): Promise<Readonly<Record<string, string>>> {
  const codes = [...registry.deciderOf.keys()].sort().map(async (type) => {
    const result = await executor.execute(sent(type, seat));
    return [type, isRefusal(result) ? result.code : 'recorded'] as const;
  });
  return Object.fromEntries(await Promise.all(codes));
}

describe('A command that takes an ADMIN', () => {
  it('is refused to a WRITER before anything is read, and no other is', async () => {
    const text = await readFile(join(projectRoot, 'infra/generated/seats.json'), 'utf8');
    const seats = Object.entries(JSON.parse(text) as Record<string, string>);
    const expected = seats.map(([type, seat]) => [type, seat === 'ADMIN' ? 'NOT_ADMIN' : 'INVALID_INPUT']);
    expect(await codesFor('WRITER')).toEqual(Object.fromEntries(expected));
  });

  it.each(['ADMIN' as const, undefined])('is taken from %s', async (seat) => {
    expect(new Set(Object.values(await codesFor(seat)))).toEqual(new Set(['INVALID_INPUT']));
  });

  it('is not offered to a WRITER either', async () => {
    const { actor, scopes } = sent('', 'WRITER');
    for (const [type, decider] of registry.deciderOf) {
      if (decider.commands[type]?.seat !== 'ADMIN') continue;
      const intent = { type, id: id(1), about: undefined, actor, scopes, seat: 'WRITER', on: '2026-03-01' } as const;
      expect(await guards.refusalOf(intent, noLog)).toMatchObject({ code: 'NOT_ADMIN' });
    }
  });
});
