import { daysBetween } from '@maillage/kernel';
import type { DatedCommand } from '../coalition.js';
import { dateOfDay } from '../histories.js';

// Whom the desk of an organisation asks it to review, from what was told alone. It shares nothing with the desk but the rule.

const MOST_REQUESTS = 5;
const REQUEST_DAYS = 60;
const BOUND_DAYS = 14;

interface Asking {
  readonly id: string;
  readonly by: string;
  readonly madeOn: number;
  readonly dueOn: number;
  readonly named: readonly string[];
  readonly accepted: Set<string>;
  readonly reviewedBy: Set<string>;
  delivered: boolean;
}

/** The commands without those reviews, of these, that the desk of whoever writes one does not ask for on its day. */
export function answeredFromDesks(
  commands: readonly DatedCommand[],
  honest: ReadonlySet<string>,
): readonly DatedCommand[] {
  const promises = new Map<string, Asking>();
  return commands.filter((command) => {
    const { type, id, day, commandId } = command;
    const by = command.actor.organisation;
    const data = command.data as Readonly<Record<string, unknown>>;
    const promise = promises.get(id);
    if (type === 'MakeCommitment' && data['source'] === undefined) {
      const dueOn = daysBetween(dateOfDay(0), data['dueOn'] as string);
      const named = (data['counterpartyIds'] ?? []) as readonly string[];
      const nobody = { accepted: new Set<string>(), reviewedBy: new Set<string>(), delivered: false };
      promises.set(id, { id, by, madeOn: day, dueOn, named, ...nobody });
    }
    if (type === 'AcceptCommitment') promise?.accepted.add(by);
    if (type === 'RecordContribution' && promise?.by === by) promise.delivered = true;
    if (type !== 'SubmitReview' || promise === undefined) return true;
    if (honest.has(commandId) && !requestsOf(by, day, promises).includes(id)) return false;
    promise.reviewedBy.add(by);
    return true;
  });
}

/** One of each asking organisation, those whose promise it accepted first, then those that name it; the oldest first. */
function requestsOf(asked: string, day: number, promises: ReadonlyMap<string, Asking>): readonly string[] {
  const rank = ({ accepted, named, dueOn, id }: Asking) =>
    `${accepted.has(asked) ? 0 : 1}${named.includes(asked) ? 0 : 1} ${`${dueOn}`.padStart(6, '0')} ${id}`;
  const open = [...promises.values()]
    .filter(({ by, madeOn, dueOn, delivered, reviewedBy }) => {
      const inTime = dueOn < day && dueOn + REQUEST_DAYS >= day;
      return by !== asked && inTime && (delivered || madeOn <= dueOn - BOUND_DAYS) && !reviewedBy.has(asked);
    })
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  const ofEach = open.filter(({ by }, n) => open.findIndex((each) => each.by === by) === n);
  return ofEach.slice(0, MOST_REQUESTS).map(({ id }) => id);
}
