import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { DAY_MS, type Clock } from '@maillage/kernel';
import type { Database } from '../database.js';
import { hashOf, newSecret } from '../secrets.js';
import { giveAdminSeat } from './admin-seat.js';
import { KEPT_OF_PEOPLE } from './keeping.js';
import { ownerOf } from './owners.js';
import { isServingAdmin } from './seats.js';
import { alone, later, type PeopleTables } from './tables.js';

/** So long those who are told may object before anything is done. */
const OBJECTING_MS = 3 * DAY_MS;
const KEPT_MS = KEPT_OF_PEOPLE.access_recovery.lastsMs;

/** Why access is not recovered. */
export type RecoveryRefusal =
  /** The organisation never had a seat: whoever holds its key takes the first. */
  | 'NEVER_SEATED'
  /** One is open for this organisation. */
  | 'RECOVERY_OPEN'
  /** Three days have not passed. */
  | 'RECOVERY_WAITS'
  /** Somebody who was told objected. */
  | 'OBJECTED'
  /** Nobody signs in with the address yet. */
  | 'NOT_PROVED'
  /** No such recovery, or it is over; nor one of somebody else. */
  | 'UNKNOWN';

/** An organisation that nobody can act for any more, as the operator would mend it; instants are RFC 3339. */
export interface Recovery {
  readonly id: string;
  readonly organisationId: string;
  /** Of whoever is to administer it. */
  readonly address: string;
  /** What the operator was shown. */
  readonly evidence: string;
  readonly since: string;
  /** From then on it may be completed. */
  readonly readyAt: string;
  readonly isReady: boolean;
  /** Then it is gone. */
  readonly until: string;
  readonly objectedAt: string | null;
}

/** As the operator sees it. */
export interface OpenRecovery extends Recovery {
  /** Whether somebody signs in with the address. */
  readonly isProved: boolean;
  /** Whether anybody administers the organisation still. */
  readonly hasAdmin: boolean;
}

/** What the log is told. */
export interface Completion {
  readonly organisationId: string;
  readonly memberId: string;
  /** Of the operator's organisation, the seat that acts. */
  readonly by: string;
}

interface Opening {
  readonly organisationId: string;
  readonly address: string;
  readonly evidence: string;
  /** The operator's seat. */
  readonly memberId: string;
}

/** Who may complete one: the operator, by her seat, or whoever owns the address. */
export type Completing = { readonly operator: string } | { readonly personId: string; readonly operatedBy: string };

type Row = PeopleTables['access_recovery'];

/** Organisations without anybody who could act for them: somebody administers one again by the operator, unless one of those told objects. */
export class Recoveries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  private get tables() {
    return this.database.as<PeopleTables>();
  }

  /** One to which somebody objected may be opened anew: all are told again. @returns what those who are told object by. */
  async open({
    organisationId,
    address,
    evidence,
    memberId,
  }: Opening): Promise<{ readonly objection: string; readonly readyAt: string } | RecoveryRefusal> {
    const now = this.clock.now();
    return this.tables.transaction().execute(async (transaction) => {
      await alone(transaction, `seats ${organisationId}`);
      const had = await transaction
        .selectFrom('seat')
        .select('member_id')
        .where('organisation_id', '=', organisationId)
        .executeTakeFirst();
      if (had === undefined) return 'NEVER_SEATED';
      await transaction
        .deleteFrom('access_recovery')
        .where('organisation_id', '=', organisationId)
        .where('member_id', 'is', null)
        .where((eb) => eb.or([eb('objected_at', 'is not', null), eb('expires_at', '<=', now)]))
        .execute();
      const objection = newSecret();
      const readyAt = later(now, OBJECTING_MS);
      const made = await transaction
        .insertInto('access_recovery')
        .values({
          id: randomUUID(),
          organisation_id: organisationId,
          address,
          evidence,
          opened_by: memberId,
          objection_hash: hashOf(objection),
          created_at: now,
          ready_at: readyAt,
          expires_at: later(now, KEPT_MS),
          objected_at: null,
          member_id: null,
          person_id: null,
        })
        .onConflict((conflict) => conflict.column('organisation_id').doNothing())
        .returning('id')
        .executeTakeFirst();
      return made === undefined ? 'RECOVERY_OPEN' : { objection, readyAt };
    });
  }

  /** For the operator; the oldest first. */
  async all(): Promise<readonly OpenRecovery[]> {
    const rows = await this.kept()
      .select((eb) => [
        eb
          .exists(eb.selectFrom('person_address as a').select('a.address').whereRef('a.address', '=', 'r.address'))
          .as('is_proved'),
        eb
          .exists(
            eb
              .selectFrom('seat as s')
              .select('s.member_id')
              .whereRef('s.organisation_id', '=', 'r.organisation_id')
              .where('s.role', '=', 'ADMIN')
              .where('s.ended_at', 'is', null),
          )
          .as('has_admin'),
      ])
      .execute();
    return rows.map((row) => ({
      ...this.shown(row),
      isProved: row.is_proved === true,
      hasAdmin: row.has_admin === true,
    }));
  }

  /** Those that would have her administer an organisation. */
  async forHer(personId: string): Promise<readonly Recovery[]> {
    const hers = this.tables.selectFrom('person_address').select('address').where('person_id', '=', personId);
    return (await this.kept().where('r.address', 'in', hers).execute()).map((row) => this.shown(row));
  }

  /** Those of organisations that she has a seat in: she may object. */
  async aroundHer(personId: string): Promise<readonly Recovery[]> {
    const rows = await this.kept()
      .where('r.member_id', 'is', null)
      .where('r.organisation_id', 'in', this.organisationsOf(personId))
      .execute();
    return rows.map((row) => this.shown(row));
  }

  /** What a link would stop; looking stops nothing. */
  async look(token: string): Promise<Recovery | undefined> {
    const row = await this.kept()
      .where('r.objection_hash', '=', hashOf(token))
      .where('r.objected_at', 'is', null)
      .where('r.member_id', 'is', null)
      .executeTakeFirst();
    return row && this.shown(row);
  }

  /** @returns whether there was one to be stopped. */
  async object(by: { readonly token: string } | { readonly personId: string; readonly id: string }): Promise<boolean> {
    const now = this.clock.now();
    const stopping = this.tables
      .updateTable('access_recovery')
      .set({ objected_at: now })
      .where('objected_at', 'is', null)
      .where('member_id', 'is', null)
      .where('expires_at', '>', now)
      .returning('id');
    const stopped =
      'token' in by
        ? stopping.where('objection_hash', '=', hashOf(by.token))
        : stopping.where('id', '=', by.id).where('organisation_id', 'in', this.organisationsOf(by.personId));
    return (await stopped.executeTakeFirst()) !== undefined;
  }

  /** The operator takes it back. */
  async drop(id: string): Promise<void> {
    await this.tables.deleteFrom('access_recovery').where('id', '=', id).where('member_id', 'is', null).execute();
  }

  /** From then on nobody objects or takes it back. Done again, it finds what was begun. */
  async begin(id: string, by: Completing): Promise<Completion | RecoveryRefusal> {
    const now = this.clock.now();
    return this.tables.transaction().execute(async (transaction) => {
      const row = await transaction
        .selectFrom('access_recovery')
        .selectAll()
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      if (row === undefined) return 'UNKNOWN';
      const actor = 'operator' in by ? by.operator : await openerOf(transaction, row, by.operatedBy, now);
      const owner = await ownerOf(transaction, row.address);
      if (actor === undefined || ('personId' in by && owner !== by.personId)) return 'UNKNOWN';
      const { organisation_id: organisationId } = row;
      if (row.member_id !== null) return { organisationId, memberId: row.member_id, by: actor };
      if (row.expires_at <= now) return 'UNKNOWN';
      if (row.objected_at !== null) return 'OBJECTED';
      if (row.ready_at > now) return 'RECOVERY_WAITS';
      if (owner === undefined) return 'NOT_PROVED';
      const memberId = (await seatOf(transaction, owner, organisationId)) ?? randomUUID();
      await transaction
        .updateTable('access_recovery')
        .set({ member_id: memberId, person_id: owner })
        .where('id', '=', id)
        .execute();
      return { organisationId, memberId, by: actor };
    });
  }

  /** It could not be recorded: it waits on. */
  async unbegin(id: string): Promise<void> {
    await this.tables
      .updateTable('access_recovery')
      .set({ member_id: null, person_id: null })
      .where('id', '=', id)
      .execute();
  }

  /** After the log was told. @returns the address of whoever has the seat now; nothing where she has erased herself. */
  async seat(id: string): Promise<string | undefined> {
    const now = this.clock.now();
    return this.tables.transaction().execute(async (transaction) => {
      const row = await transaction
        .deleteFrom('access_recovery')
        .where('id', '=', id)
        .returning(['organisation_id', 'address', 'member_id', 'person_id'])
        .executeTakeFirst();
      if (row === undefined || row.member_id === null || row.person_id === null) return undefined;
      const { organisation_id: organisationId, member_id: memberId, person_id: personId } = row;
      await alone(transaction, `seats ${organisationId}`);
      await giveAdminSeat(transaction, { memberId, personId, organisationId }, now);
      return row.address;
    });
  }

  private kept() {
    return this.tables
      .selectFrom('access_recovery as r')
      .selectAll('r')
      .where((eb) => eb.or([eb('r.expires_at', '>', this.clock.now()), eb('r.member_id', 'is not', null)]))
      .orderBy('r.created_at');
  }

  private organisationsOf(personId: string) {
    return this.tables
      .selectFrom('seat')
      .select('organisation_id')
      .where('person_id', '=', personId)
      .where('ended_at', 'is', null);
  }

  private shown(row: Row): Recovery {
    const { id, organisation_id: organisationId, address, evidence, created_at: since, ready_at: readyAt } = row;
    const { expires_at: until, objected_at: objectedAt } = row;
    const isReady = readyAt <= this.clock.now();
    return { id, organisationId, address, evidence, since, readyAt, isReady, until, objectedAt };
  }
}

/** The seat of the operator's that opened it, if it may still act. */
async function openerOf(
  transaction: Transaction<PeopleTables>,
  { opened_by: memberId }: Row,
  operatorId: string,
  now: string,
): Promise<string | undefined> {
  const seat = await transaction
    .selectFrom('seat')
    .select('person_id')
    .where('member_id', '=', memberId)
    .where('organisation_id', '=', operatorId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (seat === undefined || seat.person_id === null) return undefined;
  return (await isServingAdmin(transaction, operatorId, seat.person_id, now)) ? memberId : undefined;
}

async function seatOf(
  transaction: Transaction<PeopleTables>,
  personId: string,
  organisationId: string,
): Promise<string | undefined> {
  const seat = await transaction
    .selectFrom('seat')
    .select('member_id')
    .where('person_id', '=', personId)
    .where('organisation_id', '=', organisationId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return seat?.member_id;
}
