import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { DAY_MS, type Clock } from '@maillage/kernel';
import type { Database } from '../database.js';
import { KEPT_OF_PEOPLE } from './keeping.js';
import { tellOperator, type OperatorNotice } from './operator-notices.js';
import { alone, later, type PeopleTables, type PersonLanguage } from './tables.js';

const WAITS_MS = KEPT_OF_PEOPLE.registration.lastsMs;

/** An organisation that somebody would have registered, and that waits for a word of the operator's. */
export interface Application {
  /** Its id from then on. */
  readonly organisationId: string;
  /** Of the first seat in it. */
  readonly memberId: string;
  /** What is to be said of it, as it was sent. */
  readonly terms: unknown;
  /** Why somebody looks at it first, by code; nothing where nobody does. */
  readonly reasons: readonly string[];
  readonly since: string;
  /** Then it is gone. */
  readonly until: string;
}

export interface Applicant {
  readonly name: string;
  /** None where she signs in by an account or a device alone. */
  readonly addresses: readonly string[];
  readonly language: PersonLanguage;
}

/** Applications of people, one of each, in a table that can be erased. */
export class Registrations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  private get tables() {
    return this.database.as<PeopleTables>();
  }

  /**
   * @param vouchedBy the invitation but for which it would wait: used up by that.
   * @param notice what the operator is told with that, where it waits.
   * @returns `undefined` where another of hers waits, or took that invitation.
   */
  async apply(
    personId: string,
    { terms, reasons }: Pick<Application, 'terms' | 'reasons'>,
    {
      vouchedBy,
      notice,
    }: { readonly vouchedBy?: string | undefined; readonly notice?: OperatorNotice | undefined } = {},
  ): Promise<Application | undefined> {
    const now = this.clock.now();
    const made = { organisationId: randomUUID(), memberId: randomUUID(), terms, reasons };
    const lasting = { since: now, until: later(now, WAITS_MS) };
    return this.tables.transaction().execute(async (transaction) => {
      await alone(transaction, `registration ${personId}`);
      await transaction
        .deleteFrom('registration')
        .where('person_id', '=', personId)
        .where('expires_at', '<=', now)
        .where('approved_at', 'is', null)
        .execute();
      const before = await transaction
        .selectFrom('registration')
        .select('organisation_id')
        .where('person_id', '=', personId)
        .executeTakeFirst();
      if (before !== undefined) return undefined;
      if (vouchedBy !== undefined && !(await useVoucher(transaction, vouchedBy, now))) return undefined;
      const row = {
        person_id: personId,
        organisation_id: made.organisationId,
        member_id: made.memberId,
        terms: JSON.stringify(terms),
        reasons: [...reasons],
        created_at: lasting.since,
        expires_at: lasting.until,
        approved_at: null,
        approved_by: null,
      };
      await transaction.insertInto('registration').values(row).execute();
      if (reasons.length > 0 && notice !== undefined) await tellOperator(transaction, notice, now);
      return { ...made, ...lasting };
    });
  }

  async of(personId: string): Promise<Application | undefined> {
    const row = await this.waitingRows().where('person_id', '=', personId).executeTakeFirst();
    return row && toApplication(row);
  }

  /** Of hers, one that was approved and is not in the log yet, or not hers there: what was broken off. */
  async begunBy(personId: string): Promise<Pick<Application, 'organisationId'> | undefined> {
    const row = await this.tables
      .selectFrom('registration')
      .select('organisation_id')
      .where('person_id', '=', personId)
      .where('approved_at', 'is not', null)
      .executeTakeFirst();
    return row && { organisationId: row.organisation_id };
  }

  /** The oldest first. */
  async waiting(): Promise<readonly (Application & Applicant)[]> {
    const rows = await this.waitingRows()
      .innerJoin('person as p', 'p.id', 'registration.person_id')
      .select(['p.name', 'p.language'])
      .select((eb) =>
        eb
          .selectFrom('person_address as a')
          .whereRef('a.person_id', '=', 'p.id')
          .select((of) => of.fn.agg<string[]>('array_agg', ['a.address']).as('addresses'))
          .as('addresses'),
      )
      .orderBy('registration.created_at')
      .execute();
    return rows.map((row) => ({
      ...toApplication(row),
      name: row.name,
      language: row.language,
      addresses: row.addresses ?? [],
    }));
  }

  /** How many organisations somebody became an ADMIN of within a day. */
  async takenOfLate(personId: string): Promise<number> {
    const { count } = await this.tables
      .selectFrom('seat')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('person_id', '=', personId)
      .where('role', '=', 'ADMIN')
      .where('created_at', '>', later(this.clock.now(), -DAY_MS))
      .executeTakeFirstOrThrow();
    return Number(count);
  }

  /**
   * From then on nobody declines it or takes it back.
   * @param approvedBy the operator's seat, kept until it is recorded: of several, the first.
   * @returns `undefined` for one that waits no more.
   */
  async approve(
    organisationId: string,
    approvedBy?: string,
  ): Promise<(Application & { readonly approvedBy: string | undefined }) | undefined> {
    const now = this.clock.now();
    const row = await this.tables
      .updateTable('registration')
      .set((eb) => ({ approved_at: now, approved_by: eb.fn.coalesce('approved_by', eb.val(approvedBy ?? null)) }))
      .where('organisation_id', '=', organisationId)
      .where((eb) => eb.or([eb('expires_at', '>', now), eb('approved_at', 'is not', null)]))
      .returningAll()
      .executeTakeFirst();
    return row && { ...toApplication(row), approvedBy: row.approved_by ?? undefined };
  }

  /** It could not be recorded as it is: it waits on. */
  async unapprove(organisationId: string): Promise<void> {
    await this.tables
      .updateTable('registration')
      .set({ approved_at: null, approved_by: null })
      .where('organisation_id', '=', organisationId)
      .execute();
  }

  /** After the log was told: she has the first seat, and the application is gone. Nothing where she has erased herself. */
  async seat(organisationId: string): Promise<Applicant | undefined> {
    return this.tables.transaction().execute(async (transaction) => {
      const row = await transaction
        .deleteFrom('registration')
        .where('organisation_id', '=', organisationId)
        .returning(['person_id', 'member_id'])
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const seat = { member_id: row.member_id, person_id: row.person_id, organisation_id: organisationId };
      await transaction
        .insertInto('seat')
        .values({ ...seat, role: 'ADMIN', created_at: this.clock.now(), ended_at: null })
        .execute();
      return applicantOf(transaction, row.person_id);
    });
  }

  /** @returns whose it was, and what; `undefined` for one that waits no more, or is approved. */
  async decline(organisationId: string): Promise<(Applicant & Pick<Application, 'terms'>) | undefined> {
    return this.tables.transaction().execute(async (transaction) => {
      const row = await transaction
        .deleteFrom('registration')
        .where('organisation_id', '=', organisationId)
        .where('expires_at', '>', this.clock.now())
        .where('approved_at', 'is', null)
        .returning(['person_id', 'terms'])
        .executeTakeFirst();
      const applicant = row && (await applicantOf(transaction, row.person_id));
      return applicant && { ...applicant, terms: row.terms };
    });
  }

  /** @returns whether one was taken back: none that is approved is. */
  async withdraw(personId: string): Promise<boolean> {
    const withdrawn = await this.tables
      .deleteFrom('registration')
      .where('person_id', '=', personId)
      .where('approved_at', 'is', null)
      .returning('organisation_id')
      .executeTakeFirst();
    return withdrawn !== undefined;
  }

  /** What was approved waits until it is recorded, however long. */
  private waitingRows() {
    return this.tables
      .selectFrom('registration')
      .selectAll('registration')
      .where((eb) =>
        eb.or([eb('registration.expires_at', '>', this.clock.now()), eb('registration.approved_at', 'is not', null)]),
      );
  }
}

async function useVoucher(transaction: Transaction<PeopleTables>, id: string, now: string): Promise<boolean> {
  const used = await transaction
    .updateTable('partner_invitation')
    .set({ vouched_at: now })
    .where('id', '=', id)
    .where('vouched_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return used !== undefined;
}

async function applicantOf(transaction: Transaction<PeopleTables>, personId: string): Promise<Applicant | undefined> {
  const rows = await transaction
    .selectFrom('person as p')
    .leftJoin('person_address as a', 'a.person_id', 'p.id')
    .select(['p.name', 'p.language', 'a.address'])
    .where('p.id', '=', personId)
    .orderBy('a.proved_at')
    .execute();
  const [first] = rows;
  const addresses = rows.flatMap(({ address }) => (address === null ? [] : [address]));
  return first && { name: first.name, language: first.language, addresses };
}

function toApplication(row: {
  readonly organisation_id: string;
  readonly member_id: string;
  readonly terms: unknown;
  readonly reasons: string[];
  readonly created_at: string;
  readonly expires_at: string;
}): Application {
  const { organisation_id: organisationId, member_id: memberId, terms, reasons } = row;
  return { organisationId, memberId, terms, reasons, since: row.created_at, until: row.expires_at };
}
