import { toGlobalId } from '@maillage/engine';
import type { LinkedRole, SeatRefusal } from '@maillage/platform';
import { newsMail } from './news.mails.js';
import { tell, type PeopleRoutesOptions } from './options.js';

/** Somebody asks for a seat; those who administer the organisation are told by mail. @param role that a link was for. */
export async function askForSeat(
  options: PeopleRoutesOptions,
  personId: string,
  organisationId: string,
  role?: LinkedRole,
): Promise<SeatRefusal | undefined> {
  const asked = await options.requests.ask(personId, organisationId, role);
  if (typeof asked === 'string') return asked;
  const link = `${options.publicUrl()}/seats/${toGlobalId('Organisation', organisationId)}`;
  for (const { address, language } of asked.tell) {
    tell(options, async () => {
      const named = await options.inviting.organisation(organisationId);
      return newsMail(address, language, { of: 'ASKED', organisation: named, link });
    });
  }
  return undefined;
}
