import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '@maillage/platform';
import { expect, it } from '@jest/globals';
import { minVersion, satisfies } from 'semver';

interface Package {
  readonly version?: string;
  readonly engines?: { readonly node?: string };
}

const read = async <Json>(file: string) => JSON.parse(await readFile(join(projectRoot, file), 'utf8')) as Json;

it('Every package accepts the oldest Node that the README promises: installing warns of nothing', async () => {
  const { engines } = await read<Required<Package>>('package.json');
  const oldest = minVersion(engines.node ?? '')?.version ?? 'none';
  expect(await readFile(join(projectRoot, 'README.md'), 'utf8')).toContain(
    `Node ${oldest.replace(/\.0$/, '')} or newer`,
  );
  const { packages } = await read<{ packages: Readonly<Record<string, Package>> }>('package-lock.json');
  const refusing = Object.entries(packages).filter(([, { engines: wanted }]) => {
    return wanted?.node !== undefined && !satisfies(oldest, wanted.node);
  });
  expect(refusing.map(([path, { version, engines: wanted }]) => [path, version, wanted?.node])).toEqual([]);
});
