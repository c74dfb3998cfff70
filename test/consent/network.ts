import { Client, isRefused, type Input, type MutationName, type Outcome } from '../acceptance/client.js';
import { memberOf, type Member } from '../acceptance/mission.js';
import { startTestApi, type TestApi } from '../harness/api.js';
import { TestClock } from '../harness/clock.js';

interface Asked {
  readonly kind: string;
  readonly stream: string;
  readonly dueOn: string;
}

/** A ledger in use on days that the spec names: organisations with keys of their own, an operator, and anybody who reads. */
export class Network {
  readonly anybody: Client;

  private constructor(
    readonly api: TestApi,
    private readonly clock: TestClock,
    /** Acts through an organisation of its own, with a key that has the scope "operator". */
    readonly operator: Member,
  ) {
    this.anybody = new Client(api.url);
  }

  /** On the first of March 2026. */
  static async open(): Promise<Network> {
    const clock = new TestClock('2026-03-01T09:00:00.000Z');
    const api = await startTestApi({ clock });
    const registered = await api.registerOrganisation('The Network');
    const key = await api.createKey(registered.id, ['read', 'write', 'operator']);
    return new Network(api, clock, memberOf({ ...registered, key }, api.url));
  }

  close(): Promise<void> {
    return this.api.close();
  }

  /** From now on it is nine in the morning, UTC, of that day. */
  at(day: string): void {
    this.clock.moveTo(`${day}T09:00:00.000Z`);
  }

  async organisation(name: string, terms: Input = {}): Promise<Member> {
    return memberOf(await this.api.registerOrganisation(name, terms), this.api.url);
  }

  /** These fields of an organisation, as anybody reads them. */
  async of(member: Member, fields: string) {
    const document = `query ($id: ID!) { organisation(id: $id) { ${fields} } }`;
    return (await this.anybody.ask(document, { id: member.globalId })).organisation;
  }

  async parentOf(member: Member, on?: string): Promise<string> {
    const day = on === undefined ? '' : `(on: "${on}")`;
    return (await this.of(member, `controlGroup${day} { name }`)).controlGroup.name as string;
  }

  async oneGroup(a: Member, b: Member, on: string): Promise<boolean> {
    return (await this.of(a, `oneGroupWith(organisationId: "${b.globalId}", on: "${on}")`)).oneGroupWith as boolean;
  }

  async group(child: Member, parent: Member): Promise<void> {
    const both = { organisationId: child.globalId, parentId: parent.globalId };
    await child.client.record('proposeGrouping', both);
    await parent.client.record('acceptGrouping', both);
  }

  /** What waits on an organisation's desk, as it sees it. */
  async awaitedOf({ client, globalId }: Member): Promise<readonly Asked[]> {
    const query = `query ($id: ID!) { desk(organisationId: $id) { awaited { nodes { kind stream dueOn } } } }`;
    return (await client.ask(query, { id: globalId })).desk.awaited.nodes as readonly Asked[];
  }
}

export function attempt({ client }: Member, name: MutationName, input: Input): Promise<Outcome> {
  return client.attempt(name, input);
}

/** What it is refused with, and where; `recorded` where nothing is refused. */
export function said(outcome: Outcome): readonly [code: string, path: readonly string[]] | 'recorded' {
  return isRefused(outcome) ? [outcome.code, outcome.path] : 'recorded';
}
