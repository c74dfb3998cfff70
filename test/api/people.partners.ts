import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { stagePeople } from './people.stage.js';
import type { PersonAtBrowser } from './people.visitor.js';

const DECLARE = `mutation ($input: DeclareMissionInput!) {
  declareMission(input: $input) { ... on MissionRecorded { mission { id } } ... on Refusal { message } }
}`;

/** Of what the API names, as the log and tables do. */
export function localId(globalId: string): string {
  return Buffer.from(globalId, 'base64url').toString('utf8').split(':')[1] ?? '';
}

/** Invitations to a mission, on a stage where people sign in. */
export function invitingPartners({ server, withAdmin, mailbox }: ReturnType<typeof stagePeople>) {
  /** A mission of an organisation that somebody administers. */
  const withMission = async (terms = {}) => {
    const { admin, organisation: backbone } = await withAdmin();
    const said = { title: 'Un toit pour tous', challenge: 'Loger.', hashtag: '#toit', openInvitation: false, ...terms };
    const input = { commandId: randomUUID(), ...said };
    const { data } = await server().graphql(DECLARE, { input }, { key: backbone.key });
    const mission = data.declareMission.mission.id as string;
    return { admin, backbone, mission, uuid: localId(mission), path: `/partners/${backbone.globalId}/${mission}` };
  };
  const send = (by: PersonAtBrowser, path: string, ...lines: string[]) =>
    by.ask('POST', path, { role: 'MEMBER', lines });
  /** What the mail to an address leads to, by its token; the mail is the latest of so many. */
  const proofMailed = async (address: string, mails = 1) =>
    /\/join#invitation=(\S+)/.exec((await mailbox.wait(address, mails)).text)?.[1] ?? '';
  const accept = (person: PersonAtBrowser, given: unknown, organisation: { readonly globalId: string }) =>
    person.ask('POST', '/joining/accept', { by: given, organisation: organisation.globalId });
  /** Of those that the senders see, the one to an address, or the first that has none any more. */
  const sentTo = async (admin: PersonAtBrowser, path: string, address: string | null) => {
    const { body, status } = await admin.ask('GET', path);
    expect(status).toBe(200);
    return (body.invitations as readonly Sent[]).find((each) => each.address === address);
  };
  return { withMission, send, proofMailed, accept, sentTo };
}

interface Sent {
  readonly id: string;
  readonly address: string | null;
  readonly standing: string;
}
