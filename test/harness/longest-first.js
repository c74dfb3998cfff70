import TestSequencer from '@jest/test-sequencer';

/**
 * In seconds, about, alone on two cores: the suites that take longer than others. For a fresh clone, as a machine remembers
 * how long each took last time.
 */
export const LONG = {};

const SHORT_MS = 1_000;

/** The longest suites first, so that no long one runs on alone while the other cores rest. */
export default class LongestFirst extends TestSequencer {
  time(test) {
    const path = test.path.slice(test.context.config.rootDir.length + 1).replaceAll('\\', '/');
    return super.time(test) ?? (path in LONG ? LONG[path] * 1_000 : SHORT_MS);
  }
}
