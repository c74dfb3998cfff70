import { createHash } from 'node:crypto';
import {
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type ValidationRule,
} from 'graphql';
import type { Budget } from './budget.js';
import type { ApiContext } from './context.js';
import { limitRules, MOST_TOKENS } from './limits.js';
import { refuseRepetition } from './repetition.js';

/** To read and validate a token takes as long as this many values of an answer; measured, it is 10 to 20 µs. */
const TOKEN_COST = 10;
/** The same of a kibibyte of text, whatever it is: of one token, say. */
const KIBIBYTE_COST = 10;
/** Of all documents that are remembered: hundreds as long as those of pages. */
const MOST_REMEMBERED_TOKENS = 50_000;

type Parsed = { readonly document: DocumentNode; readonly valid: boolean } | { readonly fault: GraphQLError };
type Visit = Pick<ApiContext, 'visitor' | 'principal'>;

/**
 * The texts that operations come in. One that is not known is paid for before it is validated, whether it is valid or not:
 * to validate it may take longer than to answer it. One that was valid is remembered, as long as others are not asked more.
 */
export class Documents {
  private readonly rules: readonly ValidationRule[] = [...specifiedRules, ...limitRules()];
  private readonly valid = new Map<string, DocumentNode>();
  private tokens = 0;

  constructor(private readonly budget: Budget) {}

  /**
   * Pays for what is still to be validated. What is no document at all is told by whoever reads it next.
   * @throws {GraphQLError} RATE_LIMITED where the visitor's minute is spent, and for what would take long to validate.
   */
  async admit(visit: Visit, text: string): Promise<void> {
    await this.lookAt(visit, text);
  }

  /** Pays for it, and validates it. @returns what is wrong with it, where something is. */
  async read(visit: Visit, schema: GraphQLSchema, text: string): Promise<DocumentNode | readonly GraphQLError[]> {
    try {
      const read = await this.lookAt(visit, text);
      if ('fault' in read) return [read.fault];
      const { document, valid } = read;
      const faults = valid ? [] : validate(schema, document, this.rules);
      if (faults.length > 0) return faults;
      this.keep(text, document);
      return document;
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
  }

  /** A document that was validated. */
  keep(text: string, document: DocumentNode): void {
    this.remember(keyOf(text), document);
    for (const [key, oldest] of this.valid) {
      if (this.tokens <= MOST_REMEMBERED_TOKENS) return;
      this.valid.delete(key);
      this.tokens -= tokensOf(oldest);
    }
  }

  private async lookAt(visit: Visit, text: string): Promise<Parsed> {
    const key = keyOf(text);
    const known = this.valid.get(key);
    if (known !== undefined) {
      this.remember(key, known);
      return { document: known, valid: true };
    }
    const read = parsed(text);
    const tokens = 'fault' in read ? MOST_TOKENS / 2 : tokensOf(read.document);
    const cost = TOKEN_COST * tokens + KIBIBYTE_COST * Math.floor(text.length / 1024);
    const { refusal } = await this.budget.count(visit, cost);
    if (refusal !== undefined) throw refusal;
    if ('document' in read) refuseRepetition(read.document);
    return read;
  }

  /** As the one that was asked last. */
  private remember(key: string, document: DocumentNode): void {
    if (!this.valid.delete(key)) this.tokens += tokensOf(document);
    this.valid.set(key, document);
  }
}

function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

function parsed(text: string): Parsed {
  try {
    return { document: parse(text, { maxLexicalTokens: MOST_TOKENS }), valid: false };
  } catch (error) {
    if (error instanceof GraphQLError) return { fault: error };
    throw error;
  }
}

/** As the parser counted them. */
function tokensOf({ tokenCount = MOST_TOKENS }: DocumentNode): number {
  return tokenCount;
}
