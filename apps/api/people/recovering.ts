import { isRefusal, type Refusal } from '@maillage/kernel';
import { backbonesAround } from '@maillage/missions';
import {
  maskedAddress,
  PERSON_LANGUAGES,
  type Completing,
  type Contact,
  type RecoveryRefusal,
} from '@maillage/platform';
import type { PeopleRoutesOptions } from './options.js';
import { recoveryMail, type RecoveryNews } from './recovery.mails.js';
import { byOperator } from './registering.js';

interface Opening {
  readonly organisationId: string;
  readonly address: string;
  readonly evidence: string;
  readonly memberId: string;
}

/** Tells everybody who has a seat in it, the ADMINs of whoever steers a mission with it, and whoever is to administer it. */
export async function openRecovery(
  options: PeopleRoutesOptions,
  opening: Opening,
): Promise<RecoveryRefusal | undefined> {
  const { recoveries, publicUrl } = options;
  const { organisationId, address } = opening;
  const name = await options.organisationName(organisationId);
  if (name === undefined) return 'UNKNOWN';
  const opened = await recoveries.open(opening);
  if (typeof opened === 'string') return opened;
  const { objection, readyAt } = opened;
  const href = `${publicUrl()}/sign-in#objection=${objection}`;
  const news = { of: 'OPENED', organisation: name, masked: maskedAddress(address), readyAt, href } as const;
  send(options, await around(options, organisationId), news);
  const language = (await options.contacts.languageOf(address)) ?? PERSON_LANGUAGES[0];
  send(options, [{ address, language }], { of: 'YOURS', organisation: name, readyAt, href: `${publicUrl()}/me` });
  return undefined;
}

/**
 * In the log by the operator's organisation, with the member id of the seat alone; then she has it. Done again, it does what
 * is left of it.
 */
export async function completeRecovery(
  options: PeopleRoutesOptions,
  id: string,
  by: Completing,
): Promise<RecoveryRefusal | Refusal | undefined> {
  const { recoveries, record, clock, registration } = options;
  const begun = await recoveries.begin(id, by);
  if (typeof begun === 'string') return begun;
  const { organisationId, memberId } = begun;
  const actor = { organisationId: registration.operator ?? '', memberId: begun.by };
  // Never another: a second try finds the first.
  const command = { type: 'RecoverAccess', id: organisationId, data: { memberId }, commandId: id, at: clock.now() };
  const recorded = await record(byOperator(actor, command));
  if (isRefusal(recorded)) {
    await recoveries.unbegin(id);
    return recorded;
  }
  const [told, name] = [await around(options, organisationId), await options.organisationName(organisationId)];
  const address = await recoveries.seat(id);
  if (address === undefined) return undefined;
  const news = { of: 'DONE', organisation: name ?? '', masked: maskedAddress(address) } as const;
  send(options, told, { ...news, href: `${options.publicUrl()}/me` });
  return undefined;
}

async function around({ contacts, database }: PeopleRoutesOptions, organisationId: string) {
  const backbones = await backbonesAround.run(database, { organisationId });
  return contacts.around(
    organisationId,
    backbones.map(({ id }) => id),
  );
}

/** Not counted against the mails of an address: nobody may keep somebody from being told by having her sent others. */
function send({ outbox, background }: PeopleRoutesOptions, told: readonly Contact[], news: RecoveryNews): void {
  // Each by itself: a mailbox that refuses keeps nobody else from being told.
  for (const each of told) background.run(async () => outbox?.send(recoveryMail(each, news)));
}
