import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { command, executed, openEngine, type TestEngine } from '../../../../test/harness/engine.js';
import { CITY, LINK, noonOf, OPERATOR, terms } from '../spec.fixtures.js';
import { directory } from '../slice.js';
import { accredited } from './queries.js';

let engine: TestEngine;

beforeAll(async () => {
  engine = await openEngine([directory]);
});
afterAll(() => engine.close());

describe('Whether an organisation is an accredited evaluator', () => {
  const operate = async (type: string, of: string, data: object, day: string): Promise<string> => {
    const sent = command(type, of, data, OPERATOR, { at: noonOf(day), scopes: ['write', 'operator'] });
    const { receipt } = await executed(engine.executor.execute(sent));
    return String(receipt.events.at(-1)?.position);
  };

  it('turns on the day, and on what the log held at the position asked about', async () => {
    for (const each of [CITY, OPERATOR]) await operate('RegisterOrganisation', each, terms, '2026-01-01');
    const period = { scope: 'Housing works.', from: '2026-03-01', until: '2026-12-31', evidence: [LINK] };
    const begun = await operate('AccreditEvaluator', CITY, period, '2026-03-01');
    const ended = await operate('EndAccreditation', CITY, { reason: 'It ceased.' }, '2026-06-01');
    const voided = await operate('EndAccreditation', CITY, { reason: 'Forged.', voidFrom: '2026-05-01' }, '2026-07-01');
    await engine.catchUp();
    const holds = async (on: string, position: string) => {
      const [answer] = await accredited.run(engine.database, { keys: [CITY], args: { on, position } });
      return answer;
    };
    const days = [
      '2026-02-28',
      '2026-03-01',
      '2026-04-30',
      '2026-05-01',
      '2026-06-01',
      '2026-06-02',
      '2026-12-31',
      '2027-01-01',
    ];
    const asOf = async (position: string) => {
      const answers = await Promise.all(days.map((on) => holds(on, position)));
      return days.filter((_, index) => answers[index]);
    };
    expect(await asOf(String(BigInt(begun) - 1n))).toEqual([]);
    expect(await asOf(begun)).toEqual(days.slice(1, 7));
    expect(await asOf(ended)).toEqual(days.slice(1, 5));
    expect(await asOf(voided)).toEqual(days.slice(1, 3));
    expect(
      await accredited.run(engine.database, { keys: [OPERATOR], args: { on: '2026-04-01', position: voided } }),
    ).toEqual([false]);
  });
});
