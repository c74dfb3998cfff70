import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SigningKey } from '@maillage/ledger';
import { CompactRange, leafHash, TILE_WIDTH, tilePath } from '@maillage/verifier';
import { entriesOf, folderReader } from '../../apps/cli/bundle/read.js';

const RECORDED = /"recordedAt":"[^"]*"(?=,"schema":[0-9]+,"stream":"[^"]*","type":"[^"]*","version":"[0-9]+"\}$)/;

/**
 * Writes the ledger of a bundle as if all of it had been recorded at one moment: the mix is told in no order of time, which
 * the verifier would find fault with.
 */
export async function retimed(bundle: string, folder: string): Promise<void> {
  const read = folderReader(bundle);
  const write = async (path: string, content: Buffer | string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  };
  const size = BigInt((await read('log/checkpoint'))?.toString('utf8').split('\n')[1] ?? 0);
  const entries: Buffer[] = [];
  const schemas = new Set<string>();
  for await (const entry of entriesOf(read, 0n, size, size)) {
    const { type, schema } = JSON.parse(entry) as { readonly type: string; readonly schema: number };
    schemas.add(`schemas/${type}/${schema}.json`);
    entries.push(Buffer.from(entry.replace(RECORDED, '"recordedAt":"2026-01-01T12:00:00.000Z"')));
  }
  for (const path of schemas) await write(path, (await read(path)) ?? '');
  for (const [index, some] of tilesOf(entries)) {
    const parts = some.flatMap((entry) => [Buffer.of(entry.length >> 8, entry.length & 0xff), entry]);
    await write(`log/${tilePath('entries', index, some.length)}`, Buffer.concat(parts));
  }
  const leaves = entries.map(leafHash);
  let hashes: readonly Buffer[] = leaves;
  for (let level = 0; hashes.length > 0; level += 1) {
    for (const [index, some] of tilesOf(hashes)) {
      await write(`log/${tilePath(level, index, some.length)}`, Buffer.concat(some));
    }
    hashes = tilesOf(hashes).flatMap(([, some]) => (some.length === TILE_WIDTH ? [rootOf(some)] : []));
  }
  const key = SigningKey.generate('bench.example');
  const text = `bench.example\n${leaves.length}\n${rootOf(leaves).toString('base64')}\n`;
  await write('log/key', `${key.vkey}\n`);
  await write('log/checkpoint', `${text}\n${key.sign(text)}`);
}

function tilesOf<T>(list: readonly T[]): readonly (readonly [index: bigint, some: readonly T[]])[] {
  const count = Math.ceil(list.length / TILE_WIDTH);
  return Array.from({ length: count }, (_, n) => [BigInt(n), list.slice(n * TILE_WIDTH, (n + 1) * TILE_WIDTH)]);
}

function rootOf(hashes: readonly Buffer[]): Buffer {
  const range = CompactRange.empty();
  for (const each of hashes) range.append(each);
  return range.root();
}
