import { emptyValues, fittingValues, isBlank, type AnyValues, type Command } from './command.js';

// A form that begins with what is recorded. What others changed since somebody began is theirs: what it sends is what was changed
// against what was read, and where others changed the same, it says so.

/** What a revising form holds, and what somebody had read as they began with it. */
export interface Revising {
  readonly values: AnyValues;
  readonly before: AnyValues;
}

/**
 * A draft taken up again: what somebody changed in it stays, and the rest is as it is there by now.
 * @param kept as the browser kept it; an older page did not keep what was read, so that all which differs counts as changed.
 */
export function resumed(
  command: Command,
  kept: { readonly values: unknown; readonly before?: unknown },
  there: AnyValues,
): Revising {
  const written = { ...there, ...fittingValues(command, kept.values) };
  const read = kept.before === undefined ? there : { ...emptyValues(command), ...fittingValues(command, kept.before) };
  const theirs = groupsOf(command).filter((group) => isSame(group, written, read));
  const untouched = Object.fromEntries(theirs.flatMap((group) => group.map((name) => [name, there[name]])));
  return { values: { ...written, ...untouched }, before: { ...read, ...untouched } };
}

/** The fields, the first of each that belong together, that somebody changed and others have changed as well. */
export function contestedFields(command: Command, { values, before }: Revising, there: AnyValues): readonly string[] {
  return groupsOf(command)
    .filter((group) => !isSame(group, values, before) && !isSame(group, before, there) && !isSame(group, values, there))
    .flatMap(([name]) => name ?? []);
}

/** Fields that are parts of one object are replaced together. */
function groupsOf(command: Command): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const name of Object.keys(command.fields)) {
    const [head = name] = name.split('.');
    groups.set(head, [...(groups.get(head) ?? []), name]);
  }
  return [...groups.values()];
}

function isSame(group: readonly string[], one: AnyValues, other: AnyValues): boolean {
  return group.every((name) => told(one[name]) === told(other[name]));
}

function told(value: unknown): string {
  if (isBlank(value)) return '';
  return JSON.stringify(typeof value === 'string' ? value.trim() : value);
}
