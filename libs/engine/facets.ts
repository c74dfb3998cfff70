import { fieldNamesOf, type AnyDecider, type Ask, type EventType } from '@maillage/kernel';
import { RegistryError } from './registry-error.js';

interface Known extends EventType {
  readonly name: string;
  /** The decider whose streams hold it. */
  readonly owner: string;
}

interface Named {
  /** Those that can be held in a mission. */
  readonly roles: readonly string[];
  /** The deciders of whose things a slice says who reads what is withheld. */
  readonly readers: readonly string[];
}

/**
 * What types cannot see where facets are written, and would otherwise show as rows that never come.
 * @throws {RegistryError} naming the event, the facet, and what it names in vain.
 */
export function checkFacets(deciders: readonly AnyDecider[], { roles, readers }: Named): void {
  const types = deciders.flatMap(({ name: owner, events }) =>
    Object.entries(events).map(([name, type]): Known => ({ name, owner, ...type })),
  );
  const asks = types.flatMap((type) => type.facets.asks.map((ask) => ({ type, ask })));
  for (const type of types) {
    needField(type, 'mission', type.facets.mission?.field);
    checkWithheld(type, readers);
  }
  for (const { type, ask } of asks) {
    checkRole(type, ask, roles);
    checkAsk(type, ask, types);
  }
  for (const { type, ask } of asks) checkKind(type, ask, asks);
  for (const type of types) for (const kind of type.facets.answers) checkAnswer(type, kind, asks);
}

function checkWithheld(type: Known, readers: readonly string[]): void {
  const { withholds } = type.facets;
  if (withholds === undefined) return;
  for (const pointer of withholds.words) needField(type, 'withholds', pointer.split('/')[1]);
  if (readers.includes(type.owner)) return;
  throw fault(type, 'withholds', `needs somebody who reads it; name ${type.owner} among the \`readers\` of its slice`);
}

function checkRole(type: Known, { role }: Ask, roles: readonly string[]): void {
  if (role === undefined) return;
  if (!roles.includes(role)) {
    throw fault(type, 'asks.of', `names the role ${role}; those that can be held are ${roles.join(', ')}`);
  }
  if (type.facets.mission === undefined) {
    throw fault(type, 'asks.of', 'asks a role, which is held in a mission; name the `mission` as well');
  }
}

function checkAsk(type: Known, ask: Ask, types: readonly Known[]): void {
  if (type.facets.asks.filter(({ kind }) => kind === ask.kind).length > 1) {
    throw fault(type, 'asks.kind', `is ${ask.kind} twice; give each of what it asks a kind of its own`);
  }
  for (const [facet, field] of Object.entries(ask.fields)) needField(type, `asks.${facet}`, field);
  if (ask.anywhere && ask.ref === undefined) {
    throw fault(type, 'asks.anywhere', 'needs a `ref`, by which an event elsewhere can name the window');
  }
  const { ends, drops, frees } = ask;
  for (const [facet, names] of Object.entries({ ends, drops, frees: Object.keys(frees) })) {
    for (const name of names) {
      const end = types.find((each) => each.name === name);
      if (end === undefined) throw fault(type, `asks.${facet}`, `names ${name}, which is no type of event`);
      checkEnd(type, ask, end);
      needField(end, `asks.${facet}`, frees[name]);
    }
  }
}

/** Whether an event can tell which window it ends. */
function checkEnd(type: Known, ask: Ask, end: Known): void {
  const fields = fieldNamesOf(end.data);
  const ref = ask.refs[end.name] ?? ask.ref;
  if (ref?.split(' ').every((field) => fields.includes(field)) === false) {
    throw new RegistryError(
      `${end.name} ends ${ask.kind} of ${type.name}, which it must name by \`${ref}\`; its data has ` +
        `${fields.length === 0 ? 'no fields' : `no such field, but ${fields.join(', ')}`}.`,
    );
  }
  if (end.owner !== type.owner && !ask.anywhere) {
    throw fault(
      type,
      'asks',
      `is ended by ${end.name}, which is recorded in a stream of ${end.owner}; say \`anywhere\` and name a \`ref\``,
    );
  }
}

function checkKind(type: Known, ask: Ask, asks: readonly { readonly type: Known; readonly ask: Ask }[]): void {
  const other = asks.find(({ ask: { kind, ref, anywhere } }) => {
    return kind === ask.kind && (ref !== ask.ref || anywhere !== ask.anywhere);
  });
  if (other === undefined) return;
  const why = `asks ${ask.kind} as ${other.type.name} does, but with another \`ref\` or \`anywhere\`: one end could not be about both`;
  throw fault(type, 'asks.kind', why);
}

function checkAnswer(type: Known, kind: string, asks: readonly { readonly type: Known; readonly ask: Ask }[]): void {
  const asked = asks.filter(({ ask }) => ask.kind === kind);
  if (asked.length === 0) throw fault(type, 'answers', `names ${kind}, which no event asks`);
  for (const each of asked) checkEnd(each.type, each.ask, type);
}

function needField(type: Known, facet: string, named: string | undefined): void {
  const fields = fieldNamesOf(type.data);
  const missing = named?.split(' ').find((field) => !fields.includes(field));
  if (missing === undefined) return;
  throw fault(type, facet, `names ${missing}, which is no field of its data; those are ${fields.join(', ')}`);
}

function fault({ name }: Known, facet: string, what: string): RegistryError {
  return new RegistryError(`${name}: \`${facet}\` ${what}.`);
}
