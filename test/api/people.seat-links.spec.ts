import { describe, expect, it } from '@jest/globals';
import { Retention } from '@maillage/platform';
import { stagePeople } from './people.stage.js';
import type { PersonAtBrowser } from './people.visitor.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

describe('A link to a seat', () => {
  const { clock, server, anybody, somebody, pass, withAdmin, seated } = stagePeople();
  const linkTo = async (admin: PersonAtBrowser, seats: string, role: string) => {
    const { status, body } = await admin.ask('POST', `${seats}/links`, { role });
    return { status, token: /\/join#seat=(\S+)$/.exec((body?.link ?? '') as string)?.[1] ?? '' };
  };
  const follow = (person: PersonAtBrowser, token: string) => person.ask('POST', '/seat-links/ask', { token });
  const over = { status: 401, body: 'LINK_OVER' };

  it('that was copied only asks: an ADMIN admits, with what it was made for before her eyes, or refuses', async () => {
    const { admin, organisation, seats } = await withAdmin();
    const { token } = await linkTo(admin, seats, 'READER');
    expect(await anybody().ask('POST', '/seat-links', { token })).toMatchObject({ status: 401 });
    expect(await follow(anybody(), token)).toMatchObject({ status: 401, body: 'UNAUTHENTICATED' });
    const [one, other] = [await somebody(), await somebody()];
    for (const person of [one, other]) {
      const told = (await person.ask('POST', '/seat-links', { token })).body;
      expect(told).toMatchObject({ role: 'READER', organisation: { id: organisation.globalId } });
      expect(await follow(person, token)).toMatchObject({ status: 204 });
      expect((await person.ask('GET', '/person')).body.seats).toEqual([]);
      pass(1);
    }
    const { requests } = (await admin.ask('GET', `${seats}/requests`)).body;
    expect(requests).toMatchObject([{ role: 'READER' }, { role: 'READER' }]);
    const answer = (id: string, role: string | null, by = admin) => by.ask('POST', `${seats}/requests/${id}`, { role });
    expect(await answer(requests[0].id as string, 'READER', one)).toEqual({ status: 403, body: 'NOT_ADMIN' });
    expect(await answer(requests[0].id as string, 'READER')).toMatchObject({ status: 204 });
    expect(await answer(requests[1].id as string, null)).toMatchObject({ status: 204 });
    expect((await one.ask('GET', '/person')).body.seats).toMatchObject([{ role: 'READER' }]);
    expect((await other.ask('GET', '/person')).body.seats).toEqual([]);
  });

  it('never is one to administer, is made by ADMINs who signed in a moment ago, and ends with who made it', async () => {
    const { admin, seats } = await withAdmin();
    expect(await linkTo(admin, seats, 'ADMIN')).toMatchObject({ status: 400 });
    const second = await seated(admin, seats, 'ADMIN');
    const [asker, reader] = [await somebody(), await seated(admin, seats, 'READER')];
    expect(await linkTo(reader, seats, 'READER')).toMatchObject({ status: 403 });
    const { token } = await linkTo(second, seats, 'WRITER');
    const { holders } = (await admin.ask('GET', seats)).body;
    await admin.ask('DELETE', `${seats}/members/${holders[1].memberId as string}`);
    expect(await follow(asker, token)).toEqual(over);
    const { links } = (await admin.ask('GET', seats)).body;
    expect(links).toMatchObject([{ role: 'WRITER', isLeftBehind: true }]);
    expect(await admin.ask('DELETE', `${seats}/links/${links[0].id as string}`)).toMatchObject({ status: 204 });
    const [revoked, expired] = [await linkTo(admin, seats, 'WRITER'), await linkTo(admin, seats, 'WRITER')];
    const [{ id }] = (await admin.ask('GET', seats)).body.links;
    await admin.ask('DELETE', `${seats}/links/${id as string}`);
    const answers = [await follow(asker, revoked.token), await follow(asker, expired.token)];
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 401]);
    pass(11 * MINUTE_MS);
    expect(await linkTo(admin, seats, 'WRITER')).toMatchObject({ status: 403 });
    pass(14 * DAY_MS);
    expect(await follow(await somebody(), expired.token)).toEqual(over);
    await new Retention(server().database, clock).clean();
    expect((await server().database.pool.query('select from seat_link')).rows).toEqual([]);
  });
});
