import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { toGlobalId } from '@maillage/engine';
import { getIntrospectionQuery } from 'graphql';
import { MISSION_PAGE } from './http.operations.js';

export const CONNECTIONS = 8;
const SUBSCRIPTIONS_PER_CONNECTION = 20;
/** Until followers have been told all of the past; then they ask for it again. */
const FOLLOWED_MS = 500;

/** Where it goes, from which address, as the proxy tells, and what it needs to know. */
export interface Target {
  readonly api: string;
  readonly from: string;
  /** Which may only read. */
  readonly key: string;
  readonly missionId: string;
}

export interface Attack {
  readonly name: string;
  /** Goes on until the process ends. @param answered told each time how it was answered. */
  readonly begin: (target: Target, answered: (how: string) => void) => Promise<void>;
}

interface Sent {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** From a few connections of one address, each of which asks again as soon as it is answered. */
export const ATTACKS: readonly Attack[] = [
  { name: 'a file name of 70,000 dots', begin: async (target, answered) => flood(target, answered, fileName(target)) },
  {
    name: 'introspection, four times at once',
    begin: async (target, answered) => flood(target, answered, query(introspections(4))),
  },
  { name: 'estimates of reputation at past positions', begin: dearest((n) => estimates(n)) },
  { name: 'lists within lists', begin: dearest((n) => lists(n)) },
  {
    name: 'the page of a mission',
    begin: async (target, answered) =>
      flood(target, answered, query(MISSION_PAGE, { id: toGlobalId('Mission', target.missionId) })),
  },
  {
    name: 'bodies of 1 MB that are not JSON',
    begin: async (target, answered) => flood(target, answered, { body: broken(), headers: {} }),
  },
  { name: 'followers of a mission from its beginning', begin: followers },
  {
    name: 'searches for 1 MB of marks',
    begin: async (target, answered) =>
      flood(target, answered, query('query ($x: String) { missions(search: $x) { nodes { id } } }', { x: marks() })),
  },
  {
    name: 'lists of 1 MB in variables that do not fit',
    begin: async (target, answered) => flood(target, answered, query(NEVER_FIT, { x: zeros() })),
  },
  {
    name: 'ids of 1 MB for each row',
    begin: async (target, answered) =>
      flood(
        target,
        answered,
        query('query ($x: ID!) { organisations(first: 100) { nodes { reputation(missionId: $x) { on } } } }', {
          x: 'A'.repeat(1_000_000),
        }),
      ),
  },
  { name: 'rows of which nothing is asked', begin: dearest((n) => () => rows(n)) },
  {
    name: 'one field hundreds of times',
    begin: async (target, answered) =>
      flood(target, answered, query(`{ ${'missions { nodes { id } } '.repeat(280)} }`)),
  },
  { name: 'documents that are new each time, and invalid', begin: unheard },
];

function query(text: string, variables: Readonly<Record<string, unknown>> = {}): Sent {
  return { body: JSON.stringify({ query: text, variables }), headers: {} };
}

function fileName({ key, missionId }: Target): Sent {
  const text = `mutation ($input: RecordContributionInput!) {
    recordContribution(input: $input) { ... on Refusal { reason message } }
  }`;
  const evidence = [{ file: { sha256: '0'.repeat(64), name: '.'.repeat(70_000) } }];
  const commitmentId = toGlobalId('Commitment', missionId);
  const input = { commandId: randomUUID(), commitmentId, date: '2026-03-01', evidence };
  return { ...query(text, { input }), headers: { authorization: `Bearer ${key}` } };
}

function introspections(times: number): string {
  const [, ...fragments] = getIntrospectionQuery().split(/(?=fragment )/);
  const fields = Array.from({ length: times }, (_, n) => `a${n}: __schema { types { ...FullType } }`);
  return `{ ${fields.join(' ')} } ${fragments.join(' ')}`;
}

function estimates(first: number): (target: Target) => string {
  return ({ missionId }) => `{ organisations(first: ${first}) { nodes {
    reputation(missionId: "${toGlobalId('Mission', missionId)}", asOf: { position: "5000" }) { estimates { estimate } }
  } } }`;
}

function lists(first: number): (target: Target) => string {
  return () => `{ missions(first: 4) { nodes { commitments(first: ${first}) { nodes { description promisors { name }
    contributions(first: 10) { nodes { evidence contributor { name } quantity { amount unit } } } } } } } }`;
}

/** As many as one operation may ask for. */
function dearest(of: (first: number) => (target: Target) => string): Attack['begin'] {
  return async (target, answered) => {
    for (let first = 100; first > 0; first -= 1) {
      const text = of(first)(target);
      const answer = await fetch(`${target.api}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': target.from },
        body: JSON.stringify({ query: text }),
      });
      if (!(await answer.text()).includes('QUERY_TOO_COSTLY')) return flood(target, answered, query(text));
    }
    throw new Error('Not even one may be asked for.');
  };
}

const NEVER_FIT = `query ($x: [Dimension!]) {
  organisations(first: 1) { nodes { reputations(first: 1) { nodes { estimates(dimensions: $x) { mass } } } } }
}`;

function rows(first: number): string {
  return `{ missions(first: 100) { nodes { commitments(first: ${first}) { nodes { __typename } } } } }`;
}

function marks(): string {
  return `a${'\u0301\u0323'.repeat(250_000)}`;
}

function zeros(): readonly number[] {
  return Array.from({ length: 500_000 }, () => 0);
}

async function unheard(target: Target, answered: (how: string) => void): Promise<void> {
  let n = 0;
  const documents = (): Sent =>
    query(
      `{ ${Array.from({ length: 30 }, () => `a${(n += 1)}: missions { nodes { idd title ${'id '.repeat(25)} } }`).join(' ')} }`,
    );
  await flood(target, answered, documents);
}

function broken(): string {
  return `{"query": "${'{'.repeat(1_000_000)}", "query": ""`;
}

/** @param sent the same each time, or another. */
async function flood({ api, from }: Target, answered: (how: string) => void, sent: Sent | (() => Sent)): Promise<void> {
  const ask = async () => {
    for (;;) {
      const { headers, body } = typeof sent === 'function' ? sent() : sent;
      const answer = await fetch(`${api}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': from, ...headers },
        body,
      }).catch(() => undefined);
      const text = (await answer?.text().catch(() => undefined)) ?? '';
      answered(`${answer?.status ?? 'no answer'} ${/"code":"([A-Z_]+)"/.exec(text)?.[1] ?? ''}`.trim());
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, ask));
}

async function followers({ api, from, missionId }: Target, answered: (how: string) => void): Promise<void> {
  const payload = {
    query: `subscription ($id: ID!) {
      missionTimeline(missionId: $id, afterPosition: "0") { position type data actor { name } words { text } }
    }`,
    variables: { id: toGlobalId('Mission', missionId) },
  };
  const subscribe = Array.from({ length: SUBSCRIPTIONS_PER_CONNECTION }, (_, n) =>
    JSON.stringify({ id: String(n), type: 'subscribe', payload }),
  );
  const open = new Set<WebSocket>();
  const connect = () => {
    const headers = { 'x-forwarded-for': from };
    const socket = new WebSocket(`${api.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });
    open.add(socket);
    socket.once('open', () => {
      socket.send('{"type":"connection_init"}');
    });
    socket.once('message', () => {
      for (const each of subscribe) socket.send(each);
    });
    socket.on('message', (message: Buffer) => {
      answered(/"code":"([A-Z_]+)"/.exec(message.toString())?.[1] ?? 'told');
    });
    socket.on('error', () => undefined);
  };
  for (;;) {
    for (const socket of open) socket.terminate();
    open.clear();
    for (let n = 0; n < CONNECTIONS; n += 1) connect();
    await sleep(FOLLOWED_MS);
  }
}
