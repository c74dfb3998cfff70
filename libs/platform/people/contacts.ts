import type { SeatRole } from '@maillage/kernel';
import type { Database } from '../database.js';
import type { PeopleTables, PersonLanguage } from './tables.js';

/** Where somebody is written to, and in which language. */
export interface Contact {
  readonly address: string;
  readonly language: PersonLanguage;
}

/** Whom to tell when seats are given, changed or taken: all addresses of each, as one may be nobody's by now. */
export class Contacts {
  constructor(private readonly database: Database) {}

  /** Of whoever has the seat, or had it last. */
  ofSeat(memberId: string): Promise<readonly Contact[]> {
    return this.addresses().where('s.member_id', '=', memberId).execute();
  }

  /** Who holds the seat, and as what. */
  async holderOf(
    memberId: string,
  ): Promise<{ readonly id: string; readonly name: string; readonly role: SeatRole } | undefined> {
    return this.database
      .as<PeopleTables>()
      .selectFrom('seat as s')
      .innerJoin('person as p', 'p.id', 's.person_id')
      .select(['p.id', 'p.name', 's.role'])
      .where('s.member_id', '=', memberId)
      .where('s.ended_at', 'is', null)
      .executeTakeFirst();
  }

  /** @param butNot who knows already. */
  ofAdmins(organisationId: string, butNot: readonly string[]): Promise<readonly Contact[]> {
    return this.addresses()
      .where('s.organisation_id', '=', organisationId)
      .where('s.role', '=', 'ADMIN')
      .where('s.ended_at', 'is', null)
      .where('s.person_id', 'not in', butNot)
      .execute();
  }

  private addresses() {
    return this.database
      .as<PeopleTables>()
      .selectFrom('seat as s')
      .innerJoin('person as p', 'p.id', 's.person_id')
      .innerJoin('person_address as a', 'a.person_id', 'p.id')
      .select(['a.address', 'p.language'])
      .orderBy('a.address');
  }
}
