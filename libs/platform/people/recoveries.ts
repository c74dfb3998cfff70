import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Clock } from '@maillage/kernel';
import type { Database } from '../database.js';
import type { Mail } from '../mail/mailer.js';
import { dropAbout, enqueue } from '../mail/queue.js';
import { hashOf, newSecret } from '../secrets.js';
import { giveAdminSeat } from './admin-seat.js';
import { languageOf, type Contact } from './contacts.js';
import { KEPT_OF_PEOPLE } from './keeping.js';
import { ownerOf } from './owners.js';
import { hasReachableAdmin, reachableAdmins } from './reachable-admins.js';
import { OBJECTING_MS, peopleAround, toldOf, type Told, type ToBeTold } from './recovery-notices.js';
import { notToBegin, openerOf, seatOf } from './recovery-rules.js';
import type {
  Completing,
  Completion,
  Opening,
  OpeningMails,
  OpenRecovery,
  Recovery,
  RecoveryRefusal,
} from './recovery-types.js';
import { alone, later, PERSON_LANGUAGES, type PeopleTables } from './tables.js';

const KEPT_MS = KEPT_OF_PEOPLE.access_recovery.lastsMs;

type Row = PeopleTables['access_recovery'];

const NOBODY_TOLD: Told = { people: 0, waiting: 0, unreached: 0 };

/** Organisations without anybody who could act for them: somebody administers one again by the operator, unless one of those told objects. */
export class Recoveries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  private get tables() {
    return this.database.as<PeopleTables>();
  }

  /**
   * One to which somebody objected, or that came to nothing, may be opened anew: all are told again. Whoever is told is so by the
   * same transaction, at mailboxes of which it was said that they are none as well.
   */
  async open(opening: Opening, mails: OpeningMails): Promise<RecoveryRefusal | undefined> {
    const { organisationId, address, evidence, memberId, backbones } = opening;
    const now = this.clock.now();
    return this.aloneIn(organisationId, async (transaction) => {
      const had = await transaction
        .selectFrom('seat')
        .select('member_id')
        .where('organisation_id', '=', organisationId)
        .executeTakeFirst();
      if (had === undefined) return 'NEVER_SEATED';
      if (await hasReachableAdmin(transaction, organisationId, now)) return 'HAS_ADMIN';
      await transaction
        .deleteFrom('access_recovery')
        .where('organisation_id', '=', organisationId)
        .where('begun_at', 'is', null)
        .where((eb) =>
          eb.or([eb('objected_at', 'is not', null), eb('moot_at', 'is not', null), eb('expires_at', '<=', now)]),
        )
        .execute();
      const [objection, readyAt] = [newSecret(), later(now, OBJECTING_MS)];
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
          moot_at: null,
          begun_at: null,
          member_id: null,
          person_id: null,
        })
        .onConflict((conflict) => conflict.column('organisation_id').doNothing())
        .returning('id')
        .executeTakeFirst();
      if (made === undefined) return 'RECOVERY_OPEN';
      const told = await peopleAround(transaction, organisationId, backbones);
      for (const { personId } of told) {
        const notice = { recovery_id: made.id, person_id: personId, reached_at: null };
        await transaction.insertInto('recovery_notice').values(notice).execute();
      }
      for (const contact of contactsIn(told)) {
        await enqueue(transaction, mails.warning(contact, objection, readyAt), now, made.id);
      }
      const language = (await languageOf(transaction, address)) ?? PERSON_LANGUAGES[0];
      await enqueue(transaction, mails.yours({ address, language }, readyAt), now, made.id);
      return undefined;
    });
  }

  /** For the operator; the oldest first. */
  async all(): Promise<readonly OpenRecovery[]> {
    const rows = await this.kept()
      .select((eb) => [
        eb
          .exists(eb.selectFrom('person_address as a').select('a.address').whereRef('a.address', '=', 'r.address'))
          .as('is_proved'),
        eb('r.organisation_id', 'in', reachableAdmins(this.tables, this.clock.now())).as('has_admin'),
      ])
      .execute();
    const told = await this.toldOf(rows);
    return rows.map((row) => ({
      ...this.shown(row, told),
      isProved: row.is_proved === true,
      isMoot: row.moot_at !== null || row.has_admin === true,
      told: told.get(row.id) ?? NOBODY_TOLD,
    }));
  }

  /** Those that would have her administer an organisation. */
  async forHer(personId: string): Promise<readonly Recovery[]> {
    const hers = this.tables.selectFrom('person_address').select('address').where('person_id', '=', personId);
    return this.shownAll(await this.live().where('r.address', 'in', hers).execute());
  }

  /** Those to which she may object: she has a seat in the organisation, or was told. */
  async aroundHer(personId: string): Promise<readonly Recovery[]> {
    return this.shownAll(
      await this.stoppable()
        .where((eb) =>
          eb.or([
            eb('r.organisation_id', 'in', this.organisationsOf(personId)),
            eb('r.id', 'in', this.toldTo(personId)),
          ]),
        )
        .execute(),
    );
  }

  /** What a link would stop; looking stops nothing. */
  async look(token: string): Promise<Recovery | undefined> {
    const rows = await this.stoppable().where('r.objection_hash', '=', hashOf(token)).execute();
    return (await this.shownAll(rows))[0];
  }

  /** Whom nobody has told of it by now is told no more. @returns whether there was one to be stopped. */
  async object(by: { readonly token: string } | { readonly personId: string; readonly id: string }): Promise<boolean> {
    const now = this.clock.now();
    return this.tables.transaction().execute(async (transaction) => {
      const stopping = transaction
        .updateTable('access_recovery')
        .set({ objected_at: now })
        .where('objected_at', 'is', null)
        .where('moot_at', 'is', null)
        .where('begun_at', 'is', null)
        .where('expires_at', '>', now)
        .returning('id');
      const stopped =
        'token' in by
          ? stopping.where('objection_hash', '=', hashOf(by.token))
          : stopping
              .where('id', '=', by.id)
              .where((eb) =>
                eb.or([
                  eb('organisation_id', 'in', this.organisationsOf(by.personId)),
                  eb('id', 'in', this.toldTo(by.personId)),
                ]),
              );
      const row = await stopped.executeTakeFirst();
      if (row !== undefined) await dropAbout(transaction, [row.id]);
      return row !== undefined;
    });
  }

  /** The operator takes it back. */
  async drop(id: string): Promise<void> {
    await this.tables.transaction().execute(async (transaction) => {
      const dropped = await transaction
        .deleteFrom('access_recovery')
        .where('id', '=', id)
        .where('begun_at', 'is', null)
        .returning('id')
        .executeTakeFirst();
      if (dropped !== undefined) await dropAbout(transaction, [id]);
    });
  }

  /** Where somebody administers an organisation again, nothing comes of a recovery any more, whatever becomes of her later. */
  async endMoot(): Promise<void> {
    const now = this.clock.now();
    await this.tables.transaction().execute(async (transaction) => {
      const moot = await transaction
        .updateTable('access_recovery')
        .set({ moot_at: now })
        .where('moot_at', 'is', null)
        .where('begun_at', 'is', null)
        .where('organisation_id', 'in', reachableAdmins(transaction, now))
        .returning('id')
        .execute();
      await dropAbout(
        transaction,
        moot.map(({ id }) => id),
      );
    });
  }

  /**
   * From then on nobody objects or takes it back, and nobody else completes it for a minute. Done again after that, it goes on with
   * what was begun.
   */
  async begin(id: string, by: Completing): Promise<Completion | RecoveryRefusal> {
    const now = this.clock.now();
    const found = await this.tables
      .selectFrom('access_recovery')
      .select('organisation_id')
      .where('id', '=', id)
      .executeTakeFirst();
    if (found === undefined) return 'UNKNOWN';
    const { organisation_id: organisationId } = found;
    return this.aloneIn(organisationId, async (transaction) => {
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
      const refused = await notToBegin(transaction, row, owner, now);
      if (refused !== undefined) return refused;
      const personId = row.person_id ?? owner ?? '';
      // Chosen once: whatever was sent to the log before, it is the same again.
      const memberId = row.member_id ?? (await seatOf(transaction, personId, organisationId)) ?? randomUUID();
      await transaction
        .updateTable('access_recovery')
        .set({ begun_at: now, member_id: memberId, person_id: personId })
        .where('id', '=', id)
        .execute();
      return { organisationId, memberId, by: actor, begunAt: now };
    });
  }

  /** It could not be recorded: it waits on, unless somebody else has begun it anew. */
  async unbegin(id: string, { begunAt }: Pick<Completion, 'begunAt'>): Promise<void> {
    await this.tables
      .updateTable('access_recovery')
      .set({ begun_at: null })
      .where('id', '=', id)
      .where('begun_at', '=', begunAt)
      .execute();
  }

  /**
   * After the log was told; nothing where she has erased herself. Those who were told of it are told that it is done, too.
   * @param write the mail to each. @param backbones of the organisations whose ADMINs are told as well.
   */
  async seat(
    id: string,
    { organisationId }: Pick<Completion, 'organisationId'>,
    backbones: readonly string[],
    write: (contact: Contact, address: string) => Mail,
  ): Promise<void> {
    const now = this.clock.now();
    await this.aloneIn(organisationId, async (transaction) => {
      const row = await transaction
        .deleteFrom('access_recovery')
        .where('id', '=', id)
        .returning(['address', 'member_id', 'person_id'])
        .executeTakeFirst();
      if (row === undefined || row.member_id === null || row.person_id === null) return;
      await dropAbout(transaction, [id]);
      const told = await peopleAround(transaction, organisationId, backbones);
      await giveAdminSeat(transaction, { memberId: row.member_id, personId: row.person_id, organisationId }, now);
      for (const contact of contactsIn(told)) await enqueue(transaction, write(contact, row.address), now);
    });
  }

  /** In this order alone, also where a row is locked after it: so nobody waits for each other. */
  private aloneIn<Result>(
    organisationId: string,
    work: (transaction: Transaction<PeopleTables>) => Promise<Result>,
  ): Promise<Result> {
    return this.tables.transaction().execute(async (transaction) => {
      await alone(transaction, `seats ${organisationId}`);
      return work(transaction);
    });
  }

  private kept() {
    return this.tables
      .selectFrom('access_recovery as r')
      .selectAll('r')
      .where((eb) => eb.or([eb('r.expires_at', '>', this.clock.now()), eb('r.begun_at', 'is not', null)]))
      .orderBy('r.created_at');
  }

  /** But for those of organisations that somebody administers again. */
  private live() {
    return this.kept()
      .where('r.moot_at', 'is', null)
      .where('r.organisation_id', 'not in', reachableAdmins(this.tables, this.clock.now()));
  }

  private stoppable() {
    return this.live().where('r.objected_at', 'is', null).where('r.begun_at', 'is', null);
  }

  private organisationsOf(personId: string) {
    return this.tables
      .selectFrom('seat')
      .select('organisation_id')
      .where('person_id', '=', personId)
      .where('ended_at', 'is', null);
  }

  private toldTo(personId: string) {
    return this.tables.selectFrom('recovery_notice').select('recovery_id').where('person_id', '=', personId);
  }

  private toldOf(rows: readonly Row[]) {
    return toldOf(
      this.tables,
      rows.map(({ id }) => id),
    );
  }

  private async shownAll(rows: readonly Row[]): Promise<readonly Recovery[]> {
    const told = await this.toldOf(rows);
    return rows.map((row) => this.shown(row, told));
  }

  private shown(row: Row, told: ReadonlyMap<string, Told>): Recovery {
    const { id, organisation_id: organisationId, address, evidence, created_at: since, ready_at: readyAt } = row;
    const { expires_at: until, objected_at: objectedAt } = row;
    const isReady = readyAt <= this.clock.now() && (told.get(id)?.waiting ?? 0) === 0;
    return { id, organisationId, address, evidence, since, readyAt, isReady, until, objectedAt };
  }
}

function contactsIn(told: readonly ToBeTold[]): readonly Contact[] {
  return told.flatMap(({ addresses, language }) => addresses.map((address) => ({ address, language })));
}
