import type { FastifyInstance, FastifyRequest } from 'fastify';
import { shortened } from '@maillage/kernel';

/** A body of JSON that two readers may take for two things, or that is no text; the message says where and why. */
export class UnacceptableJson extends Error {
  override readonly name = 'UnacceptableJson';
  readonly statusCode = 400;
}

type Done = (error: Error | null, body?: unknown) => void;

/**
 * Reads bodies as Fastify does, but refuses what it would bend: bytes that are no UTF-8, which would be recorded as U+FFFD,
 * and a key that comes twice, of which the last would win unseen.
 * @returns a parser of whole bodies, as bytes.
 */
export function jsonParser(server: FastifyInstance): (request: FastifyRequest, body: Buffer, done: Done) => void {
  const parser = server.getDefaultJsonParser('error', 'error');
  return (request, body, done) => {
    let text: string;
    try {
      text = textOf(body);
      refuseDoubleKeys(text);
    } catch (error) {
      done(error as Error);
      return;
    }
    void parser(request, text, done);
  };
}

/** @throws {UnacceptableJson} for bytes that are no UTF-8. A byte order mark before the text is left out, as parsers do. */
export function textOf(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new UnacceptableJson('The body is not well-formed UTF-8; send JSON in UTF-8.');
  }
}

/** What anybody sends is a few levels deep. */
const DEEPEST = 1_000;

/**
 * Looks through a text once, key by key, and at no value: what two values have in common is no excuse.
 * @throws {UnacceptableJson} where an object has one key twice, or all is too deep. What is no JSON is left to its parser.
 */
export function refuseDoubleKeys(text: string): void {
  // The keys of each object that is open so far; nothing of a list.
  const open: (Set<string> | undefined)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') {
      const end = afterString(text, at);
      if (isKey(text, end)) add(open.at(-1), text.slice(at, end), at);
      at = end - 1;
    } else if (char === '{' || char === '[') {
      open.push(char === '{' ? new Set() : undefined);
      if (open.length > DEEPEST) throw new UnacceptableJson('The JSON is nested too deeply; send it flatter.');
    } else if (char === '}' || char === ']') open.pop();
  }
}

function afterString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function isKey(text: string, end: number): boolean {
  let at = end;
  while (' \t\n\r'.includes(text[at] ?? ':')) at += 1;
  return text[at] === ':';
}

function add(keys: Set<string> | undefined, written: string, at: number): void {
  const key = keyIn(written);
  if (key === undefined || keys === undefined) return;
  if (keys.has(key)) {
    throw new UnacceptableJson(
      `The key ${JSON.stringify(shortened(key))} comes twice in one object, near character ${at + 1}; send it once.`,
    );
  }
  keys.add(key);
}

/** One key may be written in several ways. */
function keyIn(written: string): string | undefined {
  // Many keys are many milliseconds where each is parsed.
  if (!written.includes('\\')) return written.slice(1, -1);
  try {
    return JSON.parse(written) as string;
  } catch {
    return undefined;
  }
}
