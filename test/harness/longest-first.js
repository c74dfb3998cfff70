import TestSequencer from '@jest/test-sequencer';

/**
 * In seconds, about, with four at a time on two cores: the suites that take longer than others. For a fresh clone, as a
 * machine remembers how long each took last time.
 */
export const LONG = {
  'test/transparency/bundle.spec.ts': 351,
  'test/house/walkthroughs.spec.ts': 350,
  'test/web/consent.spec.ts': 285,
  'test/web/pages.spec.ts': 218,
  'test/cli/sample.spec.ts': 181,
  'test/web/forms.spec.ts': 154,
  'test/web/journey.spec.ts': 150,
  'test/web/consent-forms.spec.ts': 143,
  'test/cli/commands.spec.ts': 129,
  'test/acceptance/import.spec.ts': 128,
  'test/acceptance/connections.spec.ts': 124,
  'test/import/full.spec.ts': 117,
  'test/transparency/restored.spec.ts': 117,
  'test/web/members.spec.ts': 116,
  'test/reputation/attacks/attacks.spec.ts': 116,
  'test/acceptance/projections.spec.ts': 113,
  'test/web/may.spec.ts': 112,
  'test/web/hostile.spec.ts': 109,
  'test/cli/start.spec.ts': 107,
  'test/transparency/tampering.spec.ts': 102,
  'test/cli/sample-consent.spec.ts': 99,
  'test/web/who-is-who.spec.ts': 98,
  'test/web/consent-contributions.spec.ts': 81,
  'test/transparency/attested.spec.ts': 70,
  'test/api/connections.spec.ts': 69,
  'test/acceptance/halted.spec.ts': 69,
};

const SHORT_MS = 1_000;

/** The longest suites first, so that no long one runs on alone while the other cores rest. */
export default class LongestFirst extends TestSequencer {
  time(test) {
    const path = test.path.slice(test.context.config.rootDir.length + 1).replaceAll('\\', '/');
    return super.time(test) ?? (path in LONG ? LONG[path] * 1_000 : SHORT_MS);
  }
}
