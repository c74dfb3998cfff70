import { toGlobalId } from '@maillage/engine';
import type { Contact, Person } from '@maillage/platform';
import type { PeopleRoutesOptions } from './options.js';
import { seatMail, type ForAdmins, type SeatNews } from './seat.mails.js';

type NewsOf<News> = News extends SeatNews ? Omit<News, 'organisation'> : never;

/**
 * Tells of a seat by mail, after the answer was given.
 * @param to the page to look at, and, where others are told of her, whom the mails are about: they go with her.
 */
export function tellOfSeat(
  options: PeopleRoutesOptions,
  organisationId: string,
  contacts: () => Promise<readonly Contact[]>,
  news: NewsOf<SeatNews>,
  { path, about }: { readonly path: string; readonly about?: string },
): void {
  const { outbox, background, publicUrl, inviting } = options;
  if (outbox === undefined) return;
  background.run(async () => {
    const organisation = await inviting.organisation(organisationId);
    for (const contact of await contacts()) {
      // Each by itself: a mailbox that refuses keeps nobody else from being told. Nor does anybody who has her sent other mails.
      const written = seatMail(contact, { ...news, organisation }, `${publicUrl()}${path}`);
      background.run(() => outbox.send(written, about));
    }
  });
}

/**
 * Those who give and take its seats, but for whoever it is about, and whoever did it.
 * @param about her name is empty where she has said none.
 */
export function tellAdmins(
  options: PeopleRoutesOptions,
  organisationId: string,
  of: ForAdmins,
  about: Pick<Person, 'id' | 'name'>,
  by: Pick<Person, 'id'> = about,
): void {
  const path = `/seats/${toGlobalId('Organisation', organisationId)}`;
  const others = () => options.contacts.ofAdmins(organisationId, [about.id, by.id]);
  tellOfSeat(options, organisationId, others, { of, to: about.name }, { path, about: about.id });
}

/** Where the server of a mailbox says that there is none: to the other ADMINs of the organisations that its reader has seats in. */
export function tellOfSilence(options: PeopleRoutesOptions, address: string): void {
  options.background.run(async () => {
    for (const { id, name, organisationId } of await options.contacts.seatedWith(address)) {
      tellAdmins(options, organisationId, 'SILENT', { id, name });
    }
  });
}
