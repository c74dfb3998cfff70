import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';

interface Outcome {
  readonly title: string;
  readonly status: 'passed' | 'failed';
  readonly failureMessages: readonly string[];
}

const NOT_HELD = 'No file in infra/generated/sql holds what was sent.';

describe('A statement that no golden file holds', () => {
  let outcomes: readonly Outcome[];
  beforeAll(async () => {
    outcomes = await outcomesOfExamples();
    // It starts a test runner of its own.
  });

  const failed = () => outcomes.filter(({ status }) => status === 'failed').map(({ title }) => title);
  const complaint = (title: string) => outcomes.find((each) => each.title === title)?.failureMessages.join('\n');

  it('fails the test that a query, a view or another process sent it in, and no other', () => {
    expect(outcomes).toHaveLength(8);
    expect(failed()).toEqual([
      'a query sends what its file does not hold',
      'a query sends what the file of another query holds',
      'a view’s table is written to in another way',
      'a process of the test’s own sends what no file holds',
    ]);
  });

  it('is told with whose it is', () => {
    expect(complaint('a query sends what its file does not hold')).toMatch(
      new RegExp(`${NOT_HELD}[^]*The query organisationById:\nselect id from organisation`),
    );
    expect(complaint('a process of the test’s own sends what no file holds')).toMatch(
      new RegExp(`${NOT_HELD}[^]*The query organisationById:\nselect name from organisation`),
    );
    expect(complaint('a view’s table is written to in another way')).toMatch(
      new RegExp(`${NOT_HELD}[^]*The table organisation:\nselect t\\."id"`),
    );
  });
});

/** By Jest itself, as a run of its own. */
async function outcomesOfExamples(): Promise<readonly Outcome[]> {
  const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const child = spawn(
    process.execPath,
    [at('../../../node_modules/jest/bin/jest.js'), '--config', at('./jest.config.js'), '--json', '--runInBand'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  try {
    const { testResults } = JSON.parse(said.stdout) as {
      readonly testResults: readonly { readonly assertionResults: readonly Outcome[] }[];
    };
    return testResults.flatMap(({ assertionResults }) => assertionResults);
  } catch {
    throw new Error(`Jest did not run the examples, it ended with ${code ?? signal ?? ''}:\n${said.stderr}`);
  }
}
