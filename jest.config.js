import { readFileSync } from 'node:fs';

const swc = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{apps,infra,libs,test}/**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }] },
  moduleNameMapper: {
    '^@maillage/([a-z-]+)$': ['<rootDir>/libs/$1/index.ts', '<rootDir>/libs/slices/$1/index.ts'],
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  globalSetup: '<rootDir>/test/harness/services.setup.js',
  globalTeardown: '<rootDir>/test/harness/services.teardown.js',
  // Three suites at a time on the two cores of the machine that checks a change: each has a database of its own, and many
  // wait for processes and browsers more than they compute.
  maxWorkers: 3,
  // Generous: a loaded machine must not fail what only takes longer there.
  testTimeout: 60_000,
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.maillage'],
  watchPathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.maillage'],
};
