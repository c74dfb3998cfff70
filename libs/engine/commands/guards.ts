import { consultedOf, consultedStreams, streamOf, type Intent, type Refusal } from '@maillage/kernel';
import type { Registry } from '../slice.js';
import { refuseSender } from './scope.js';
import type { Folded, States } from './states.js';

/** Says what would be refused whatever its input, so that nobody need try: the guards of all commands, over the log. */
export class Guards {
  constructor(
    private readonly registry: Registry,
    private readonly states: States,
  ) {}

  /** What {@link refusalOf} folds streams by, read anew; one statement for all, and so meant for a batch. */
  fold(streams: readonly string[]): Promise<readonly Folded[]> {
    return this.states.foldAll(streams, true);
  }

  /**
   * Why such a command would be refused with any input; `undefined` where some input may be recorded.
   * @param fold has a stream folded; asked for every stream that the answer turns on.
   */
  async refusalOf(intent: Intent, fold: (stream: string) => Promise<Folded>): Promise<Refusal | undefined> {
    const { type, id } = intent;
    const decider = this.registry.deciderOf.get(type);
    const command = decider?.commands[type];
    if (decider === undefined || command === undefined) throw new Error(`No decider takes the command ${type}.`);
    const refused = refuseSender(intent, command);
    if (refused !== undefined) return refused;
    const state: unknown = command.creates ? decider.initial : (await fold(streamOf(decider.name, id))).state;
    const consult = async (wanted: ReturnType<typeof decider.consultsFurther>) => {
      const streams = await Promise.all(
        consultedStreams(wanted).map(async (stream) => [stream, (await fold(stream)).state] as const),
      );
      const folded = new Map<string, unknown>(streams);
      return consultedOf(wanted, (stream) => folded.get(stream));
    };
    const first = await consult(decider.consults(intent, state));
    const consulted = { ...first, ...(await consult(decider.consultsFurther(intent, state, first))) };
    return decider.allowed(intent, state, consulted);
  }
}
