import { setTimeout as sleep } from 'node:timers/promises';
import {
  consultedOf,
  consultedStreams,
  isRefusal,
  refuse,
  streamOf,
  type AnyDecider,
  type Command,
  type DomainEvent,
  type Refusal,
} from '@maillage/kernel';
import { commandDigest, InvalidEvent, toEntries, type Entry, type Ledger, type Receipt } from '@maillage/ledger';
import type { z } from 'zod';
import type { Registry } from '../slice.js';
import type { EngineRefusal } from './refusals.js';
import { refuseSender } from './scope.js';
import type { Folded, States } from './states.js';
import { StreamQueue } from './stream-queue.js';

const MOST_ATTEMPTS = 40;
/** Two processes on one hot stream would otherwise meet again and again in step. */
const FIRST_PAUSE_MS = 2;
const LONGEST_PAUSE_MS = 50;

/** What a decision rests on: each costs a round trip more than the one before, and is tried when that one would not do. */
type Basis = 'presumed' | 'remembered' | 'fresh';
const BETTER: Readonly<Record<Basis, Basis>> = { presumed: 'remembered', remembered: 'fresh', fresh: 'fresh' };

interface Decision {
  readonly own: Folded;
  readonly consulted: readonly Folded[];
  readonly result: readonly DomainEvent[] | Refusal;
}

export interface Executed {
  readonly receipt: Receipt;
  /** False when the command had been recorded before and the original receipt came back. */
  readonly appended: boolean;
}

/**
 * Takes a command through its decider to the log. The same command again gives the same receipt; a stream that moved
 * meanwhile is folded again and the decision taken anew, a bounded number of times.
 */
export class CommandExecutor {
  private readonly queue = new StreamQueue();

  constructor(
    private readonly registry: Registry,
    private readonly ledger: Ledger,
    private readonly states: States,
    private readonly onAppended: () => void,
  ) {}

  /**
   * @param limit what the views tell against the command: it is refused so where the decider would take it, unless it was
   *   recorded before, when the views may have known less.
   */
  async execute(input: Command, limit?: Refusal): Promise<Executed | Refusal> {
    const decider = this.registry.deciderOf.get(input.type);
    const taken = decider?.commands[input.type];
    if (decider === undefined || taken === undefined) throw new Error(`No decider takes the command ${input.type}.`);
    const refused = refuseSender(input, taken);
    if (refused !== undefined) return refused;
    const data = taken.data.safeParse(input.data);
    if (!data.success) return invalidInput(data.error);
    const command: Command = { ...input, data: data.data };
    try {
      const { type, id, actor } = command;
      const digest = commandDigest({ type, id, actor: actor.organisation, data: command.data });
      return await this.queue.run(streamOf(decider.name, id), () => this.record(decider, command, digest, limit));
    } catch (error) {
      if (error instanceof InvalidEvent && error.reason !== 'TYPE') {
        return refuse(error.reason === 'SIZE' ? 'EVENT_TOO_LARGE' : 'INVALID_INPUT', error.message);
      }
      throw error;
    }
  }

  private async record(
    decider: AnyDecider,
    command: Command,
    digest: Buffer,
    limit: Refusal | undefined,
  ): Promise<Executed | Refusal> {
    let basis: Basis = 'presumed';
    let conflicts = 0;
    while (conflicts < MOST_ATTEMPTS) {
      const { own, consulted, result } = await this.decide(decider, command, basis);
      if (isRefusal(result) || result.length === 0) {
        // What is presumed or remembered may be untrue by now: nobody is refused on hearsay.
        if (basis !== 'fresh') {
          basis = BETTER[basis];
          continue;
        }
        return this.alreadyRecorded(command.commandId, digest, result);
      }
      if (limit !== undefined) return this.alreadyRecorded(command.commandId, digest, limit);
      const entries = this.entries(command, own, result);
      const outcome = await this.ledger.append({
        commandId: command.commandId,
        digest,
        expected: [own, ...consulted].map(({ stream, version }) => ({ stream, version })),
        entries,
      });
      switch (outcome.outcome) {
        case 'appended':
          // What the log holds, not what was decided: of a secret that is its salted hash.
          this.states.remember(own, entries);
          this.onAppended();
          return { receipt: outcome.receipt, appended: true };
        case 'duplicate':
          this.states.forget(own.stream);
          return { receipt: outcome.receipt, appended: false };
        case 'reused':
          return reused(command.commandId);
        case 'conflict':
          // The first may only tell what the presumption missed.
          if (basis === 'fresh') await sleep(pauseAfter(conflicts));
          conflicts += 1;
          basis = 'fresh';
      }
    }
    return refuse(
      'TOO_MANY_CONFLICTS',
      'Others were recording on the same subject all the while; send the command again.',
    );
  }

  private async decide(decider: AnyDecider, command: Command, basis: Basis): Promise<Decision> {
    const stream = streamOf(decider.name, command.id);
    const fresh = basis === 'fresh';
    const own = basis === 'presumed' ? this.states.presume(stream) : await this.states.fold(stream, fresh);
    const folded = new Map([[own.stream, own]]);
    const consult = async (wanted: ReturnType<AnyDecider['consultsFurther']>) => {
      const others = consultedStreams(wanted).filter((each) => !folded.has(each));
      for (const each of await this.states.foldAll(others, fresh)) folded.set(each.stream, each);
      return consultedOf(wanted, (name) => folded.get(name)?.state);
    };
    const first = await consult(decider.consults(command, own.state));
    const consulted = { ...first, ...(await consult(decider.consultsFurther(command, own.state, first))) };
    const result = decider.decide(command, own.state, consulted);
    folded.delete(own.stream);
    return { own, consulted: [...folded.values()].filter(({ lookedUp }) => lookedUp !== true), result };
  }

  private entries(command: Command, own: Folded, events: readonly DomainEvent[]): readonly Entry[] {
    return toEntries(this.registry.events, events, own.version, {
      stream: own.stream,
      actor: command.actor,
      commandId: command.commandId,
      recordedAt: command.at,
    });
  }

  /** A retry is decided against a state its first try has changed, and so refused: the receipt tells the two apart. */
  private async alreadyRecorded(
    commandId: string,
    digest: Buffer,
    result: Refusal | readonly DomainEvent[],
  ): Promise<Executed | Refusal> {
    const receipt = await this.ledger.receiptOf(commandId, digest);
    if (receipt === 'reused') return reused(commandId);
    if (receipt !== undefined) return { receipt, appended: false };
    return isRefusal(result) ? result : { receipt: { commandId, events: [] }, appended: false };
  }
}

/** Longer after each conflict, up to a bound, and never twice the same: chance breaks the step. */
function pauseAfter(conflicts: number): number {
  return Math.random() * Math.min(FIRST_PAUSE_MS * 2 ** conflicts, LONGEST_PAUSE_MS);
}

function reused(commandId: string): Refusal<EngineRefusal> {
  return refuse(
    'COMMAND_ID_REUSED',
    `The command id ${commandId} was used for another command already; choose a new UUID for new content.`,
    ['commandId'],
  );
}

function invalidInput(error: z.ZodError): Refusal<EngineRefusal> {
  const first = error.issues[0];
  const path = (first?.path ?? []).map((part) => (typeof part === 'symbol' ? part.toString() : part));
  const others = error.issues.length - 1;
  const more = others > 0 ? ` (and ${others} more)` : '';
  return refuse(
    'INVALID_INPUT',
    `${path.join('.') || 'The input'}: ${first?.message ?? 'is not acceptable'}${more}.`,
    path,
  );
}
