import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { refuse, type Command } from '@maillage/kernel';
import { systemClock } from '@maillage/platform';
import { publishedSchemas, publishSchemas } from './schemas.js';

describe('The schemas of events', () => {
  it('are all put before the log at a start, by a command that is the same at the next', async () => {
    const commands: Command[] = [];
    const execute = async (command: Command) => commands.push(command);
    await publishSchemas(execute, systemClock);
    await publishSchemas(execute, systemClock);
    const [first, second] = commands;
    const { schemas } = first?.data as {
      readonly schemas: readonly { readonly type: string; readonly schema: number }[];
    };
    expect(schemas).toHaveLength((await publishedSchemas()).length);
    expect(schemas).toContainEqual({ type: 'LogReopened', schema: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect([second?.commandId, second?.data]).toEqual([first?.commandId, first?.data]);
  });

  it('keep a server from starting where the log is committed to others, or auditors do not read them', async () => {
    const refused = async () => refuse('CONTRADICTS_PUBLICATION', 'The log is committed to another.');
    await expect(publishSchemas(refused, systemClock)).rejects.toThrow(
      'were refused: The log is committed to another.',
    );
    const folder = await mkdtemp(join(tmpdir(), 'maillage-schemas-'));
    await writeFile(join(folder, 'Noted.1.json'), '{"properties":{"note":{"pattern":"^(?=a)"}}}');
    const unread = publishSchemas(async () => undefined, systemClock, folder);
    await expect(unread).rejects.toThrow(/Noted\/1\.json is no JSON Schema that auditors read: its pattern/);
    await rm(folder, { recursive: true });
  });
});
