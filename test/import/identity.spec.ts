import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { filesOf, Folders, openTarget, SAMPLE, type Dataset, type ImportTarget } from './dataset.js';

const CHANGED = 'was recorded earlier with other content';
const P = 'INDIGO-POJ-0001';
const [A, B, C] = ['INDIGO-ORG-0001', 'INDIGO-ORG-0002', 'INDIGO-ORG-0003'] as const;

const small: Dataset = {
  organisations: [
    { id: A, name: 'A city' },
    { id: B, name: 'A fund' },
    { id: C, name: 'A charity' },
  ],
  projects: [{ id: P, name: 'A project', sector: 'Health' }],
};

describe('Importing again', () => {
  const folders = new Folders();
  let target: ImportTarget;

  beforeEach(async () => {
    target = await openTarget();
  });
  afterEach(() => target.close());
  afterAll(() => folders.remove());

  const importing = async (dataset: Dataset) => target.import(await folders.write(filesOf({ ...small, ...dataset })));

  /** Every other line, so that rows go missing between those that stay; projects and organisations stay. */
  const thinned = (text: string, file: string): string =>
    file === 'projects.csv' || file === 'organisations.csv' || file === 'projects_outcome_metrics.csv'
      ? text
      : text
          .split('\n')
          .filter((_, index) => index === 0 || index % 2 === 1)
          .join('\n');

  it('an enlarged folder records the difference, and refuses no row that the whole does not', async () => {
    const first = await target.import(await folders.copy(SAMPLE, thinned));
    const second = await target.import(SAMPLE);
    expect(first.totals.events).toBeGreaterThan(0);
    expect(second.totals.recorded).toBe(504);
    expect(second.refused.filter(({ reason }) => reason === CHANGED)).toEqual([]);
    expect(await target.ledger.head()).toBe(BigInt(first.totals.events + second.totals.events));
    const third = await target.import(SAMPLE);
    expect(third.totals).toEqual({ ...second.totals, events: 0, unchanged: 504 });
  });

  it('the rows in another order records nothing', async () => {
    const first = await target.import(SAMPLE);
    const reversed = (text: string): string => {
      const [head = '', ...rows] = text.trimEnd().split('\n');
      return [head, ...rows.reverse(), ''].join('\n');
    };
    const second = await target.import(await folders.copy(SAMPLE, reversed));
    expect(second.totals).toEqual({ ...first.totals, events: 0, unchanged: first.totals.recorded });
  });

  it('a row that changed is put right where it can be, and those that hang on it stay', async () => {
    await target.import(SAMPLE);
    const changed = await folders.copy(SAMPLE, (text, file) =>
      file === 'projects.csv'
        ? text
            .replace('The Skill Mill,2020-06', 'The Skill Mill,2020-07')
            .replace('Enhanced Dementia', 'Better Dementia')
        : text,
    );
    const before = await target.ledger.head();
    const { totals, refused } = await target.import(changed);
    expect(refused.filter(({ reason }) => reason.startsWith(CHANGED))).toEqual([]);
    // The one project whose name changed; of the other, the ledger keeps nothing that did.
    expect(totals.events).toBe(1);
    expect(await target.ledger.head()).toBe(before + 1n);
    expect((await target.import(changed)).totals.events).toBe(0);
  });

  it('rows alike but for their amount stay told apart, whatever is added between and however they are ordered', async () => {
    const payment = { project: P, from: '2020-01', to: '2020-03', payers: A, type: 'Actual', currency: 'GBP' };
    const [x, y, z] = ['100', '200', '150'].map((amount) => ({ ...payment, amount }));
    const first = await importing({ outcomePayments: [x!, y!] });
    expect(first.files.at(-1)).toMatchObject({ rows: 2, recorded: 2, unchanged: 0 });
    const second = await importing({ outcomePayments: [z!, y!, x!] });
    expect(second.files.at(-1)).toMatchObject({ rows: 3, recorded: 3, unchanged: 2, events: 2 });
    const third = await importing({ outcomePayments: [y!, x!, z!] });
    expect(third.totals.events).toBe(0);
  });

  it('one of several rows alike, changed, is refused rather than counted twice', async () => {
    const payment = { project: P, from: '2020-01', to: '2020-03', payers: A, type: 'Actual', currency: 'GBP' };
    await importing({
      outcomePayments: [
        { ...payment, amount: '100' },
        { ...payment, amount: '200' },
      ],
    });
    const { totals, refused } = await importing({
      outcomePayments: [
        { ...payment, amount: '100' },
        { ...payment, amount: '999' },
      ],
    });
    expect(totals.events).toBe(0);
    expect(refused).toEqual([
      { file: 'projects_outcome_payments.csv', line: 3, column: '', value: '', reason: CHANGED },
    ]);
  });

  it('two rows wholly alike are two, once', async () => {
    const payment = {
      project: P,
      from: '2020-01',
      to: '2020-03',
      payers: A,
      type: 'Actual',
      currency: 'GBP',
      amount: '7',
    };
    const first = await importing({ outcomePayments: [payment, payment] });
    expect(first.files.at(-1)).toMatchObject({ recorded: 2, unchanged: 0 });
    expect((await importing({ outcomePayments: [payment, payment] })).totals.events).toBe(0);
  });

  it('a delivery location added revises the mission’s places', async () => {
    const [paris, rennes] = [
      { project: P, name: 'Paris', country: 'FR' },
      { project: P, name: 'Rennes', country: 'FR' },
    ];
    await importing({ deliveryLocations: [rennes] });
    const { totals, refused } = await importing({ deliveryLocations: [rennes, paris] });
    expect(refused).toEqual([]);
    expect(totals.events).toBe(1);
    const last = (await target.events()).at(-1);
    expect(last).toMatchObject({ type: 'MissionRevised', data: { places: [{ name: 'Paris' }, { name: 'Rennes' }] } });
    expect((await importing({ deliveryLocations: [paris, rennes] })).totals.events).toBe(0);
  });

  it('evidence of an organisation’s sector added later leaves what was registered', async () => {
    const investment = { project: P, id: 'investment1', organisation: B };
    await importing({ investments: [investment] });
    const { totals, refused } = await importing({ investments: [{ ...investment, category: 'Investment Fund' }] });
    expect(refused).toEqual([]);
    expect(totals.events).toBe(0);
  });

  it('a promise added after the payment towards it leaves the payment where it is', async () => {
    const payment = {
      project: P,
      from: '2020-01',
      to: '2020-03',
      payers: A,
      type: 'Actual',
      currency: 'GBP',
      amount: '7',
    };
    await importing({ outcomePayments: [payment] });
    const { totals, refused } = await importing({
      outcomePayments: [payment],
      paymentCommitments: [{ project: P, organisation: A, currency: 'GBP', amount: '100' }],
    });
    expect(refused).toEqual([]);
    expect(totals.events).toBe(1);
    expect((await target.events()).at(-1)).toMatchObject({ type: 'CommitmentMade' });
  });
});
