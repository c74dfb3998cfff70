import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder, writeSynced } from '@maillage/platform';
import { SigningKey } from './signing-key.js';

/** There is no key to sign with, or one that cannot be trusted; the message says what would be accepted. */
export class KeyUnusable extends Error {
  override readonly name = 'KeyUnusable';
}

export interface KeySource {
  /** `PRIVATE+KEY+…` as such, from the environment. It goes before the file. */
  readonly text: string | undefined;
  /** The environment variable the text is from, for messages. */
  readonly variable: string;
  /** Holds one line, `PRIVATE+KEY+…`; made, with mode 0600, when it is missing. */
  readonly file: string;
  /** What the key must be named, and is named when it is made. */
  readonly name: string | undefined;
  /** What to do where there is no key and none may be made; without it, one is made under the name. */
  readonly missing: string | undefined;
}

/** A private key (C2SP signed-note, Ed25519), from the environment or from a file nobody else can read. @throws {KeyUnusable} */
export async function signingKeyFrom(source: KeySource): Promise<SigningKey> {
  const { text, variable, file, name } = source;
  const key = text === undefined ? await fromFile(source) : parse(text, variable);
  if (name !== undefined && key.name !== name) {
    throw new KeyUnusable(
      `The key ${text === undefined ? `in ${file}` : `in ${variable}`} is named ${key.name}, not ${name}; ` +
        'a key keeps its name: set that one, or give another key.',
    );
  }
  return key;
}

async function fromFile({ file, name, missing }: KeySource): Promise<SigningKey> {
  let content: string;
  try {
    const { mode } = await stat(file);
    if ((mode & 0o077) !== 0) {
      throw new KeyUnusable(
        `${file} can be read by other accounts; make a new key, or chmod 600 it if nobody has read it.`,
      );
    }
    content = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    if (missing !== undefined) throw new KeyUnusable(`There is no key at ${file}. ${missing}`);
    return create(file, name);
  }
  return parse(content, file);
}

async function create(file: string, name: string | undefined): Promise<SigningKey> {
  if (name === undefined) {
    throw new KeyUnusable(
      `There is no key at ${file} yet; say what one to be made is called, such as witness.example.org/w1.`,
    );
  }
  let key: SigningKey;
  try {
    key = SigningKey.generate(name);
  } catch (error) {
    throw new KeyUnusable(`${name} cannot name a key: ${(error as Error).message}`, { cause: error });
  }
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  // Linked into place complete and on disk: a kill leaves no half a key, and a key that is there is never replaced.
  const draft = `${file}.${randomUUID()}`;
  await writeSynced(draft, `${key.secret}\n`, 'wx');
  try {
    await link(draft, file);
    await syncFolder(dirname(file));
    return key;
  } catch (error) {
    // Another process was faster: its key is the key.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return parse(await readFile(file, 'utf8'), file);
  } finally {
    await rm(draft);
  }
}

function parse(text: string, where: string): SigningKey {
  try {
    return SigningKey.parse(text.trim());
  } catch (error) {
    // Nothing of the text itself: it may be a secret.
    throw new KeyUnusable(`${where} does not hold a private key: ${(error as Error).message}`, { cause: error });
  }
}
