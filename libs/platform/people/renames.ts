import { randomUUID } from 'node:crypto';
import type { Clock } from '@maillage/kernel';
import type { Database } from '../database.js';
import { KEPT_OF_PEOPLE } from './keeping.js';
import { tellOperator, type OperatorNotice } from './operator-notices.js';
import { isServingAdmin, type SeatRefusal } from './seats.js';
import { later, type PeopleTables } from './tables.js';

const WAITS_MS = KEPT_OF_PEOPLE.renaming.lastsMs;

/** What an organisation would be called, by its ADMIN. */
export interface Renaming {
  readonly organisationId: string;
  /** Of the command by which it is recorded: done again, it is done once. */
  readonly id: string;
  readonly name: string;
  /** Why somebody looks at it first, by code. */
  readonly reasons: readonly string[];
  readonly askedBy: string;
  readonly until: string;
}

/** Names that wait for the operator, one of each organisation; the name it has stands until then. */
export class Renames {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  private get tables() {
    return this.database.as<PeopleTables>();
  }

  /** In place of what waited before. @param notice what the operator is told with that. */
  async ask(
    organisationId: string,
    adminId: string,
    called: Pick<Renaming, 'name' | 'reasons'>,
    notice?: OperatorNotice,
  ): Promise<SeatRefusal | undefined> {
    const now = this.clock.now();
    return this.tables.transaction().execute(async (transaction) => {
      if (!(await isServingAdmin(transaction, organisationId, adminId, now))) return 'NOT_ADMIN';
      const asked = { id: randomUUID(), name: called.name, reasons: [...called.reasons] };
      const row = { ...asked, asked_by: adminId, created_at: now, expires_at: later(now, WAITS_MS) };
      await transaction
        .insertInto('renaming')
        .values({ organisation_id: organisationId, ...row })
        .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(row))
        .execute();
      if (notice !== undefined) await tellOperator(transaction, notice, now);
      return undefined;
    });
  }

  /** For the organisation's ADMINs. @returns `undefined` where none waits. */
  async of(organisationId: string, adminId: string): Promise<Renaming | SeatRefusal | undefined> {
    if (!(await isServingAdmin(this.tables, organisationId, adminId, this.clock.now()))) return 'NOT_ADMIN';
    return this.find(organisationId);
  }

  async withdraw(organisationId: string, adminId: string): Promise<SeatRefusal | undefined> {
    if (!(await isServingAdmin(this.tables, organisationId, adminId, this.clock.now()))) return 'NOT_ADMIN';
    await this.tables.deleteFrom('renaming').where('organisation_id', '=', organisationId).execute();
    return undefined;
  }

  /** For the operator; the oldest first. */
  async waiting(): Promise<readonly Renaming[]> {
    return (await this.rows().orderBy('created_at').orderBy('id').execute()).map(toRenaming);
  }

  async find(organisationId: string): Promise<Renaming | undefined> {
    const row = await this.rows().where('organisation_id', '=', organisationId).executeTakeFirst();
    return row && toRenaming(row);
  }

  /** It was answered, unless another has taken its place meanwhile. @returns whether it was the one that waits. */
  async answered(id: string): Promise<boolean> {
    const row = await this.tables.deleteFrom('renaming').where('id', '=', id).returning('id').executeTakeFirst();
    return row !== undefined;
  }

  private rows() {
    return this.tables.selectFrom('renaming').selectAll().where('expires_at', '>', this.clock.now());
  }
}

function toRenaming(row: PeopleTables['renaming']): Renaming {
  const { organisation_id: organisationId, id, name, reasons, asked_by: askedBy, expires_at: until } = row;
  return { organisationId, id, name, reasons, askedBy, until };
}
