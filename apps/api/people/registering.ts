import {
  askedAlike,
  looksOf,
  organisationById,
  organisationsAlike,
  organisationTerms,
  refuseTaken,
  type AlikeOrganisation,
} from '@maillage/directory';
import type { Executed } from '@maillage/engine';
import { foldText, isRefusal, type Clock, type Command, type Refusal } from '@maillage/kernel';
import { missionToJoin } from '@maillage/missions';
import type {
  Applicant,
  Application,
  Database,
  Invited,
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
  /** It is, or is called like, a part of a state. */
  | 'PUBLIC_BODY'
  /** There is one by a name that looks the same. */
  | 'NAME_ALIKE'
  /** Another one claims its number of a register. */
  | 'NUMBER_ALIKE'
  /** The same person had others registered today. */
  | 'SEVERAL';

/** How states and their parts are called, folded. */
const PUBLIC_WORDS = new Set(
  wordsOf(
    'agglomeration ambassade ars authority caf canton city commune communaute conseil council cpam departement embassy etat ' +
      'federal government gouvernement mairie metropole ministere ministry municipality municipalite police prefecture ' +
      'province rectorat region republic republique senate senat state town ville',
  ),
);
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

  /** Where one of hers was approved and then broken off, that one is recorded in place of this. */
  async apply(personId: string, terms: Terms): Promise<Registered> {
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
    const applied = await registrations.apply(personId, { terms, reasons }, reasons.length === 0 ? voucher : undefined);
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
   * In the log by the organisation's own id, with a member id that is her seat's; then she has the seat. Done again, it does
   * what is left of it.
   * @returns whose it was; `undefined` for one that waits no more.
   */
  async approve(organisationId: string): Promise<Applicant | Refusal | undefined> {
    const { registrations, clock, record } = this.options;
    const application = await registrations.approve(organisationId);
    if (application === undefined) return undefined;
    const command = byAdmin(application, {
      type: 'RegisterOrganisation',
      id: organisationId,
      data: application.terms,
      // Never another: a second try finds the first.
      commandId: organisationId,
      at: clock.now(),
    });
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
    const isPublic = sector === 'PUBLIC' || wordsOf(name).some((word) => PUBLIC_WORDS.has(word));
    return [
      ...(config.mode === 'approval' && !isVouchedFor ? (['APPROVAL'] as const) : []),
      ...(isPublic ? (['PUBLIC_BODY'] as const) : []),
      ...(alike.some((each) => each.same_name) ? (['NAME_ALIKE'] as const) : []),
      ...(alike.some((each) => each.same_number) ? (['NUMBER_ALIKE'] as const) : []),
      ...(lately >= MANY_A_DAY ? (['SEVERAL'] as const) : []),
    ];
  }
}

/** Its words by how they look, whatever stands between them. */
function wordsOf(name: string): readonly string[] {
  return foldText(name)
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => looksOf(word));
}

/** As they were sent: they are read again by whatever holds when they are recorded. */
export function termsOf({ terms }: Pick<Application, 'terms'>): Terms {
  return organisationTerms.parse(terms);
}
