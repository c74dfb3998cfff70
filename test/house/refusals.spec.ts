import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

const SLICES = 'libs/slices';

interface Said {
  readonly file: string;
  readonly code: string;
  /** With `…` for what depends on the case; undefined where a function makes all of it. */
  readonly message: string | undefined;
}

/** Every `refuse('CODE', message)` of the slices. */
async function refusals(): Promise<readonly Said[]> {
  const files = await readdir(SLICES, { recursive: true });
  const sources = files.filter((file) => file.endsWith('.ts') && !/\.(spec|fixtures)\.ts$/.test(file));
  const found = await Promise.all(
    sources.sort().map(async (file) => {
      const text = await readFile(join(SLICES, file), 'utf8');
      return said(file, ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
    }),
  );
  return found.flat();
}

function said(file: string, source: ts.Node): readonly Said[] {
  const all: Said[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'refuse') {
      const [code, message] = node.arguments;
      if (code !== undefined && ts.isStringLiteral(code)) {
        all.push({ file, code: code.text, message: message && textOf(message) });
      }
    }
    node.forEachChild(visit);
  };
  visit(source);
  return all;
}

function textOf(message: ts.Expression): string | undefined {
  if (ts.isStringLiteralLike(message)) return message.text;
  if (!ts.isTemplateExpression(message)) return undefined;
  return [message.head.text, ...message.templateSpans.map(({ literal }) => literal.text)].join('…');
}

describe('The messages of refusals', () => {
  it('say what is wrong and, in a further clause, what is possible instead', async () => {
    const all = await refusals();
    expect(all.length).toBeGreaterThan(200);
    const wanting = all.filter(
      ({ code, message }) =>
        message !== undefined &&
        !(message.length > code.length && /[.…]$/.test(message) && /[;:] .|[.…] [A-Z]/.test(message)),
    );
    expect(wanting).toEqual([]);
  });

  it('are more than the code in other letters', async () => {
    const words = (text: string) =>
      text
        .toLowerCase()
        .replace(/[^a-z]+/g, ' ')
        .trim();
    const bare = (await refusals()).filter(({ code, message = '' }) => words(message) === words(code));
    expect(bare).toEqual([]);
  });
});
