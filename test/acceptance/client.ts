import { createHash, randomUUID } from 'node:crypto';
import { answerTo, type Answer } from '../harness/api.js';

export interface ReceiptEvent {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly version: string;
  readonly position: string;
  readonly hash: string;
}

export interface Receipt {
  readonly commandId: string;
  readonly position: string;
  readonly events: readonly ReceiptEvent[];
}

export interface Refused {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

export interface Recorded {
  /** Of what the mutation made or changed; undefined while the views are behind. */
  readonly id: string | undefined;
  readonly receipt: Receipt;
}

export type Outcome = Recorded | Refused;
export type Input = Readonly<Record<string, unknown>>;

/** The success type of each mutation; the node within it has the same name without `Recorded`, or is the organisation. */
const RECORDED = {
  registerOrganisation: 'Organisation',
  reviseOrganisation: 'Organisation',
  proposeGrouping: 'Organisation',
  acceptGrouping: 'Organisation',
  declineGrouping: 'Organisation',
  dropGrouping: 'Organisation',
  assertGrouping: 'Organisation',
  contestGrouping: 'Organisation',
  dropGroupingAssertion: 'Organisation',
  dissolveOrganisation: 'Organisation',
  confirmIdentity: 'Organisation',
  withdrawIdentityConfirmation: 'Organisation',
  markDuplicate: 'Organisation',
  clearDuplicate: 'Organisation',
  accreditEvaluator: 'Accreditation',
  endAccreditation: 'Accreditation',
  ungroupOrganisation: 'Organisation',
  declareMission: 'Mission',
  reviseMission: 'Mission',
  inviteOrganisation: 'Mission',
  withdrawInvitation: 'Mission',
  joinMission: 'Mission',
  declineInvitation: 'Mission',
  leaveMission: 'Mission',
  listMember: 'Mission',
  suspendMember: 'Mission',
  liftSuspension: 'Mission',
  pauseMission: 'Mission',
  resumeMission: 'Mission',
  closeMission: 'Mission',
  removeMember: 'Mission',
  proposeBackboneHandover: 'Mission',
  acceptBackboneHandover: 'Mission',
  declineBackboneHandover: 'Mission',
  dropBackboneHandover: 'Mission',
  defineIndicator: 'Indicator',
  reviseIndicatorTarget: 'Indicator',
  reviseIndicator: 'Indicator',
  agreeIndicator: 'Indicator',
  retireIndicator: 'Indicator',
  recordMeasurement: 'Measurement',
  correctMeasurement: 'Measurement',
  confirmMeasurement: 'Measurement',
  makeCommitment: 'Commitment',
  acceptCommitment: 'Commitment',
  amendCommitment: 'Commitment',
  withdrawCommitment: 'Commitment',
  declineCommitment: 'Commitment',
  noteProgress: 'Commitment',
  dropAmendment: 'Commitment',
  releaseParty: 'Commitment',
  releaseDissolved: 'Commitment',
  proposeSettlement: 'Settlement',
  acceptSettlement: 'Settlement',
  declineSettlement: 'Settlement',
  dropSettlement: 'Settlement',
  recordContribution: 'Contribution',
  declareContribution: 'Contribution',
  corroborateContribution: 'Contribution',
  verifyContribution: 'Contribution',
  correctContribution: 'Contribution',
  retractContribution: 'Contribution',
  disputeContribution: 'Contribution',
  withdrawDispute: 'Contribution',
  noteObjection: 'Contribution',
  answerObjection: 'Objection',
  withdrawObjection: 'Objection',
  submitReview: 'Review',
  reviseReview: 'Review',
  answerReview: 'Review',
} as const;
export type MutationName = keyof typeof RECORDED;

/** An organisation's own system, or anybody's without a key, talking to the API at `url`. */
export class Client {
  constructor(
    readonly url: string,
    readonly key?: string,
  ) {}

  as(key: string): Client {
    return new Client(this.url, key);
  }

  async send(query: string, variables: Input = {}): Promise<Answer> {
    return answerTo(
      await fetch(`${this.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(this.key === undefined ? {} : { authorization: `Bearer ${this.key}` }),
        },
        body: JSON.stringify({ query, variables }),
      }),
    );
  }

  /** For queries that must not fail. */
  async ask(query: string, variables: Input = {}): Promise<Answer['data']> {
    const { status, errors, data, text } = await this.send(query, variables);
    if (status !== 200 || errors !== undefined) throw new Error(`A query failed with ${status}: ${text}`);
    return data;
  }

  /** A mutation's answer as it came over the wire, be it of a server that stumbled. */
  async sendMutation(name: MutationName, input: Input): Promise<Answer> {
    return this.send(documentOf(name), { input: { commandId: randomUUID(), ...input } });
  }

  async attempt(name: MutationName, input: Input): Promise<Outcome> {
    const { status, errors, data, text } = await this.sendMutation(name, input);
    if (status !== 200 || errors !== undefined) throw new Error(`${name} failed with ${status}: ${text}`);
    return outcomeOf(name, data);
  }

  /** For mutations whose refusal would be the test's own mistake. */
  async record(name: MutationName, input: Input): Promise<Recorded & { readonly id: string }> {
    const outcome = await this.attempt(name, input);
    if (isRefused(outcome)) throw new Error(`${name}: ${outcome.code}: ${outcome.message} (${outcome.path.join('.')})`);
    return { ...outcome, id: outcome.id ?? '' };
  }
}

export function isRefused(outcome: Outcome): outcome is Refused {
  return 'code' in outcome;
}

export function outcomeOf(name: MutationName, data: Answer['data']): Outcome {
  const { code, message, path, node, receipt } = data[name];
  return code !== undefined ? { code, message, path } : { id: node?.id, receipt };
}

function documentOf(name: MutationName): string {
  const type = RECORDED[name];
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${input}!) {
    ${name}(input: $input) {
      __typename
      ... on ${type}Recorded {
        node: ${type === 'Accreditation' ? 'organisation' : type.toLowerCase()} { id }
        receipt { commandId position events { id type stream version position hash } }
      }
      ... on Refusal { code: reason message path }
    }
  }`;
}

export interface LoggedEvent extends ReceiptEvent {
  readonly entry: string;
  readonly commandId: string;
  readonly organisation: string;
  readonly data: Readonly<Record<string, unknown>>;
}

interface LogPage {
  readonly nodes: readonly LoggedEvent[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

const EVENTS = `query ($after: String, $stream: String, $type: String, $organisationId: ID, $fromPosition: Position) {
  events(first: 100, after: $after, stream: $stream, type: $type, organisationId: $organisationId, fromPosition: $fromPosition) {
    nodes { id type stream version position hash entry commandId organisation data }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** The event log by its query, page after page to its end. */
export async function readLog(client: Client, filter: Input = {}): Promise<readonly LoggedEvent[]> {
  const events: LoggedEvent[] = [];
  for (let after: string | null = null; ;) {
    const page = (await client.ask(EVENTS, { ...filter, after })).events as LogPage;
    events.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return events;
    after = page.pageInfo.endCursor;
  }
}

export async function headOf(client: Client): Promise<bigint> {
  return BigInt((await client.ask('{ head }')).head as string);
}

/** SHA-256(0x00 ‖ entry), by the letter of the design and none of our own code. */
export function hashOf(entry: string): string {
  return createHash('sha256')
    .update(Buffer.concat([Buffer.of(0), Buffer.from(entry, 'utf8')]))
    .digest('hex');
}

/** Every position from 1 on once, every stream's versions from 1 on once, every hash that of its entry. */
export function faultsOf(events: readonly LoggedEvent[]): readonly string[] {
  const versions = new Map<string, number>();
  const ids = new Set<string>();
  const faults: string[] = [];
  events.forEach(({ id, stream, version, position, hash, entry }, index) => {
    const next = (versions.get(stream) ?? 0) + 1;
    versions.set(stream, next);
    if (position !== String(index + 1)) faults.push(`position ${position} where ${index + 1} follows`);
    if (version !== String(next)) faults.push(`version ${version} of ${stream} where ${next} follows`);
    if (hash !== hashOf(entry)) faults.push(`the hash at ${position} is not of its entry`);
    if (ids.has(id)) faults.push(`event ${id} twice`);
    ids.add(id);
  });
  return faults;
}

/** Today, or so many days from today, in UTC. */
export function day(offset = 0): string {
  return new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
}
