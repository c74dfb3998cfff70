import { isRefusal, type Command, type Instant, type Refusal } from '@maillage/kernel';
import type { Executed } from '@maillage/engine';
import { idFrom } from './ids.js';
import type { Tally } from './report.js';
import type { Row } from './table.js';

export type Execute = (command: Command) => Promise<Executed | Refusal>;

/** Why a further way of recording a row may be tried. */
type Cause = 'COMMAND_ID_REUSED' | 'MISSION_EXISTS';

export interface Way {
  readonly command: Command;
  /** Tried only when the way before it was refused with this code. */
  readonly after?: Cause;
}

/** A row and how it is recorded. */
export interface Attempt {
  readonly row: Row;
  /** Of the row in its file; see `Recorder.record`. */
  readonly key: string;
  /** Preferred first. `slot` is part of every id derived. */
  readonly ways: (slot: number) => readonly Way[];
  /**
   * What puts right what the ledger holds of a row that says otherwise by now; left out where nothing can. Only of a row
   * that is alone with its key: of several it is uncertain which was changed.
   */
  readonly updates?: readonly Command[];
  /** The column behind each field of the command's data, for refusals by its decider. */
  readonly columns: Readonly<Record<string, string>>;
  /** Rows of other files that became part of this one's event and share its fate. */
  readonly merged?: readonly Row[];
}

/** `changed`: the ledger holds the row as it was before, and does not take what it says now. `refused`: the ledger holds nothing of it. */
export type Outcome = 'recorded' | 'changed' | 'refused';

export const CHANGED = 'was recorded earlier with other content';

/** Why a row's event is followed by another. */
export const OTHERWISE = 'The source says otherwise than before.';

/** What an update is told where the ledger says the same already, put there by another hand. */
const SAME = new Set(['TERMS_UNCHANGED', 'DEFINITION_UNCHANGED', 'TARGET_UNCHANGED']);

export interface Progress {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
}

/** The organisation in whose name an import records: the publisher of the dataset. */
export const PUBLISHER = idFrom('publisher');

export class Recorder {
  constructor(
    private readonly execute: Execute,
    private readonly tally: Tally,
    private readonly at: Instant,
    private readonly concurrency: number,
    private readonly onProgress: (progress: Progress) => void,
  ) {}

  command(type: string, id: string, commandId: string, data: unknown): Command {
    const actor = { organisation: PUBLISHER };
    return { type, id, commandId, data, actor, scopes: ['read', 'write', 'operator'], at: this.at };
  }

  /**
   * Records rows. Those that share a key are told apart by slots 1 to n, of which each takes the first that holds it
   * already or is still free, whatever the order they come in. So rows may be reordered and added. One that changed finds
   * every slot held by other content: it is put right where that can be done, or else refused rather than counted twice.
   * @returns what became of each row attempted.
   */
  async record(phase: string, attempts: readonly Attempt[]): Promise<ReadonlyMap<Row, Outcome>> {
    const outcomes = new Map<Row, Outcome>();
    const groups = groupBy(attempts, ({ row, key }) => `${row.file}/${key}`);
    await this.inParallel(phase, [...groups.values()], async (group) => {
      const taken = new Set<number>();
      for (const attempt of group) outcomes.set(attempt.row, await this.place(attempt, group.length, taken));
    });
    return outcomes;
  }

  /** Bounded concurrency. What is thrown ends it: nothing further is begun, and what is under way is waited for. */
  async inParallel<Item>(phase: string, items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
    let next = 0;
    let done = 0;
    let failure: { readonly error: unknown } | undefined;
    const worker = async (): Promise<void> => {
      for (let item = items[next++]; item !== undefined && failure === undefined; item = items[next++]) {
        try {
          await work(item);
        } catch (error) {
          failure ??= { error };
        }
        done += 1;
        this.onProgress({ phase, done, total: items.length });
      }
    };
    await Promise.all(Array.from({ length: Math.min(this.concurrency, items.length) }, worker));
    // Assigned within the workers, which control-flow analysis does not see.
    const failed = failure as { readonly error: unknown } | undefined;
    if (failed !== undefined) throw failed.error;
  }

  async send(command: Command): Promise<number | Refusal> {
    const answer = await this.execute(command);
    if (isRefusal(answer)) return answer;
    return answer.appended ? answer.receipt.events.length : 0;
  }

  private async place(attempt: Attempt, slots: number, taken: Set<number>): Promise<Outcome> {
    for (let slot = 1; slot <= slots; slot += 1) {
      if (taken.has(slot)) continue;
      const answer = await this.tryWays(attempt.ways(slot));
      if (typeof answer === 'number') {
        taken.add(slot);
        this.recorded(attempt, answer);
        return 'recorded';
      }
      if (answer.code !== 'COMMAND_ID_REUSED') {
        this.refuse(attempt, columnOf(attempt, answer), answer.message);
        return 'refused';
      }
    }
    return this.putRight(attempt, slots);
  }

  private async putRight(attempt: Attempt, slots: number): Promise<Outcome> {
    if (attempt.updates === undefined || slots > 1) {
      this.refuse(attempt, undefined, CHANGED);
      return 'changed';
    }
    let events = 0;
    for (const update of attempt.updates) {
      const answer = await this.send(update);
      if (typeof answer === 'number') events += answer;
      else if (!SAME.has(answer.code)) {
        this.refuse(attempt, columnOf(attempt, answer), `${CHANGED}, which stays: ${answer.message}`);
        return 'changed';
      }
    }
    this.recorded(attempt, events);
    return 'recorded';
  }

  private recorded({ row, merged = [] }: Attempt, events: number): void {
    this.tally.recorded(row, events);
    for (const each of merged) this.tally.recorded(each, 0);
  }

  private async tryWays(ways: readonly Way[]): Promise<number | Refusal> {
    let refusal: Refusal | undefined;
    for (const { command, after } of ways) {
      if (refusal !== undefined && refusal.code !== after) break;
      const answer = await this.send(command);
      if (typeof answer === 'number') return answer;
      refusal = answer;
    }
    if (refusal === undefined) throw new Error('A row was to be recorded in no way at all.');
    return refusal;
  }

  private refuse({ row, merged }: Attempt, column: string | undefined, reason: string): void {
    this.tally.refused(row, column, reason);
    for (const each of merged ?? []) {
      this.tally.refused(each, undefined, `is part of ${row.file}, line ${row.line}, which was refused: ${reason}`);
    }
  }
}

/** The column behind the field that a refusal names. */
function columnOf({ columns }: Attempt, { path }: Refusal): string | undefined {
  return columns[String(path[0] ?? '')];
}

export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
