import { randomUUID } from 'node:crypto';
import type { Clock } from '@maillage/kernel';
import type { Database } from '../database.js';
import { hashOf } from '../secrets.js';

interface Tables {
  claimed_member: {
    readonly member_id: string;
    readonly account_hash: Buffer;
    readonly organisation_id: string;
    readonly created_at: string;
  };
}

/** What a token of an issuer says: whose account it is, and whom she acts for. */
export interface Claim {
  readonly issuer: string;
  readonly subject: string;
  readonly organisation: string;
}

/** The member ids of people whom an OIDC issuer claims: random, one for each account and organisation, given at first sight. */
export class ClaimedMembers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Looked up each time: whoever was erased is somebody new with the next request. */
  async idOf({ issuer, subject, organisation }: Claim): Promise<string> {
    const account = hashOf(JSON.stringify([issuer, subject]));
    return (await this.find(account, organisation)) ?? (await this.add(account, organisation));
  }

  private async find(account: Buffer, organisation: string): Promise<string | undefined> {
    const row = await this.database
      .as<Tables>()
      .selectFrom('claimed_member')
      .select('member_id')
      .where('account_hash', '=', account)
      .where('organisation_id', '=', organisation)
      .executeTakeFirst();
    return row?.member_id;
  }

  /** @returns the id that whoever was first gave, where two processes meet her at once. */
  private async add(account: Buffer, organisation: string): Promise<string> {
    const claimed = { account_hash: account, organisation_id: organisation };
    const row = await this.database
      .as<Tables>()
      .insertInto('claimed_member')
      .values({ member_id: randomUUID(), ...claimed, created_at: this.clock.now() })
      // An update that changes nothing, as only then the row that was there comes back.
      .onConflict((conflict) => conflict.columns(['account_hash', 'organisation_id']).doUpdateSet(claimed))
      .returning('member_id')
      .executeTakeFirstOrThrow();
    return row.member_id;
  }
}
