import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadConfig, projectRoot } from '@maillage/platform';
import { parse } from 'yaml';

interface Service {
  readonly image: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly command?: string | readonly string[];
  readonly mem_limit?: string;
  readonly pids_limit?: number;
}

const textOf = (...path: string[]): string => readFileSync(join(projectRoot, ...path), 'utf8');

const compose = parse(textOf('docker-compose.yml'), { merge: true }) as {
  readonly services: Readonly<Record<'postgres' | 'redis' | 'migrate' | 'api' | 'worker', Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};
const { services } = compose;
const OURS = ['migrate', 'api', 'worker'] as const;
/** Each has the key that it signs with, and not the other's. */
const KEPT_FROM = { migrate: 'RECEIPT_SIGNING_KEY', api: 'LOG_SIGNING_KEY', worker: 'RECEIPT_SIGNING_KEY' };
const AS = { migrate: { serves: 'sealer' }, api: { serves: 'api' }, worker: { serves: 'sealer' } } as const;

/** Every variable that the table of settings describes. */
const documented = [
  ...new Set(
    [...textOf('infra', 'docs', 'operating.md').matchAll(/^\| (`[A-Z][A-Z0-9_]+`(?:, `[A-Z0-9_]+`)*) \|/gm)]
      .flatMap(([, names = '']) => names.split(', '))
      .map((name) => name.replaceAll('`', '')),
  ),
];

/** As Compose puts in what is set where it runs. */
function interpolated(text: string, set: Readonly<Record<string, string>>): string {
  return text.replace(/\$\$|\$\{(\w+)(?:(:?[-?])([^}]*))?\}/g, (all, name: string, operator = ':-', rest = '') => {
    if (all === '$$') return '$';
    const value = set[name];
    if (value !== undefined && (value !== '' || operator === '-')) return value;
    if (operator === ':?') throw new Error(`${name}: ${String(rest)}`);
    return String(rest);
  });
}

const SECRETS = {
  POSTGRES_PASSWORD: 'a',
  MAILLAGE_APP_PASSWORD: 'b',
  MAILLAGE_WORKER_PASSWORD: 'w',
  REDIS_PASSWORD: 'c',
};
const WHOLE = {
  ...SECRETS,
  PUBLIC_URL: 'https://ledger.example.org',
  TRUST_PROXY: '172.16.0.0/12',
  LOG_ORIGIN: 'ledger.example.org/housing',
  PUBLISHER: 'City of Rivemont',
  HOSTING_PROVIDER: 'Rivemont Computing',
  DATA_CONTROLLER: 'City of Rivemont',
};

function environmentOf(name: keyof typeof services, set: Readonly<Record<string, string>>): Record<string, string> {
  const { environment = {} } = services[name];
  return Object.fromEntries(Object.entries(environment).map(([key, text]) => [key, interpolated(text, set)]));
}

describe('What Compose runs', () => {
  it.each(OURS)('is told every setting that is documented: %s', (name) => {
    expect(documented.length).toBeGreaterThan(40);
    const { environment = {} } = services[name];
    expect(documented.filter((variable) => !(variable in environment))).toEqual([]);
    // What is not its own to say is passed on from where it runs.
    const own = ['DATABASE_URL', 'REDIS_URL', 'HOST', 'PORT', 'METRICS_PORT'];
    const keys = ['LOG_SIGNING_KEY_FILE', 'RECEIPT_SIGNING_KEY_FILE', KEPT_FROM[name]];
    const places = ['MAILLAGE_DATA_DIR', 'LOG_STATE_DIR', 'EVIDENCE_DIR'];
    const kept = documented.filter((variable) => !environment[variable]?.startsWith(`\${${variable}`));
    // Migrations go past a pooler by themselves.
    const direct = name === 'migrate' ? ['DATABASE_DIRECT_URL'] : [];
    expect(kept.sort()).toEqual([...own, ...keys, ...places, ...direct].sort());
  });

  it.each(OURS)('begins with what it needs, in production, and with nothing that is left out: %s', (name) => {
    const config = loadConfig(environmentOf(name, WHOLE), AS[name]);
    expect(config).toMatchObject({ production: true, graphiql: false, personas: false, rateLimitPerMinute: 6_000 });
    expect(config.seal).toMatchObject({ origin: WHOLE.LOG_ORIGIN, promiseSeconds: 60 });
    const trying = { ...SECRETS, MAILLAGE_PROFILE: '' };
    expect(loadConfig(environmentOf(name, trying), AS[name]).production).toBe(false);
    expect(() => loadConfig(environmentOf(name, SECRETS), AS[name])).toThrow(
      /PUBLIC_URL: is missing[^]*LOG_ORIGIN: is missing[^]*TRUST_PROXY: is missing/,
    );
  });

  it('has a secret for each door, Redis too', () => {
    for (const name of Object.keys(SECRETS)) {
      const { [name as keyof typeof SECRETS]: _, ...others } = SECRETS;
      expect(() => OURS.map((service) => environmentOf(service, others))).toThrow(name);
    }
    const logins = OURS.map((service) => new URL(environmentOf(service, WHOLE)['DATABASE_URL'] ?? '').username);
    expect(logins).toEqual(['maillage', 'maillage_app', 'maillage_worker']);
    expect(environmentOf('api', WHOLE)['REDIS_URL']).toBe('redis://:c@redis:6379');
    expect([services.redis.command].flat().join(' ')).toMatch(/requirepass .*REDISCLI_AUTH/);
    expect(environmentOf('redis', WHOLE)).toEqual({ REDISCLI_AUTH: 'c' });
  });

  it('keeps database, keys, state and evidence apart, each mounted where it is needed alone', () => {
    const mounts = Object.entries(services).flatMap(([service, { volumes = [] }]) =>
      volumes.filter((volume) => !volume.startsWith('./')).map((volume) => `${service} ${volume}`),
    );
    expect(mounts.sort()).toEqual([
      'api evidence:/var/lib/maillage/evidence',
      'api receipts:/var/lib/maillage/receipts',
      'migrate key:/var/lib/maillage/key',
      'postgres postgres:/var/lib/postgresql',
      'worker key:/var/lib/maillage/key:ro',
      'worker state:/var/lib/maillage/state',
    ]);
    const set = { ...WHOLE, LOG_SIGNING_KEY: 'l', RECEIPT_SIGNING_KEY: 'r' };
    const texts = (name: (typeof OURS)[number]) => {
      const { LOG_SIGNING_KEY, LOG_SIGNING_KEY_FILE, RECEIPT_SIGNING_KEY } = environmentOf(name, set);
      return [LOG_SIGNING_KEY, LOG_SIGNING_KEY_FILE !== '', RECEIPT_SIGNING_KEY];
    };
    expect(OURS.map(texts)).toEqual([
      ['l', true, ''],
      ['', false, 'r'],
      ['l', true, ''],
    ]);
    expect(Object.keys(compose.volumes).sort()).toEqual(['evidence', 'key', 'postgres', 'receipts', 'state']);
    for (const folder of ['key', 'receipts', 'state', 'evidence']) {
      expect(textOf('infra', 'docker', 'Dockerfile')).toContain(`/var/lib/maillage/${folder}`);
    }
  });

  it('takes so much memory and so many processes, and no more', () => {
    for (const [name, { mem_limit, pids_limit }] of Object.entries(services)) {
      expect({ name, mem_limit, pids_limit }).toEqual({
        name,
        mem_limit: expect.stringMatching(/^\d+[mg]$/),
        pids_limit: expect.any(Number),
      });
    }
  });

  it('is of versions that are named to the last digit', () => {
    expect(services.postgres.image).toMatch(/^postgres:\d+\.\d+$/);
    expect(services.redis.image).toMatch(/^redis:\d+\.\d+\.\d+$/);
    const bases = [...textOf('infra', 'docker', 'Dockerfile').matchAll(/^FROM (\S+:\S+)/gm)].map(([, image]) => image);
    expect(bases).toEqual([expect.stringMatching(/^node:\d+\.\d+\.\d+-/)]);
  });
});
