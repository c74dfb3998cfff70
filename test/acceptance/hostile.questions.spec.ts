import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { headOf, readLog, type Input } from './client.js';
import { anybody, before, LEAKS } from './hostile.fixtures.js';
import { globalId } from './mission.js';
import { patience } from '../harness/patience.js';

describe('A question', () => {
  afterEach(async () => {
    expect(await headOf(anybody)).toBe(before);
  });

  /** Either nothing is found, or the fault is named; never an internal error. */
  async function answeredSafely(query: string, variables: Input): Promise<void> {
    const { errors, text } = await anybody.send(query, variables);
    expect(text).not.toMatch(LEAKS);
    for (const { message, extensions } of errors ?? []) {
      expect(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']).toContain(extensions.code);
      expect(message.length).toBeGreaterThan(10);
    }
  }

  const ODD = ['\u0000', 'a\u0000b', '\ud800', '%', '_', '\\', "'; drop table event; --", 'x'.repeat(100_000), ''];
  it.each([
    ['organisations', 'query ($v: String) { organisations(search: $v) { nodes { name } } }'],
    ['missions', 'query ($v: String) { missions(search: $v) { nodes { title } } }'],
    ['missions by hashtag', 'query ($v: String) { missions(hashtag: $v) { nodes { title } } }'],
    ['missions by goal', 'query ($v: String) { missions(sdg: $v) { nodes { title } } }'],
    ['events by stream', 'query ($v: String) { events(stream: $v) { nodes { id } } }'],
    ['events by type', 'query ($v: String) { events(type: $v) { nodes { id } } }'],
    [
      'a series by place',
      'query ($v: String) { missions { nodes { indicators { nodes { measurements(place: $v) { nodes { id } } } } } } }',
    ],
    [
      'a series by group',
      'query ($v: String) { missions { nodes { indicators { nodes { measurements(group: $v) { nodes { id } } } } } } }',
    ],
  ])('for %s by odd text finds nothing or is told why', async (_, query) => {
    for (const v of ODD) await answeredSafely(query, { v });
  });

  it('for a name with % or _ means just that', async () => {
    for (const search of ['%', '_', 'Ci%y']) {
      const query = 'query ($search: String) { organisations(search: $search) { nodes { name } } }';
      expect((await anybody.ask(query, { search })).organisations.nodes).toEqual([]);
    }
  });

  const ids = () => [
    '',
    'x',
    '0',
    '\u0000',
    '\ud800',
    '../../etc/passwd',
    'x'.repeat(10_000),
    globalId('Mission', 'not-a-uuid'),
    globalId('Organisation', `${randomUUID()}' or true --`),
    globalId('Commitment', randomUUID().toUpperCase()),
    globalId('Contribution', randomUUID()),
    Buffer.from([0xff, 0xfe, 0x00]).toString('base64url'),
  ];
  it.each(['organisation', 'mission', 'indicator', 'commitment', 'contribution', 'review'])(
    'for %s by what is no id of its type names the type',
    async (field) => {
      for (const id of ids()) {
        const { errors, data, text } = await anybody.send(`query ($id: ID!) { ${field}(id: $id) { id } }`, { id });
        expect(data).toEqual({ [field]: null });
        expect(errors?.[0].extensions.code).toBe('BAD_USER_INPUT');
        expect(errors?.[0].message).toMatch(/is not an id of type \w+; take it from the field `id` of type \w+\./);
        expect(text).not.toMatch(LEAKS);
      }
    },
  );

  it('for an id of the right type that nobody has finds nothing', async () => {
    const id = globalId('Mission', randomUUID());
    expect(await anybody.ask('query ($id: ID!) { mission(id: $id) { id } }', { id })).toEqual({ mission: null });
  });

  const CURSORS = [
    'garbage',
    '',
    'W10',
    Buffer.from('["1","2","3"]').toString('base64url'),
    '\u0000',
    'x'.repeat(5_000),
  ];
  it.each([
    ['missions', 'missions(after: $after) { nodes { id } }'],
    ['commitments', 'commitments(after: $after) { nodes { id } }'],
    ['events', 'events(after: $after) { nodes { id } }'],
    ['what lies below', 'missions { nodes { timeline(after: $after) { nodes { position } } } }'],
    ['members', 'missions { nodes { members(after: $after) { nodes { joinedAt } } } }'],
  ])('for %s behind a forged cursor is told where cursors come from', async (_, field) => {
    for (const after of CURSORS) {
      const { errors, text } = await anybody.send(`query ($after: String) { ${field} }`, { after });
      expect([after, errors?.[0].extensions.code]).toEqual([after, 'BAD_USER_INPUT']);
      expect(errors?.[0].message).toMatch(/not a cursor of this list; take it from pageInfo.endCursor/);
      expect(text).not.toMatch(LEAKS);
    }
  });

  it('for what is behind a position beyond the end of the log is refused at once, with the end', async () => {
    const head = (await headOf(anybody)).toString();
    const began = Date.now();
    const { errors } = await anybody.send('{ missions(afterPosition: "999999999999999999") { nodes { id } } }');
    expect(Date.now() - began).toBeLessThan(patience(3_000));
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining(`beyond the end of the log, which is ${head}`),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it.each(['-1', '1.5', '1e3', '9'.repeat(30), 'soon', '', '\u0000'])(
    'for what is behind the position %j is refused',
    async (position) => {
      const query = 'query ($p: Position) { missions(afterPosition: $p) { nodes { id } } }';
      const { status, errors } = await anybody.send(query, { p: position });
      expect(status).toBe(400);
      expect(errors?.[0].message).toMatch(/Position is malformed: A position in the log, counting from "1"/);
    },
  );

  it('for the events from a position beyond the end finds none', async () => {
    expect(await readLog(anybody, { fromPosition: '999999999999999999' })).toEqual([]);
  });
});
