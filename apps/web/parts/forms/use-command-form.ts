import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { TypedDocument } from '../../shell/graphql/document.js';
import { useRecording, type Failure, type RefusalAnswer } from '../../shell/graphql/use-recording.js';
import { useViewer } from '../../shell/page.js';
import {
  changesOf,
  emptyValues,
  fieldAt,
  fittingValues,
  inputOf,
  missingFields,
  type AnyValues,
  type Command,
  type FieldName,
  type Values,
} from './command.js';
import { draftKey, drafts } from './drafts.js';
import { contestedFields, resumed, type Revising } from './revising.js';

/** What a command's mutation answers once it is recorded. */
export interface Recorded<Node = { readonly id: string }> {
  readonly receipt: { readonly position: string | null };
  /** What it is about, as it is now; null while the ledger's views have not caught up. */
  readonly recorded?: Node | null;
}

/** A form being filled in, whatever its command. */
export interface AnyForm {
  /** Of its elements in the page. */
  readonly id: string;
  readonly command: Command;
  readonly values: AnyValues;
  set(change: AnyValues): void;
  /** Where the change depends on what is there then: a file may arrive while something is typed. */
  update(name: string, change: (now: unknown) => unknown): void;
  isRequired(name: string): boolean;
  /** Fields left blank that must not be, once somebody tried to send it. */
  readonly missing: readonly string[];
  readonly attempts: number;
  readonly failure: Failure | undefined;
  /** Of a refusal. */
  readonly refusedAt: string | undefined;
  readonly sending: boolean;
  readonly submit: () => void;
  /** Whether it began with what was left in the browser. */
  readonly restored: boolean;
  /** Fields of what is revised that others have changed as well, since somebody began. */
  readonly contested: readonly string[];
  /** Leaves what was written, and begins anew; with some of it still there. */
  begin(kept?: AnyValues): void;
  /** Of the fields that are asked for. */
  readonly asked: readonly string[];
}

export type CommandForm<Of extends Command> = Omit<AnyForm, 'command' | 'values' | 'set' | 'begin'> & {
  readonly command: Of;
  readonly values: Values<Of>;
  set(change: Partial<Values<Of>>): void;
  begin(kept?: Partial<Values<Of>>): void;
};

interface Options<Of extends Command, Node> {
  /** What it is about, by which drafts are told apart: an id, with the version of what it begins with. */
  readonly subject: string;
  /** What is known already and not asked. */
  readonly given: Partial<Values<Of>>;
  /** What stands in the fields at first. */
  readonly initial?: Partial<Values<Of>>;
  /** Whether what stays as it was at first is not sent: of a command that replaces what it names. */
  readonly revises?: boolean;
  /** Fields that must be filled in though the command can do without them. */
  readonly required?: readonly FieldName<Of>[];
  /** In place of the command's own, for a page that needs to know more of what came of it. */
  readonly document?: TypedDocument<{ readonly answer: Recorded<Node> | RefusalAnswer }, { readonly input: unknown }>;
  readonly onRecorded: (recorded: Recorded<Node>) => void;
}

/** That of any command. */
export type Mutation<Node = { readonly id: string }> = TypedDocument<
  { readonly answer: Recorded<Node> | RefusalAnswer },
  { readonly input: { readonly commandId: string } }
>;

interface State extends Revising {
  readonly restored: boolean;
  /** Whether there is something to keep. */
  readonly touched: boolean;
}

function useDraftKey(command: Command, subject: string): string {
  const { person, organisation } = useViewer() ?? {};
  return draftKey({ person: person?.id, organisation: organisation?.id }, command.name, subject);
}

/** Whether somebody has begun to fill it in, here or on an earlier visit. */
export function useHasDraft(command: Command, subject: string): boolean {
  const key = useDraftKey(command, subject);
  return useMemo(() => drafts.read(key) !== undefined, [key]);
}

/** As it is, or as somebody left it. @param there what is recorded, or nothing. */
function begun(command: Command, key: string, there: AnyValues, revises: boolean): State {
  drafts.sweep();
  const kept = drafts.read(key);
  if (kept === undefined) return { values: there, before: there, restored: false, touched: false };
  const left = revises
    ? resumed(command, kept, there)
    : { values: { ...there, ...fittingValues(command, kept.values) }, before: there };
  return { ...left, restored: true, touched: true };
}

/** A form for a command: what its fields hold, what is missing, and how it is sent. Drafts are kept until it is recorded. */
export function useCommandForm<Of extends Command, Node = { readonly id: string }>(
  command: Of,
  { subject, given, initial, revises = false, required = [], document, onRecorded }: Options<Of, Node>,
): CommandForm<Of> {
  const id = useId();
  const key = useDraftKey(command, subject);
  const fresh = (kept: AnyValues = {}): AnyValues => ({ ...emptyValues(command), ...initial, ...kept });
  const [{ values, before, restored, touched }, setState] = useState(() => begun(command, key, fresh(), revises));
  const attempt = useRef<string>(undefined);
  const keep = (commandId: string | undefined) => {
    drafts.write(key, { values, ...(revises ? { before } : {}), commandId });
  };
  useEffect(() => {
    if (touched) keep(attempt.current ?? drafts.read(key)?.commandId);
  }, [key, values, touched]);

  const { record, sending, failure } = useRecording((document ?? command.document) as Mutation<Node>, {
    read: () => drafts.read(key)?.commandId,
    write: (commandId) => {
      attempt.current = commandId;
      keep(commandId);
    },
  });
  const [attempts, setAttempts] = useState(0);
  const all = { ...values, ...given };
  const lacking = missingFields(command, all, required);
  const submit = async () => {
    if (lacking.length > 0) {
      setAttempts((now) => now + 1);
      return;
    }
    setAttempts(0);
    const recorded = await record(revises ? changesOf(command, before, all) : inputOf(command, all));
    if (recorded === undefined) return;
    drafts.remove(key);
    setState((now) => ({ ...now, before: now.values, restored: false, touched: false }));
    onRecorded(recorded);
  };
  return {
    id,
    command,
    values: values as Values<Of>,
    set: (change: AnyValues) => {
      setState((now) => ({ ...now, values: { ...now.values, ...change }, touched: true }));
    },
    update: (name, change) => {
      setState((now) => ({ ...now, values: { ...now.values, [name]: change(now.values[name]) }, touched: true }));
    },
    isRequired: (name) => missingFields(command, { ...all, [name]: undefined }, required).includes(name),
    missing: attempts > 0 ? lacking : [],
    attempts,
    failure,
    refusedAt: failure?.kind === 'refused' ? fieldAt(command, failure.path) : undefined,
    sending,
    submit: () => void submit(),
    restored,
    contested: revises ? contestedFields(command, { values, before }, fresh()) : [],
    begin: (kept: AnyValues = {}) => {
      drafts.remove(key);
      setAttempts(0);
      setState({ values: fresh(kept), before: fresh(), restored: false, touched: false });
    },
    asked: Object.keys(command.fields).filter((name) => !(name in given)),
  };
}
