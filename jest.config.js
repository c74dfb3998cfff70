import { readFileSync } from 'node:fs';

const swc = JSON.parse(readFileSync(new URL('./.swcrc', import.meta.url), 'utf8'));

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{apps,infra,libs,test}/**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }] },
  moduleNameMapper: {
    '^@maillage/([a-z-]+)$': '<rootDir>/libs/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  globalSetup: '<rootDir>/test/harness/services.setup.js',
  globalTeardown: '<rootDir>/test/harness/services.teardown.js',
  // Two suites at a time: each has a database of its own, and the machine that checks a change may have two cores.
  maxWorkers: 2,
  // Generous: a loaded machine must not fail what only takes longer there.
  testTimeout: 60_000,
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.maillage'],
  watchPathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.maillage'],
};
