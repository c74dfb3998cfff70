import { VerificationError } from './fault.js';
import { schemaHash } from './schema-hash.js';

/** A schema that an entry `SchemasPublished` commits the log to. */
export interface Commitment {
  /** `schemas/<type>/<number>.json`. */
  readonly path: string;
  /** Hex; see `schemaHash`. */
  readonly sha256: string;
}

/** Of the types there are, and their older numbers, a tenth. */
const MOST_SCHEMAS = 10_000;
/** Read at a time. */
const ABREAST = 8;

/** Whether the schemas that a source offers are those that its log is committed to. */
export class CommittedSchemas {
  private readonly committed = new Map<string, string>();
  /** Those that entries were judged by. */
  private readonly used = new Set<string>();

  use(path: string): void {
    this.used.add(path);
  }

  /**
   * @param read what the source offers; nothing is said where it offers nothing.
   * @throws {VerificationError} SCHEMA, at the position of the entry that commits the log to another.
   */
  async commit(
    commitments: readonly Commitment[],
    read: (path: string) => Promise<string | undefined>,
    position: bigint,
  ): Promise<void> {
    for (let n = 0; n < commitments.length; n += ABREAST) {
      const some = commitments.slice(n, n + ABREAST);
      const texts = await Promise.all(some.map(({ path }) => read(path)));
      for (const [k, each] of some.entries()) this.compare(each, texts[k], position);
    }
  }

  private compare({ path, sha256 }: Commitment, text: string | undefined, position: bigint): void {
    const before = this.committed.get(path);
    if (before !== undefined && before !== sha256) {
      const why = `It commits the log to a schema ${path} of hash ${sha256}, where it is committed to ${before}.`;
      throw new VerificationError('SCHEMA', why, position);
    }
    this.committed.set(path, sha256);
    if (this.committed.size > MOST_SCHEMAS) {
      throw new VerificationError(
        'SCHEMA',
        `It is more than ${MOST_SCHEMAS} schemas that the log is committed to.`,
        position,
      );
    }
    if (text === undefined) return;
    const offered = hashOf(path, text, position);
    if (offered === sha256) return;
    const why = `It commits the log to a schema ${path} of hash ${sha256}; the source offers one of hash ${offered}.`;
    throw new VerificationError('SCHEMA', why, position);
  }

  /** How many schemas the log is committed to; and paths of those used that it is not committed to, in order. */
  get standing(): { readonly committed: number; readonly uncommitted: readonly string[] } {
    const uncommitted = [...this.used].filter((path) => !this.committed.has(path));
    return { committed: this.committed.size, uncommitted: uncommitted.sort() };
  }
}

function hashOf(path: string, text: string, position: bigint): string {
  try {
    return schemaHash(text);
  } catch (error) {
    const why = `It commits the log to ${path}, which is no JSON Schema that is read here: ${(error as Error).message}.`;
    throw new VerificationError('SCHEMA', why, position);
  }
}
