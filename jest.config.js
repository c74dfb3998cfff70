/** Specs beside the code that read a database, by the role they test. All others there are unit specs. */
const READING = '{queries,graphql,*.queries,*.graphql}.spec.ts';

/** @type {import('jest').Config} */
const project = {
  runtime: '<rootDir>/test/harness/runtime.cjs',
  testEnvironment: '<rootDir>/test/harness/environment.js',
  // Node compiles what it loads (`typescript.hooks.js`).
  transform: {},
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.maillage'],
  watchPathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.maillage'],
};

/** @type {import('jest').Config} */
export default {
  projects: [
    {
      ...project,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,infra,libs}/**/*.spec.ts', `!**/${READING}`],
      setupFilesAfterEnv: ['<rootDir>/test/harness/no-servers.setup.ts'],
      globalSetup: '<rootDir>/test/harness/dependencies.setup.js',
    },
    {
      ...project,
      displayName: 'servers',
      testMatch: ['<rootDir>/test/**/*.spec.ts', `<rootDir>/{apps,infra,libs}/**/${READING}`],
      setupFilesAfterEnv: ['<rootDir>/test/harness/statements/setup.ts'],
      globalSetup: '<rootDir>/test/harness/services.setup.js',
      globalTeardown: '<rootDir>/test/harness/services.teardown.js',
    },
  ],
  testSequencer: '<rootDir>/test/harness/longest-first.js',
  // Four suites at a time on the two cores of the machine that checks a change: each has a database of its own, and many
  // wait for processes and browsers more than they compute.
  maxWorkers: 4,
  // Only what hangs is to be ended: a loaded machine must not fail what only takes longer there.
  testTimeout: 600_000,
};
