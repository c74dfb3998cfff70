import {
  askedAlike,
  isCalledPublic,
  organisationById,
  organisationsAlike,
  organisationTerms,
  refuseTaken,
  type AlikeOrganisation,
  type NameReason,
} from '@maillage/directory';
import type { Executed } from '@maillage/engine';
import { isRefusal, type Clock, type Command, type Refusal } from '@maillage/kernel';
import { missionToJoin } from '@maillage/missions';
import type {
  Applicant,
  Application,
  Database,
  Invited,
  OperatorNotice,
  Partners,
  RegistrationConfig,
  Registrations,
} from '@maillage/platform';
import type { z } from 'zod';

export type Terms = z.output<typeof organisationTerms>;

/** Why somebody looks at an application before it is recorded. */
type Reason =
  /** All of them wait here. */
  | 'APPROVAL'
  | NameReason
  /** Another one claims its number of a register. */
  | 'NUMBER_ALIKE'
  /** The same person had others registered today. */
  | 'SEVERAL';

/** A person may have so many registered within a day before the next one waits. */
const MANY_A_DAY = 3;

/** What an ADMIN of an organisation says by a page that is no mutation, by the member id of her seat. */
export function byAdmin(
  { organisationId, memberId }: { readonly organisationId: string; readonly memberId: string },
  command: Pick<Command, 'type' | 'id' | 'data' | 'commandId' | 'at'>,
): Command {
  const actor = { organisation: organisationId, member: memberId };
  return { ...command, actor, scopes: ['read', 'write'], seat: 'ADMIN' };
}

/** What the operator says of others by a page, by the member id of her seat. */
export function byOperator(
  operator: { readonly organisationId: string; readonly memberId: string },
  command: Pick<Command, 'type' | 'id' | 'data' | 'commandId' | 'at'>,
): Command {
  return { ...byAdmin(operator, command), scopes: ['read', 'write', 'operator'] };
}

/** Records a command and waits for the views, as mutations do. */
export type RecordCommand = (command: Command, limit?: Refusal) => Promise<Executed | Refusal>;

export interface RegisteringOptions {
  readonly config: RegistrationConfig;
  readonly registrations: Registrations;
  readonly partners: Partners;
  readonly database: Database;
  readonly clock: Clock;
  readonly record: RecordCommand;
}

export type Registered =
  { readonly organisationId: string; readonly waits: readonly string[] } | 'CLOSED' | 'APPLIED_ALREADY' | Refusal;

/** Organisations that people have registered: by the operator's word, or at once. */
export class Registering {
  constructor(private readonly options: RegisteringOptions) {}

  /** Who may be meant already by what was typed so far. */
  alike(name: string, identifiers: Terms['identifiers']): Promise<readonly AlikeOrganisation[]> {
    return organisationsAlike.run(this.options.database, askedAlike(name, identifiers));
  }

  /**
   * Where one of hers was approved and then broken off, that one is recorded in place of this.
   * @param notice what the operator is told where it waits.
   */
  async apply(personId: string, terms: Terms, notice?: OperatorNotice): Promise<Registered> {
    const { config, registrations } = this.options;
    if (config.mode === 'closed') return 'CLOSED';
    const begun = await registrations.begunBy(personId);
    if (begun !== undefined) return this.recorded(begun.organisationId);
    const taken = await this.taken('', terms);
    if (taken !== undefined) return taken;
    const voucher = config.mode === 'approval' ? await this.voucherOf(personId) : undefined;
    const reasons = await this.reasons(personId, terms, voucher !== undefined);
    // Where nobody could ever look at it, nobody is kept waiting.
    if (reasons.length > 0 && config.operator === undefined) return 'CLOSED';
    const vouchedBy = reasons.length === 0 ? voucher : undefined;
    const applied = await registrations.apply(personId, { terms, reasons }, { vouchedBy, notice });
    if (applied === undefined) return 'APPLIED_ALREADY';
    const { organisationId } = applied;
    if (reasons.length > 0) return { organisationId, waits: reasons };
    return this.recorded(organisationId);
  }

  private async recorded(organisationId: string): Promise<Registered> {
    const recorded = await this.approve(organisationId);
    return recorded !== undefined && 'code' in recorded ? recorded : { organisationId, waits: [] };
  }

  /**
   * In the log as the act of the operator who approves it, or of the organisation itself where nobody had to, by the member id of
   * a seat; then whoever applied has the first. Done again, it does what is left of it.
   * @param approvedBy the operator's seat; of one that was broken off, whoever approved it first did.
   * @returns whose it was; `undefined` for one that waits no more.
   */
  async approve(organisationId: string, approvedBy?: string): Promise<Applicant | Refusal | undefined> {
    const { registrations, clock, record, config } = this.options;
    const application = await registrations.approve(organisationId, approvedBy);
    if (application === undefined) return undefined;
    const said = {
      type: 'RegisterOrganisation',
      id: organisationId,
      data: application.terms,
      // Never another: a second try finds the first.
      commandId: organisationId,
      at: clock.now(),
    };
    const { operator } = config;
    const command =
      operator === undefined || application.approvedBy === undefined
        ? byAdmin(application, said)
        : byOperator({ organisationId: operator, memberId: application.approvedBy }, said);
    const recorded = await record(command, await this.taken(organisationId, termsOf(application)));
    if (isRefusal(recorded)) {
      await registrations.unapprove(organisationId);
      return recorded;
    }
    return registrations.seat(organisationId);
  }

  private taken(organisationId: string, { identifiers }: Terms): Promise<Refusal | undefined> {
    const claimed = identifiers.map((number, index) => ({ number, path: ['identifiers', index] }));
    return refuseTaken(this.options.database, organisationId, claimed);
  }

  /** The invitation by which a confirmed backbone that still steers its mission knows who she is: by name, each but once. */
  private async voucherOf(personId: string): Promise<string | undefined> {
    for (const invited of await this.options.partners.vouching(personId)) {
      if (await this.vouches(invited)) return invited.id;
    }
    return undefined;
  }

  private async vouches({ id, missionId, inviterId }: Invited): Promise<boolean> {
    const { partners, database } = this.options;
    const [sender, [mission], [inviter]] = await Promise.all([
      partners.senderOf(id),
      missionToJoin.run(database, { missionId, organisationId: inviterId }),
      organisationById.run(database, { keys: [inviterId], args: null }),
    ]);
    return sender !== undefined && mission?.steers === true && (inviter?.confirmations.length ?? 0) > 0;
  }

  private async reasons(
    personId: string,
    { name, sector, identifiers }: Terms,
    isVouchedFor: boolean,
  ): Promise<readonly Reason[]> {
    const { config, registrations } = this.options;
    const [alike, lately] = await Promise.all([this.alike(name, identifiers), registrations.takenOfLate(personId)]);
    return [
      ...(config.mode === 'approval' && !isVouchedFor ? (['APPROVAL'] as const) : []),
      ...(sector === 'PUBLIC' || isCalledPublic(name) ? (['PUBLIC_BODY'] as const) : []),
      ...(alike.some((each) => each.same_name) ? (['NAME_ALIKE'] as const) : []),
      ...(alike.some((each) => each.same_number) ? (['NUMBER_ALIKE'] as const) : []),
      ...(lately >= MANY_A_DAY ? (['SEVERAL'] as const) : []),
    ];
  }
}

/** As they were sent: they are read again by whatever holds when they are recorded. */
export function termsOf({ terms }: Pick<Application, 'terms'>): Terms {
  return organisationTerms.parse(terms);
}
