import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { pino } from 'pino';
import { startTestApi, type TestApi, type TestApiOptions, type TestOrganisation } from '../harness/api.js';
import { TestClock } from '../harness/clock.js';
import { Mailbox } from './people.mailbox.js';
import { PersonAtBrowser } from './people.visitor.js';

const BEGIN = '2026-03-02T09:00:00.000Z';
const REVISE = `mutation ($input: ReviseOrganisationInput!) {
  reviseOrganisation(input: $input) { __typename ... on Refusal { code: reason } }
}`;

/** A server that sends mail, and people who sign in to it by mail and act for organisations; up for the suite that calls it. */
export function stagePeople({
  env,
  say,
  late,
}: Pick<TestApiOptions, 'env' | 'say'> & {
  /** What is known once something else is up; asked before the server starts. */
  readonly late?: () => Promise<NonNullable<TestApiOptions['env']>>;
} = {}) {
  const clock = new TestClock(BEGIN);
  const mailbox = new Mailbox();
  const logged: string[] = [];
  const logger = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
  let started: TestApi | undefined;
  const server = (): TestApi => {
    if (started === undefined) throw new Error('The server is not up yet.');
    return started;
  };
  /** What every server that sends its mails there is told. */
  const mailing = () => ({ SMTP_URL: mailbox.url, MAIL_FROM: 'ledger@example.org', TRUST_PROXY: '127.0.0.1', ...env });
  beforeAll(async () => {
    await mailbox.open();
    started = await startTestApi({ clock, logger, ...(say && { say }), env: { ...mailing(), ...(await late?.()) } });
  });
  afterAll(async () => {
    await started?.close();
    await mailbox.close();
  });

  let people = 0;
  const newAddress = () => `person${(people += 1)}@example.org`;
  const anybody = (ip?: string) => new PersonAtBrowser(server(), mailbox, ip);
  const somebody = (address = newAddress()) => anybody().signIn(address);
  const pass = (ms: number) => {
    clock.moveTo(new Date(Date.parse(clock.now()) + ms).toISOString());
  };
  const revise = (person: PersonAtBrowser, organisation: TestOrganisation, actingFor?: string) => {
    const revision = { organisationId: organisation.globalId, name: randomUUID(), sector: 'CIVIL_SOCIETY' };
    return person.graphql(REVISE, { input: { commandId: randomUUID(), ...revision } }, actingFor);
  };
  /** Registered for it alone, so that nobody has had a seat in it. */
  const withSeat = async (admin: PersonAtBrowser) => {
    const organisation = await server().registerOrganisation(`Association ${randomUUID()}`);
    expect(await admin.ask('POST', '/seats', { key: organisation.key })).toMatchObject({ status: 200 });
    return organisation;
  };
  const withAdmin = async (address = newAddress()) => {
    const admin = await somebody(address);
    const organisation = await withSeat(admin);
    const { globalId } = organisation;
    return { organisation, admin, seats: `/seats/${globalId}`, keys: `/keys/${globalId}` };
  };
  const invited = async (admin: PersonAtBrowser, seats: string, role: string, address = newAddress()) => {
    expect(await admin.ask('POST', `${seats}/invitations`, { address, role })).toMatchObject({ status: 204 });
    await mailbox.wait(address, 1);
    const person = await somebody(address);
    const [{ id }] = (await person.ask('GET', '/person')).body.invitations;
    return { person, invitation: `/person/invitations/${id}` };
  };
  const seated = async (admin: PersonAtBrowser, seats: string, role: string, address?: string) => {
    const { person, invitation } = await invited(admin, seats, role, address);
    // Seats are listed in the order they were taken in.
    pass(1);
    expect(await person.ask('POST', invitation, { accepts: true })).toMatchObject({ status: 204 });
    return person;
  };
  const acting = { revise, withSeat, withAdmin, invited, seated };
  return { clock, mailbox, mailing, logger, logged, server, newAddress, anybody, somebody, pass, ...acting };
}
