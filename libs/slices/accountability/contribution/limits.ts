import { sql, type RawBuilder } from 'kysely';
import { refuse, type CalendarDate, type Refusal } from '@maillage/kernel';
import { batchesOf, query, rowsOf, type BatchQuery, type Limits, type Lookup } from '@maillage/engine';
import type { Database } from '@maillage/platform';
import { oneGroupOn } from '@maillage/directory';
import { DISPUTE_DAYS, OBJECTION_DAYS } from '../commitment/events.js';
import { composite, named } from '../shared.queries.js';
import { isMore } from '../commitment/rules/passing.js';
import type { Held } from '../commitment/rules/shared.js';
import { contributionById, handedOn } from './queries.js';
import { weighed, weightOfContribution } from './weighed.queries.js';

// What no stream knows: how much one control group holds against one giver, and how much was handed on of what was received.
// A race may pass it, by no more than the racers. The first is looked up for deciders, whose guards say so before anybody
// tries; the second turns on the amount that is given, which no guard knows.

interface Speaking {
  readonly on: CalendarDate;
  /** Who speaks, for all of its control group. */
  readonly by: string;
}

interface Counted {
  readonly key: string;
  readonly count: number;
}

/** By composite key of a contribution: how much is open against its giver, by the control group of one. */
function openAgainst(
  name: string,
  openOf: (group: RawBuilder<unknown>, on: RawBuilder<unknown>, asked: Speaking) => RawBuilder<unknown>,
): BatchQuery<Speaking, number> {
  return query(name, batchesOf({ on: '2026-12-31', by: '1' }), async (database, { keys, args }) => {
    const group = oneGroupOn(sql`${args.by}::text`, sql`${args.on}::date`);
    const rows = await database.run(sql<Counted>`
      select about.commitment_id || '/' || about.id as key, count(open.*)::integer as count
      from ${named(keys)}
      join contribution about on about.commitment_id = named.commitment_id and about.id = named.id
      left join lateral (${openOf(group, sql`${args.on}::date`, args)}) open on true
      group by 1`);
    return rowsOf(keys, rows, (row) => row.key).map((row) => row?.count ?? 0);
  });
}

/** In the mission. A dispute that is settled, lapsed or taken back is none. */
export const openDisputes = openAgainst(
  'openDisputes',
  (group, on, asked) => sql`
    select from contribution g ${weighed(asked.on)}
    cross join lateral jsonb_array_elements(g.disputes) dispute
    where g.mission_id = about.mission_id and g.contributor_id = about.contributor_id and g.retracted_on is null
      and weighed.frozen and (dispute->>'on')::date + ${DISPUTE_DAYS}::integer >= ${on}
      and dispute->>'by' in ${group}`,
);

/** In whichever mission. One that is answered, folded away or taken back is none. */
export const openObjections = openAgainst(
  'openObjections',
  (group, on) => sql`
    select from contribution_objection o
    where o.contributor_id = about.contributor_id
      and o.withdrawn_on is null and o.answered_on is null and o.noted_on + ${OBJECTION_DAYS}::integer >= ${on}
      and o.organisation_id in ${group}`,
);

interface HandingOn {
  readonly giverId: string;
  /** The composite key of what is about to be replaced; none where something new is recorded. */
  readonly except: string | null;
}

/** By composite key: how much more of a contribution its receiver may hand on, beside what is replaced by it. */
export const leftToPassOn: BatchQuery<HandingOn, string | undefined> = query(
  'leftToPassOn',
  batchesOf({ giverId: '1', except: '1/2' }),
  async (database, { keys, args: { giverId, except } }) => {
    const replaced = sql`and passed.commitment_id || '/' || passed.id is distinct from ${except}::text`;
    const rows = await database.run(sql<{ readonly key: string; readonly open: string | null }>`
      select g.commitment_id || '/' || g.id as key, trim_scale(greatest(g.amount - ${handedOn(sql`${giverId}`, replaced)}, 0)) as open
      from ${named(keys)}
      join contribution g on g.commitment_id = named.commitment_id and g.id = named.id`);
    return rowsOf(keys, rows, (row) => row.key).map((row) => row?.open ?? undefined);
  },
);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** By `<commitment>/<contribution>/<who speaks>/<day>`: what is open in the giver's mission, and whether this is settled. */
export const disputesHeld: Lookup = (database, names) =>
  lookedUp(names, async (keys, asked) => {
    const open = await openDisputes.run(database, { keys, args: asked });
    const weights = await weightOfContribution.run(database, { keys, args: { on: asked.on } });
    return keys.map((_, n) => ({ open: open[n] ?? 0, settled: weights[n]?.settled === true }));
  });

/** By the same: what is open in whichever mission. */
export const objectionsHeld: Lookup = (database, names) =>
  lookedUp(names, async (keys, asked) => {
    const open = await openObjections.run(database, { keys, args: asked });
    return keys.map((_, n) => ({ open: open[n] ?? 0, settled: false }));
  });

const NOTHING_HELD: Held = { open: 0, settled: false };

/** Those of one speaker and day at once: what is asked for one page is of one. */
async function lookedUp(
  names: readonly string[],
  heldBy: (keys: readonly string[], asked: Speaking) => Promise<readonly Held[]>,
): Promise<readonly Held[]> {
  const found = new Map<string, Held>();
  const parts = names.map((name) => {
    const [commitmentId = '', contributionId = '', by = '', on = ''] = name.split('/');
    return { name, key: composite(commitmentId, contributionId), by, on };
  });
  for (const { by, on } of new Map(parts.map((each) => [`${each.by}/${each.on}`, each])).values()) {
    const ofOne = parts.filter((each) => each.by === by && each.on === on);
    const held = await heldBy(
      ofOne.map(({ key }) => key),
      { by, on },
    );
    for (const [n, { name }] of ofOne.entries()) found.set(name, held[n] ?? NOTHING_HELD);
  }
  return names.map((name) => found.get(name) ?? NOTHING_HELD);
}

interface Passing {
  readonly passesOn?: { readonly commitmentId: string; readonly contributionId: string };
  readonly quantity?: { readonly amount: string; readonly unit: string };
  readonly contributorId?: string;
}

/** All that is handed on of one contribution is no more than it is. */
export const passedOnWithinLimits: Limits = async ({ data, actor }, database) => {
  const { passesOn, quantity, contributorId = actor } = data as Passing;
  if (passesOn === undefined) return undefined;
  const first = composite(passesOn.commitmentId, passesOn.contributionId);
  return refuseTooMuch(first, quantity, { giverId: contributorId, except: null }, database);
};

/** And no more once that is corrected: what stood before counts no more, and what else was handed on does. */
export const correctedWithinLimits: Limits = async ({ id, data }, database) => {
  const except = composite(id, text(data['contributionId']));
  const [corrected] = await contributionById.run(database, { keys: [except], args: null });
  if (corrected === undefined) return undefined;
  const { passes_on_commitment_id: commitmentId, passes_on_id: contributionId, contributor_id: giverId } = corrected;
  if (commitmentId === null || contributionId === null) return undefined;
  const { quantity } = data as Passing;
  return refuseTooMuch(composite(commitmentId, contributionId), quantity, { giverId, except }, database);
};

async function refuseTooMuch(
  first: string,
  quantity: Passing['quantity'],
  handing: HandingOn,
  database: Database,
): Promise<Refusal<'PASSED_ON_TOO_MUCH'> | undefined> {
  if (quantity === undefined) return undefined;
  const keys = [first];
  const [received] = await contributionById.run(database, { keys, args: null });
  const [open] = await leftToPassOn.run(database, { keys, args: handing });
  if (received === undefined || open === undefined) return undefined;
  if (!isMore(quantity, { ...quantity, amount: open })) return undefined;
  return refuse(
    'PASSED_ON_TOO_MUCH',
    `${open} ${received.unit ?? ''} of what was received are left to hand on; hand on no more, and record the rest as a contribution of its own.`,
    ['quantity', 'amount'],
  );
}
