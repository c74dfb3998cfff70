import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { createRequire } from 'node:module';

interface Suite {
  teardown(): void;
}
const here = createRequire(import.meta.url);
const { default: Runtime } = here('./runtime.cjs') as { readonly default: new () => Suite };

describe('The suites of a process', () => {
  const { env } = process;
  afterAll(() => {
    process.env = env;
  });

  it('find environment variables, spies and the exit code as they were before the last', () => {
    const suite = new Runtime();
    const [exit, { exitCode }] = [Reflect.get(process, 'exit') as unknown, process];
    process.env['LEFT_BY_A_SUITE'] = 'this';
    const path = process.env['PATH'];
    delete process.env['PATH'];
    process.env = {};
    process.exit = () => undefined as never;
    process.exitCode = 3;
    suite.teardown();
    expect(process.env['LEFT_BY_A_SUITE']).toBeUndefined();
    expect({
      path: process.env['PATH'],
      exit: Reflect.get(process, 'exit'),
      exitCode: process.exitCode,
    }).toEqual({
      path,
      exit,
      exitCode,
    });
    process.env['LEFT_BY_A_SUITE'] = 'this';
    new Runtime().teardown();
    expect(process.env['LEFT_BY_A_SUITE']).toBe('this');
    delete process.env['LEFT_BY_A_SUITE'];
  });

  it('are told of the end, also where one could not be loaded', () => {
    const told = jest.fn();
    process.once('end of suite', told);
    new Runtime().teardown();
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('share what they test, and have for themselves what tests are made of', () => {
    const { search } = new URL(import.meta.url);
    const searchOf = (path: string) => new URL(import.meta.resolve(path)).search;
    expect(search).toMatch(/^\?suite=\d+$/);
    expect(['./databases.js', '../web/words.js'].map(searchOf)).toEqual([search, search]);
    expect(['../../apps/host/slices.js', '@maillage/kernel', '../api/made-up.slice.js'].map(searchOf)).toEqual([
      '',
      '',
      '',
    ]);
  });
});
