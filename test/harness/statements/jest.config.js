import config from '../../../jest.config.js';

/** Runs the examples that the spec beside looks at, over the services of the run it belongs to. */
export default {
  ...config.projects.find(({ displayName }) => displayName === 'servers'),
  rootDir: '../../..',
  testMatch: ['<rootDir>/test/harness/statements/example.ts'],
  testTimeout: config.testTimeout,
  globalSetup: undefined,
  globalTeardown: undefined,
  // As everywhere; of a project, where the other settings are from, Jest takes none.
  testTimeout: config.testTimeout,
};
