import type { Transaction } from 'kysely';
import { DAY_MS, type Clock } from '@maillage/kernel';
import { insertKey, toAccessKey, type AccessKey, type AccessKeyRow, type MadeKey } from '../access-keys.js';
import type { Database } from '../database.js';
import { isServingAdmin, type SeatRefusal } from './seats.js';
import { alone, later, type PeopleTables } from './tables.js';

/** So many days before the end of a key its ADMINs are warned. */
export const KEY_WARNED_MS = 30 * DAY_MS;
/** So long one that expired is shown, for whoever wonders why something stopped. */
const SHOWN_MS = 30 * DAY_MS;
const MOST_KEYS = 50;

/** At most, and unless another time is chosen. */
export const KEY_DAYS = 365;
/** So long a key that was replaced may go on at most. */
export const OVERLAP_DAYS = 30;
/** What a page gives a key: never the operator's scope. */
export const PAGE_SCOPES = { READ: ['read'], WRITE: ['read', 'write'] } as const;
export type PageScopes = keyof typeof PAGE_SCOPES;

export interface KeyOnPage extends Omit<AccessKey, 'revokedAt' | 'organisationId'> {
  readonly standing: 'VALID' | 'EXPIRING' | 'EXPIRED';
  /** As she says it; empty for one that was made on the command line, or whose maker has said none or is erased. */
  readonly madeBy: string;
  /** Whoever made it administers the organisation no more, and may still know it: to be revoked, or kept by another. */
  readonly isLeftBehind: boolean;
}

/** Whether an ADMIN has something to do about it: replace it in time, revoke it, or keep it as hers. */
export function isToBeLookedAt({ standing, isLeftBehind }: KeyOnPage): boolean {
  return standing === 'EXPIRING' || (isLeftBehind && standing !== 'EXPIRED');
}

type Work<Result> = (transaction: Transaction<PeopleTables>) => Promise<Result | SeatRefusal>;

/** An organisation's keys, for its ADMINs. */
export class OrganisationKeys {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Those that work, and that worked until lately; the oldest first. */
  of(organisationId: string, adminId: string): Promise<readonly KeyOnPage[] | SeatRefusal> {
    return this.asAdmin(organisationId, adminId, async (transaction) => {
      const now = this.clock.now();
      const rows = await transaction
        .selectFrom('access_key as k')
        .leftJoin('person as p', 'p.id', 'k.made_by')
        .leftJoin('seat as s', (join) =>
          join
            .onRef('s.person_id', '=', 'k.made_by')
            .on('s.organisation_id', '=', organisationId)
            .on('s.role', '=', 'ADMIN')
            .on('s.ended_at', 'is', null),
        )
        .selectAll('k')
        .select(['p.name as maker', 's.member_id'])
        .where('k.organisation_id', '=', organisationId)
        .where('k.revoked_at', 'is', null)
        .where((eb) => eb.or([eb('k.expires_at', 'is', null), eb('k.expires_at', '>', later(now, -SHOWN_MS))]))
        .orderBy('k.created_at')
        .orderBy('k.id')
        .execute();
      return rows.map(({ maker, member_id: memberId, ...row }) => {
        const { id, label, scopes, createdAt, expiresAt, lastUsedOn } = toAccessKey(row);
        const isLeftBehind = row.orphaned_at !== null || (row.made_by !== null && memberId === null);
        const terms = { id, label, scopes, createdAt, expiresAt, lastUsedOn };
        return { ...terms, standing: standingOf(expiresAt, now), madeBy: maker ?? '', isLeftBehind };
      });
    });
  }

  /** @returns the key itself, once. */
  make(
    organisationId: string,
    adminId: string,
    asked: { readonly label: string; readonly scopes: PageScopes; readonly days: number },
  ): Promise<MadeKey | SeatRefusal> {
    return this.asAdmin(organisationId, adminId, async (transaction) => {
      const now = this.clock.now();
      if ((await countOf(transaction, organisationId, now)) >= MOST_KEYS) return 'KEYS_ENOUGH';
      return insertKey(transaction, {
        organisationId,
        label: asked.label,
        scopes: PAGE_SCOPES[asked.scopes],
        expiresAt: new Date(later(now, asked.days * DAY_MS)),
        createdAt: now,
        madeBy: adminId,
      });
    });
  }

  /** Another of the same terms for a year; the old one goes on for the days of overlap, and no longer than it would have. */
  replace(
    organisationId: string,
    adminId: string,
    asked: { readonly id: string; readonly overlapDays: number },
  ): Promise<MadeKey | SeatRefusal> {
    return this.asAdmin(organisationId, adminId, async (transaction) => {
      const now = this.clock.now();
      const [old] = await this.standing(transaction, organisationId, asked.id).selectAll().execute();
      if (old === undefined) return 'UNKNOWN';
      const { label, scopes, expires_at: expiresAt } = old;
      if (scopes.includes('operator')) return 'OPERATOR_KEY';
      if ((await countOf(transaction, organisationId, now)) >= MOST_KEYS) return 'KEYS_ENOUGH';
      const until = later(now, asked.overlapDays * DAY_MS);
      if (expiresAt === null || Date.parse(expiresAt) > Date.parse(until)) {
        await transaction.updateTable('access_key').set({ expires_at: until }).where('id', '=', asked.id).execute();
      }
      // Nobody need be reminded to have it replaced.
      await transaction.updateTable('access_key').set({ reminded_at: now }).where('id', '=', asked.id).execute();
      const terms = { organisationId, label, scopes, expiresAt: new Date(later(now, KEY_DAYS * DAY_MS)) };
      return insertKey(transaction, { ...terms, createdAt: now, madeBy: adminId });
    });
  }

  revoke(organisationId: string, adminId: string, id: string): Promise<SeatRefusal | undefined> {
    return this.alter(organisationId, adminId, id, { revoked_at: this.clock.now() });
  }

  /** One that was left behind is hers from now on. */
  keep(organisationId: string, adminId: string, id: string): Promise<SeatRefusal | undefined> {
    return this.alter(organisationId, adminId, id, { made_by: adminId, orphaned_at: null });
  }

  private alter(
    organisationId: string,
    adminId: string,
    id: string,
    change: Partial<Pick<AccessKeyRow, 'revoked_at' | 'made_by' | 'orphaned_at'>>,
  ): Promise<SeatRefusal | undefined> {
    return this.asAdmin(organisationId, adminId, async (transaction) => {
      const [found] = await this.standing(transaction, organisationId, id).select('id').execute();
      if (found === undefined) return 'UNKNOWN';
      await transaction.updateTable('access_key').set(change).where('id', '=', id).execute();
      return undefined;
    });
  }

  private standing(transaction: Transaction<PeopleTables>, organisationId: string, id: string) {
    return transaction
      .selectFrom('access_key')
      .where('id', '=', id)
      .where('organisation_id', '=', organisationId)
      .where('revoked_at', 'is', null);
  }

  private asAdmin<Result>(organisationId: string, adminId: string, work: Work<Result>): Promise<Result | SeatRefusal> {
    return this.database
      .as<PeopleTables>()
      .transaction()
      .execute(async (transaction) => {
        await alone(transaction, `keys ${organisationId}`);
        if (!(await isServingAdmin(transaction, organisationId, adminId, this.clock.now()))) return 'NOT_ADMIN';
        return work(transaction);
      });
  }
}

function standingOf(expiresAt: string | undefined, now: string): KeyOnPage['standing'] {
  if (expiresAt === undefined) return 'VALID';
  const left = Date.parse(expiresAt) - Date.parse(now);
  if (left <= 0) return 'EXPIRED';
  return left <= KEY_WARNED_MS ? 'EXPIRING' : 'VALID';
}

/** How many of the organisation's keys work. */
async function countOf(transaction: Transaction<PeopleTables>, organisationId: string, now: string): Promise<number> {
  const { count } = await transaction
    .selectFrom('access_key')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('organisation_id', '=', organisationId)
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .executeTakeFirstOrThrow();
  return Number(count);
}
