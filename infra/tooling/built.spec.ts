import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { build, isCurrent, type Step } from './built.js';

const step: Step = {
  name: 'thing',
  inputs: ['sources', 'package-lock.json'],
  wanted: /(?<!\.spec)\.ts$/,
  outputs: ['dist/thing'],
};

let root: string;
const roots: string[] = [];
afterAll(() => Promise.all(roots.map((each) => rm(each, { recursive: true }))));

const write = async (path: string, text: string) => {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
};
const make = async () => {
  await write('dist/thing/a.js', 'A');
  await write('dist/thing/deep/b.js', 'B');
};
const current = () => isCurrent(root, step);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'maillage-built-'));
  roots.push(root);
  await write('sources/a.ts', 'a');
  await write('sources/deep/b.ts', 'b');
  await write('package-lock.json', '{}');
});

describe('What is built', () => {
  it('is not there at first, and afterwards is current', async () => {
    expect(await current()).toBe(false);
    await build(root, step, make);
    expect(await current()).toBe(true);
    expect((await readdir(join(root, 'dist', 'built'))).sort()).toEqual(['thing.json']);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a source is changed', () => write('sources/deep/b.ts', 'c')],
    ['a source is added', () => write('sources/c.ts', '')],
    ['a source is removed', () => rm(join(root, 'sources/a.ts'))],
    ['a source is renamed', () => rename(join(root, 'sources/a.ts'), join(root, 'sources/c.ts'))],
    ['two sources change places', () => write('sources/a.ts', 'b').then(() => write('sources/deep/b.ts', 'a'))],
    ['another version of a package is installed', () => write('package-lock.json', '{ "version": 2 }')],
  ])('is outdated once %s', async (_, change) => {
    await build(root, step, make);
    await change();
    expect(await current()).toBe(false);
    await build(root, step, make);
    expect(await current()).toBe(true);
  });

  it('stays current where a file is written that it is not made from', async () => {
    await build(root, step, make);
    await write('sources/a.spec.ts', '');
    await write('sources/notes.md', '');
    expect(await current()).toBe(true);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['all of it is deleted', () => rm(join(root, 'dist'), { recursive: true })],
    ['it is deleted, and its stamp is not', () => rm(join(root, 'dist/thing'), { recursive: true })],
    ['a file of it is deleted', () => rm(join(root, 'dist/thing/a.js'))],
    ['a file of it is cut short', () => write('dist/thing/a.js', '')],
    ['a file is put beside', () => write('dist/thing/c.js', '')],
    ['its stamp is cut short', () => write('dist/built/thing.json', '{"inputs":')],
  ])('is not there once %s', async (_, damage) => {
    await build(root, step, make);
    await damage();
    expect(await current()).toBe(false);
  });

  it('is not there where the build ended half-way, though another had ended well', async () => {
    await build(root, step, make);
    const failing = async () => {
      await write('dist/thing/a.js', 'A');
      throw new Error('killed');
    };
    await expect(build(root, step, failing)).rejects.toThrow('killed');
    await make();
    expect(await current()).toBe(false);
  });

  it('is outdated where a source was changed while it was being made', async () => {
    await build(root, step, async () => {
      await make();
      await write('sources/a.ts', 'meanwhile');
    });
    expect(await current()).toBe(false);
  });
});
