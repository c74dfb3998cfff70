import type { UploadedFile } from '../../shell/upload.js';

/** `group`: only where something else of the object it belongs to is given, as a quantity's unit is with its amount. */
type Required = boolean | 'group';

/** What a form asks for, as the published schema of the command says; generated. Lengths are in characters. */
export type Field = Kind & {
  /** Where null clears it, or the object it belongs to. */
  readonly clears?: true;
};

type Kind =
  | { readonly type: 'text' | 'url'; readonly required: Required; readonly most?: number }
  | { readonly type: 'date' | 'decimal' | 'id'; readonly required: Required }
  | { readonly type: 'integer'; readonly required: Required; readonly least: number; readonly most: number }
  /** Ticked, or not: what is not ticked is left out, or says no where the command takes no silence. */
  | { readonly type: 'check'; readonly required: Required }
  | { readonly type: 'choice'; readonly required: Required; readonly values: readonly string[] }
  | {
      readonly type: 'choices';
      readonly required: Required;
      readonly values: readonly string[];
      readonly most?: number;
    }
  | { readonly type: 'ids'; readonly required: Required; readonly most?: number }
  /** Of a list, each as the API takes it; the page that asks for them draws them itself. */
  | { readonly type: 'rows'; readonly required: Required; readonly most?: number }
  | {
      readonly type: 'evidence';
      readonly required: Required;
      /** Links and files together. */
      readonly most: number;
      readonly url: number;
      readonly title: number;
    };

/** A command as a form takes it: see `apps/web/generated/commands`. */
export interface Command {
  readonly name: string;
  /** By the path that a refusal names them by: `quantity.amount`. */
  readonly fields: Readonly<Record<string, Field>>;
  /** The mutation that sends it, whose one variable is the `input`. */
  readonly document: string;
}

export interface EvidenceLinkValue {
  readonly url: string;
  readonly title: string;
}

export interface EvidenceValue {
  readonly links: readonly EvidenceLinkValue[];
  readonly files: readonly UploadedFile[];
}

export const NO_EVIDENCE: EvidenceValue = { links: [], files: [] };

/** What a field holds while it is filled in. */
export type FieldValue<Of extends Field> = Of extends { readonly type: 'text' | 'url' }
  ? string
  : Of extends { readonly type: 'choice'; readonly values: readonly (infer Value)[] }
    ? Value | undefined
    : Of extends { readonly type: 'choices'; readonly values: readonly (infer Value)[] }
      ? readonly Value[]
      : Of extends { readonly type: 'integer' }
        ? number | undefined
        : Of extends { readonly type: 'ids' }
          ? readonly string[]
          : Of extends { readonly type: 'rows' }
            ? readonly unknown[]
            : Of extends { readonly type: 'check' }
              ? boolean
              : Of extends { readonly type: 'evidence' }
                ? EvidenceValue
                : string | undefined;

export type FieldName<Of extends Command> = keyof Of['fields'] & string;

export type Values<Of extends Command> = {
  readonly [Name in FieldName<Of>]: FieldValue<Of['fields'][Name]>;
};

/** As the pure functions below take them, whatever the command. */
export type AnyValues = Readonly<Record<string, unknown>>;

/** Of a form that nobody has touched. */
export function emptyValues(command: Command): AnyValues {
  return Object.fromEntries(Object.entries(command.fields).map(([name, field]) => [name, emptyValue(field)]));
}

function emptyValue(field: Field): unknown {
  switch (field.type) {
    case 'text':
    case 'url':
      return '';
    case 'check':
      return false;
    case 'choices':
    case 'ids':
    case 'rows':
      return [];
    case 'evidence':
      return NO_EVIDENCE;
    case 'date':
    case 'decimal':
    case 'id':
    case 'integer':
    case 'choice':
      return undefined;
  }
}

/**
 * What somebody left in the browser, where it is still of the form that the command takes: an older version of the page may
 * have written it.
 */
export function fittingValues(command: Command, kept: unknown): AnyValues {
  const values = typeof kept === 'object' && kept !== null ? (kept as AnyValues) : {};
  return Object.fromEntries(
    Object.entries(command.fields).flatMap(([name, field]) => {
      const value = fitting(field, values[name]);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function fitting(field: Field, value: unknown): unknown {
  switch (field.type) {
    case 'text':
    case 'url':
    case 'id':
      return typeof value === 'string' ? value : undefined;
    case 'date':
      return typeof value === 'string' && isDay(value) ? value : undefined;
    case 'decimal':
      return typeof value === 'string' && Number.isFinite(Number(value)) ? value : undefined;
    case 'integer':
      return typeof value === 'number' && value >= field.least && value <= field.most ? value : undefined;
    case 'check':
      return typeof value === 'boolean' ? value : undefined;
    case 'choice':
      return field.values.find((each) => each === value);
    case 'choices':
      return Array.isArray(value) ? field.values.filter((each) => value.includes(each)) : undefined;
    case 'ids':
      return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : undefined;
    case 'rows':
      return Array.isArray(value) ? value : undefined;
    case 'evidence':
      return isEvidence(value) ? value : undefined;
  }
}

/** A day that there was or will be: `2026-02-30` is none. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function isEvidence(value: unknown): value is EvidenceValue {
  if (typeof value !== 'object' || value === null || !('links' in value) || !('files' in value)) return false;
  const { links, files } = value;
  const all = (list: unknown, types: Readonly<Record<string, string>>) =>
    Array.isArray(list) &&
    list.every(
      (each: unknown) =>
        typeof each === 'object' &&
        each !== null &&
        Object.entries(types).every(([name, type]) => typeof (each as AnyValues)[name] === type),
    );
  return (
    all(links, { url: 'string', title: 'string' }) && all(files, { sha256: 'string', name: 'string', size: 'number' })
  );
}

/** Blank text is nothing, wherever it is written; so is an empty list, and a box that is not ticked. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return isEvidence(value) && value.files.length === 0 && value.links.every(({ url }) => isBlank(url));
}

/**
 * The fields that must be filled in before it can be sent, in the order of the command's.
 * @param also what the page asks for beyond the command's schema: one of two dates, say.
 */
export function missingFields(command: Command, values: AnyValues, also: readonly string[] = []): readonly string[] {
  return Object.entries(command.fields).flatMap(([name, { required, type }]) => {
    if (type === 'check' && !also.includes(name)) return [];
    const needed = also.includes(name) || (required === 'group' ? hasOthers(command, values, name) : required);
    return needed && isBlank(values[name]) ? [name] : [];
  });
}

/** Whether something is given of the object that a field belongs to. */
function hasOthers(command: Command, values: AnyValues, name: string): boolean {
  const group = name.slice(0, name.lastIndexOf('.') + 1);
  return Object.keys(command.fields).some((each) => each.startsWith(group) && !isBlank(values[each]));
}

/** As the mutation takes it: text without the blanks around it, and what is blank left out. */
export function inputOf(command: Command, values: AnyValues): Readonly<Record<string, unknown>> {
  const input: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(command.fields)) {
    const value = values[name];
    if (field.type === 'check' && field.required === true) put(input, name.split('.'), value === true);
    if (isBlank(value)) continue;
    if (field.type === 'evidence') Object.assign(input, evidenceInput(value as EvidenceValue));
    else if (field.type === 'rows') put(input, name.split('.'), filledIn(value));
    else put(input, name.split('.'), typeof value === 'string' ? value.trim() : value);
  }
  return input;
}

/**
 * As a mutation takes it that replaces what it names: only what is otherwise than the form began with. What was emptied is
 * cleared, where the command can; a box no longer ticked says no.
 */
export function changesOf(command: Command, before: AnyValues, now: AnyValues): Readonly<Record<string, unknown>> {
  const [was, is] = [inputOf(command, before), inputOf(command, now)];
  const changed = Object.entries(is).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(was[name]));
  const emptied = Object.entries(command.fields).flatMap(([path, { type, clears }]): [string, null | false][] => {
    const [name = path] = path.split('.');
    if (!(name in was) || name in is) return [];
    if (clears === true) return [[name, null]];
    return type === 'check' ? [[name, false]] : [];
  });
  return Object.fromEntries([...changed, ...emptied]);
}

/** Without what is blank in it, however deep. */
function filledIn(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(filledIn);
  if (typeof value !== 'object' || value === null) return value;
  const given = Object.entries(value).filter(([, each]) => each !== undefined && each !== '');
  return Object.fromEntries(given.map(([name, each]) => [name, filledIn(each)]));
}

function put(into: Record<string, unknown>, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    into[name] = value;
    return;
  }
  const within = (into[name] ??= {}) as Record<string, unknown>;
  put(within, rest, value);
}

function evidenceInput({ links, files }: EvidenceValue) {
  const given = links.filter(({ url }) => !isBlank(url));
  return {
    ...(given.length > 0 && {
      evidence: given.map(({ url, title }) => ({
        url: url.trim(),
        ...(!isBlank(title) && { title: title.trim() }),
      })),
    }),
    ...(files.length > 0 && { files: files.map(({ sha256, name }) => ({ sha256, name })) }),
  };
}

/**
 * The field that a refusal is about: the nearest to where its path leads.
 * @param path in the input, outermost first.
 */
export function fieldAt(command: Command, path: readonly string[]): string | undefined {
  const names = Object.keys(command.fields);
  for (let length = path.length; length > 0; length -= 1) {
    const at = path.slice(0, length).join('.');
    // A path may end at an object whose parts are fields, as `quantity`, or in a list of which the field is the whole.
    const found = names.find((name) => name === at) ?? names.find((name) => name.startsWith(`${at}.`));
    if (found !== undefined) return found;
  }
  return path[0] === 'files' ? names.find((name) => command.fields[name]?.type === 'evidence') : undefined;
}
