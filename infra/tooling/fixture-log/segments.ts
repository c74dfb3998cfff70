import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Registry } from '@maillage/engine';
import { projectRoot } from '@maillage/platform';
import { commandIdAt, Player } from './play.js';

/**
 * The fixture log: a log that holds every type of event under every schema number there has been. It is kept in segments,
 * one after the other in the order of their names; `0002-a-coalition.jsonl` has an entry a line, as the log has it. What is
 * recorded is never written anew: it stands for what real logs hold. To add to it, write commands, one a line, into a new
 * `NNNN-….commands.jsonl`; `npm run generate` plays them through the deciders and writes the segment.
 */
export const FIXTURE_LOG = join(projectRoot, 'test', 'fixtures', 'log');

const COMMANDS = '.commands.jsonl';
const ENTRIES = '.jsonl';

export interface Segment {
  readonly name: string;
  /** Canonical JSON, in the order of the log. */
  readonly entries: readonly string[];
}

/** Plays the commands that have not been recorded yet. @throws where one is refused, or comes before what is recorded. */
export async function recordSegments(registry: Registry, folder = FIXTURE_LOG): Promise<void> {
  const recorded = await readSegments(folder);
  const names = new Set(recorded.map(({ name }) => name));
  const player = new Player(registry);
  for (const { entries } of recorded) player.resume(entries);
  for (const file of (await readdir(folder)).filter((each) => each.endsWith(COMMANDS)).sort()) {
    const name = file.slice(0, -COMMANDS.length);
    if (names.has(name)) continue;
    const last = recorded.at(-1)?.name ?? '';
    if (name < last) throw new Error(`${file} must come after ${last}, which is recorded: give it a higher number.`);
    const entries = player.play(file, linesOf(await readFile(join(folder, file), 'utf8')));
    await writeFile(join(folder, `${name}${ENTRIES}`), `${entries.join('\n')}\n`);
  }
}

/** What is recorded, in order. */
export async function readSegments(folder = FIXTURE_LOG): Promise<readonly Segment[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(ENTRIES) && !file.endsWith(COMMANDS)).sort();
  return Promise.all(
    files.map(async (file) => ({
      name: file.slice(0, -ENTRIES.length),
      entries: linesOf(await readFile(join(folder, file), 'utf8')),
    })),
  );
}

/** The types of the events that commands of each type came to when they were played. */
export async function eventsByCommand(folder = FIXTURE_LOG): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const events = new Map<string, ReadonlySet<string>>();
  for (const { name, entries } of await readSegments(folder)) {
    const file = `${name}${COMMANDS}`;
    const commands = await readFile(join(folder, file), 'utf8').catch(() => '');
    const recorded = entries.map((entry) => JSON.parse(entry) as { readonly type: string; readonly commandId: string });
    for (const [index, line] of linesOf(commands).entries()) {
      const { type: command } = JSON.parse(line) as { readonly type: string };
      const types = recorded
        .filter(({ commandId }) => commandId === commandIdAt(file, index + 1))
        .map(({ type }) => type);
      events.set(command, new Set([...(events.get(command) ?? []), ...types]));
    }
  }
  return events;
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}
