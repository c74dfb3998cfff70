import { sql, type RawBuilder } from 'kysely';
import { query, type Limits } from '@maillage/engine';
import { oneGroupOn } from '@maillage/directory';
import { refuse, type CalendarDate } from '@maillage/kernel';

/** So many proposals of one control group may wait for one organisation's answer, or have been declined by it… */
const MOST_PROPOSALS = 5;
/** …that were made within so many days. */
const COUNTED_DAYS = 30;

interface ProposalsAsked {
  readonly by: string;
  readonly to: readonly string[];
  readonly on: CalendarDate;
}

/**
 * To whom of these a control group has made as many proposals as it may, which they have not accepted. A gift that was told of
 * in an organisation's name is one, and what was given to it where it takes no part in the mission: there, anybody at all may
 * name it.
 */
export const tooOftenAsked = query(
  'tooOftenAsked',
  [{ by: '1', to: ['2'], on: '2026-12-31' }],
  (database, { by, to, on }: ProposalsAsked): Promise<readonly { readonly organisation_id: string }[]> =>
    database.run(sql<{ readonly organisation_id: string }>`
      select p.organisation_id from commitment_party p join commitment c on c.id = p.commitment_id
      where p.organisation_id = any(${to}::text[]) and p.asked and p.state in ('PROPOSED', 'DECLINED')
        and c.source is null and c.made_on > ${on}::date - ${COUNTED_DAYS}::integer
        and (not c.gift or p.part = 'PROMISOR' or not ${isMember(sql`p.organisation_id`, sql`c.mission_id`)})
        and c.made_by in ${oneGroupOn(sql`${by}`, sql`${on}::date`)}
      group by p.organisation_id having count(*) >= ${MOST_PROPOSALS}
      order by p.organisation_id`),
);

/** Those of these that take no part in a mission now. */
export const outsiders = query(
  'outsidersOfMission',
  [{ missionId: '1', among: ['2'] }],
  (
    database,
    { missionId, among }: { readonly missionId: string; readonly among: readonly string[] },
  ): Promise<readonly { readonly organisation_id: string }[]> =>
    database.run(sql<{ readonly organisation_id: string }>`
      select organisation_id from unnest(${among}::text[]) as named(organisation_id)
      where not ${isMember(sql`named.organisation_id`, sql`${missionId}`)}`),
);

function isMember(organisation: RawBuilder<unknown>, mission: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (
    select from mission_member seat
    where seat.mission_id = ${mission} and seat.organisation_id = ${organisation} and seat.left_at is null
  )`;
}

/**
 * Nobody's desk is filled with proposals. Asked of the views, so that a race may pass it; and asked here, since whom it names is
 * in the input, which no guard knows.
 */
export const refuseProposals: Limits = async ({ actor, data }, database, on) => {
  const {
    promisorIds = [],
    counterpartyIds = [],
    source,
  } = data as {
    readonly promisorIds?: readonly string[];
    readonly counterpartyIds?: readonly string[];
    readonly source?: unknown;
  };
  const to = [...promisorIds, ...counterpartyIds].filter((id) => id !== actor);
  if (to.length === 0 || source !== undefined) return undefined;
  const [asked] = await tooOftenAsked.run(database, { by: actor, to, on });
  return asked === undefined ? undefined : tooMany(asked.organisation_id, promisorIds, counterpartyIds);
};

/** The same of gifts: told of in the name of another, which is asked to declare them, or to those outside of the mission. */
export const refuseGifts: Limits = async ({ actor, data }, database, on) => {
  const { missionId, contributorId = actor, counterpartyIds = [], source } = data as Gift;
  if (missionId === undefined || source !== undefined) return undefined;
  const named = counterpartyIds.filter((id) => id !== actor);
  const strangers = named.length === 0 ? [] : await outsiders.run(database, { missionId, among: named });
  const to = [...strangers.map(({ organisation_id: id }) => id), ...(contributorId === actor ? [] : [contributorId])];
  if (to.length === 0) return undefined;
  const [asked] = await tooOftenAsked.run(database, { by: actor, to, on });
  if (asked === undefined) return undefined;
  return asked.organisation_id === contributorId
    ? tooManyFor(contributorId)
    : tooMany(asked.organisation_id, [], counterpartyIds);
};

interface Gift {
  readonly missionId?: string;
  readonly contributorId?: string;
  readonly counterpartyIds?: readonly string[];
  readonly source?: unknown;
}

function tooManyFor(id: string) {
  return refuse(
    'TOO_MANY_PROPOSALS',
    `${MOST_PROPOSALS} proposals to ${id} within ${COUNTED_DAYS} days, gifts in its name among them, are not accepted; wait for its answers, or let it record itself what it gave.`,
    ['contributorId'],
  );
}

function tooMany(id: string, promisorIds: readonly string[], counterpartyIds: readonly string[]) {
  const index = promisorIds.indexOf(id);
  return refuse(
    'TOO_MANY_PROPOSALS',
    `${MOST_PROPOSALS} proposals to ${id} within ${COUNTED_DAYS} days are not accepted; wait for its answers, leave it out, or ask it to accept in bulk what it receives.`,
    index === -1 ? ['counterpartyIds', counterpartyIds.indexOf(id)] : ['promisorIds', index],
  );
}
