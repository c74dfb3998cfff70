/** What a server in production does not start without, and what for. */
const NEEDED = {
  PUBLIC_URL: 'where people find this server, as in https://ledger.example.org; it answers under no other name',
  DATABASE_URL: 'a PostgreSQL server, as in postgres://maillage_app:password@host:5432/maillage',
  LOG_ORIGIN: 'the log’s name, for good: where it is found, without the scheme, as in ledger.example.org/housing',
  TRUST_PROXY:
    'address or network of the reverse proxy that speaks https to visitors; without it they all count as one',
  PUBLISHER: 'who publishes these pages: name, address and a way to reach them, which the law has a public service say',
  HOSTING_PROVIDER: 'who hosts this server: name, address and telephone number, for the same page',
  DATA_CONTROLLER: 'who answers for personal data here: name and address, for the page on privacy',
} as const;

/** What a process is: one that answers, or one that seals the log, whatever else it does. */
export type Serves = 'api' | 'sealer';

/** Where the key may be that it signs with: any of these. */
const KEYS = {
  sealer: { variables: ['LOG_SIGNING_KEY_FILE', 'LOG_SIGNING_KEY', 'MAILLAGE_DATA_DIR'], what: 'the log’s key' },
  api: {
    variables: ['RECEIPT_SIGNING_KEY_FILE', 'RECEIPT_SIGNING_KEY', 'MAILLAGE_DATA_DIR'],
    what: 'the key that this server signs receipts with',
  },
} as const;

/**
 * What keeps a server from starting in production, all of it at once, each a line that begins with the variable. None where
 * `MAILLAGE_PROFILE` does not ask for production.
 * @param env without what is set to nothing.
 */
export function productionFaults(env: Readonly<Record<string, string | undefined>>, serves: Serves): readonly string[] {
  if (env['MAILLAGE_PROFILE'] !== 'production') return [];
  const isSet = (name: string) => env[name] !== undefined;
  const faults = Object.entries(NEEDED)
    .filter(([name]) => !isSet(name))
    .map(([name, what]) => `${name}: is missing; in production it has to say ${what}`);
  const { variables, what } = KEYS[serves];
  if (!variables.some(isSet)) {
    faults.push(
      `${variables[0]}: is missing; in production it has to say where ${what} is, or MAILLAGE_DATA_DIR in which folder`,
    );
  }
  if (serves === 'api' && isSet('LOG_SIGNING_KEY')) {
    faults.push('LOG_SIGNING_KEY: is for workers alone in production; the API signs receipts with a key of its own');
  }
  if (isSet('PUBLIC_URL') && env['PUBLIC_URL']?.startsWith('https://') !== true) {
    faults.push('PUBLIC_URL: has to begin with https:// in production; sessions’ cookies go by https alone');
  }
  if (env['PERSONAS'] === 'on') {
    faults.push('PERSONAS: is not for production, where nobody acts for others; leave it out');
  }
  return faults;
}
