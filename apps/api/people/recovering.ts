import { isRefusal, type Refusal } from '@maillage/kernel';
import { backbonesAround } from '@maillage/missions';
import { maskedAddress, type Completing, type Opening, type RecoveryRefusal } from '@maillage/platform';
import type { PeopleRoutesOptions } from './options.js';
import { recoveryMail } from './recovery.mails.js';
import { byOperator } from './registering.js';

/**
 * Tells everybody who has a seat in it, the ADMINs of whoever steers a mission with it, and whoever is to administer it. Not counted
 * against the mails of an address: nobody may keep somebody from being told by having her sent others.
 */
export async function openRecovery(
  options: PeopleRoutesOptions,
  opening: Omit<Opening, 'backbones'>,
): Promise<RecoveryRefusal | undefined> {
  const { recoveries, outbox, timeZone, inviting } = options;
  const { organisationId, address } = opening;
  const organisation = await inviting.organisation(organisationId);
  if (organisation === undefined) return 'UNKNOWN';
  const [url, masked] = [options.publicUrl(), maskedAddress(address)];
  const refused = await recoveries.open(
    { ...opening, backbones: await backbonesOf(options, organisationId) },
    {
      warning: (contact, objection, readyAt) => {
        const href = `${url}/sign-in#objection=${objection}`;
        return recoveryMail(contact, { of: 'OPENED', organisation, masked, readyAt, href }, timeZone);
      },
      yours: (contact, readyAt) =>
        recoveryMail(contact, { of: 'YOURS', organisation, readyAt, href: `${url}/me` }, timeZone),
    },
  );
  if (refused === undefined) outbox?.wake();
  return refused;
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
  const { recoveries, record, clock, registration, outbox, timeZone, inviting } = options;
  const begun = await recoveries.begin(id, by);
  if (typeof begun === 'string') return begun;
  const { organisationId, memberId } = begun;
  const actor = { organisationId: registration.operator ?? '', memberId: begun.by };
  // Never another: a second try finds the first.
  const command = { type: 'RecoverAccess', id: organisationId, data: { memberId }, commandId: id, at: clock.now() };
  const recorded = await record(byOperator(actor, command));
  if (isRefusal(recorded)) {
    await recoveries.unbegin(id, begun);
    return recorded;
  }
  const organisation = await inviting.organisation(organisationId);
  const href = `${options.publicUrl()}/me`;
  await recoveries.seat(id, begun, await backbonesOf(options, organisationId), (contact, address) =>
    recoveryMail(contact, { of: 'DONE', organisation, masked: maskedAddress(address), href }, timeZone),
  );
  outbox?.wake();
  return undefined;
}

async function backbonesOf({ database }: PeopleRoutesOptions, organisationId: string): Promise<readonly string[]> {
  return (await backbonesAround.run(database, { organisationId })).map(({ id }) => id);
}
