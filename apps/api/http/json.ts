import type { FastifyInstance, FastifyRequest } from 'fastify';
import { parse } from 'lossless-json';

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

/**
 * @throws {UnacceptableJson} where an object has one key with two values, or what stands in what is too deep to be looked
 *   through. What is no JSON is left to its parser.
 */
export function refuseDoubleKeys(text: string): void {
  try {
    parse(text, null, {
      onDuplicateKey: ({ key, position }) => {
        throw new UnacceptableJson(
          `The key ${JSON.stringify(key)} comes twice in one object, with two values, near character ${position}; send it once.`,
        );
      },
    });
  } catch (error) {
    if (error instanceof UnacceptableJson) throw error;
    // `JSON.parse` would go deeper than this can.
    if (error instanceof RangeError) throw new UnacceptableJson('The JSON is nested too deeply; send it flatter.');
  }
}
