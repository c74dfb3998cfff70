import type { Transaction } from 'kysely';
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

  /** Of a person herself. */
  ofPerson(personId: string): Promise<readonly Contact[]> {
    return contactsOf(this.database.as<PeopleTables>(), personId);
  }

  /** Of whoever has the seat, or had it last. */
  ofSeat(memberId: string): Promise<readonly Contact[]> {
    return addresses(this.tables).where('s.member_id', '=', memberId).execute();
  }

  /** Who holds the seat in the organisation, and as what. */
  async holderOf(
    organisationId: string,
    memberId: string,
  ): Promise<{ readonly id: string; readonly name: string; readonly role: SeatRole } | undefined> {
    return this.tables
      .selectFrom('seat as s')
      .innerJoin('person as p', 'p.id', 's.person_id')
      .select(['p.id', 'p.name', 's.role'])
      .where('s.organisation_id', '=', organisationId)
      .where('s.member_id', '=', memberId)
      .where('s.ended_at', 'is', null)
      .executeTakeFirst();
  }

  /** @param butNot who knows already. */
  ofAdmins(organisationId: string, butNot: readonly string[]): Promise<readonly Contact[]> {
    return ofAdmins(this.tables, organisationId).where('s.person_id', 'not in', butNot).execute();
  }

  /** Of whoever signs in with it, if anybody does. */
  languageOf(address: string): Promise<PersonLanguage | undefined> {
    return languageOf(this.tables, address);
  }

  /** Whose mailbox it is, and the organisations she has a seat in; nobody where it is nobody's. */
  async seatedWith(
    address: string,
  ): Promise<readonly { readonly id: string; readonly name: string; readonly organisationId: string }[]> {
    const rows = await this.tables
      .selectFrom('person_address as a')
      .innerJoin('person as p', 'p.id', 'a.person_id')
      .innerJoin('seat as s', 's.person_id', 'p.id')
      .select(['p.id', 'p.name', 's.organisation_id'])
      .where('a.address', '=', address)
      .where('s.ended_at', 'is', null)
      .execute();
    return rows.map(({ id, name, organisation_id: organisationId }) => ({ id, name, organisationId }));
  }

  private get tables() {
    return this.database.as<PeopleTables>();
  }
}

type Tables = Pick<Transaction<PeopleTables>, 'selectFrom'>;

/** Of whoever signs in with it, if anybody does. */
export async function languageOf(tables: Tables, address: string): Promise<PersonLanguage | undefined> {
  const row = await tables
    .selectFrom('person_address as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select('p.language')
    .where('a.address', '=', address)
    .executeTakeFirst();
  return row?.language;
}

/** All of them, those whose own seats lapsed among them: they may confirm them. */
export function contactsOfAdmins(tables: Tables, organisationId: string): Promise<readonly Contact[]> {
  return ofAdmins(tables, organisationId).execute();
}

function ofAdmins(tables: Tables, organisationId: string) {
  return addresses(tables)
    .where('s.organisation_id', '=', organisationId)
    .where('s.role', '=', 'ADMIN')
    .where('s.ended_at', 'is', null);
}

function addresses(tables: Tables) {
  return tables
    .selectFrom('seat as s')
    .innerJoin('person as p', 'p.id', 's.person_id')
    .innerJoin('person_address as a', 'a.person_id', 'p.id')
    .select(['a.address', 'p.language'])
    .orderBy('a.address');
}

/** A person's addresses, in the order she proved them in. */
export function contactsOf(tables: Tables, personId: string): Promise<readonly Contact[]> {
  return tables
    .selectFrom('person_address as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select(['a.address', 'p.language'])
    .where('a.person_id', '=', personId)
    .orderBy('a.proved_at')
    .execute();
}
