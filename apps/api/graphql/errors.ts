import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { IdError, PageError } from '@maillage/engine';
import { shortened } from '@maillage/kernel';
import { LogClosed } from '@maillage/ledger';
import { isPassing, type Logger } from '@maillage/platform';

export interface ErrorBody {
  readonly errors: readonly [
    { readonly message: string; readonly extensions: { readonly code: string; readonly [key: string]: unknown } },
  ];
}

/** An error outside any operation, in the form GraphQL clients read. */
export function errorBody(
  code: string,
  message: string,
  extensions: Readonly<Record<string, unknown>> = {},
): ErrorBody {
  return { errors: [{ message, extensions: { code, ...extensions } }] };
}

export const OUT_OF_REACH =
  'The ledger is out of reach for the moment. Ask again; a mutation with the same commandId, so that it counts once.';

/** Some messages of GraphQL itself quote all of a value, and one may be told once for each row of an answer. */
const LONGEST_MESSAGE = 1_000;

const NOT_TEXT = 'An argument holds NUL, which no text here contains; leave it out.';

const TOO_SLOW =
  'Reading this took longer than the database is given for it. Ask for less at a time: smaller pages (`first`), fewer fields, ' +
  'or a narrower filter.';

/** What clients may see of an error: expected ones as they are; of others nothing but where to look them up. */
export class ErrorPresenter {
  private readonly requestIds = new WeakMap<Error, string>();

  constructor(private readonly logger: Logger) {}

  /** Keeps what nobody but us may see, and remembers which request it belongs to. */
  report(errors: readonly GraphQLError[], requestId: string): void {
    for (const error of errors) {
      this.requestIds.set(error, requestId);
      const cause = causeOf(error);
      if (isExpected(cause)) continue;
      const level = isPassing(cause) || isCutOff(cause) || cause instanceof LogClosed ? 'warn' : 'error';
      this.logger[level]({ err: cause, requestId, path: error.path }, 'a GraphQL operation failed');
    }
  }

  present(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
    const { message, ...shown } = this.shown(formatted, error);
    return { message: shortened(message, LONGEST_MESSAGE), ...shown };
  }

  private shown(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
    const cause = causeOf(error);
    // What HTTP answers is said there; over WebSocket it says nothing.
    const { stacktrace: _, http: __, ...extensions } = formatted.extensions ?? {};
    if (cause instanceof GraphQLError) return { ...formatted, extensions };
    const requestId = error instanceof Error ? this.requestIds.get(error) : undefined;
    const at = {
      ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
      ...(formatted.path === undefined ? {} : { path: formatted.path }),
    };
    if (cause instanceof IdError || cause instanceof PageError) {
      return { message: cause.message, ...at, extensions: { code: 'BAD_USER_INPUT' } };
    }
    if (cause instanceof LogClosed) return { message: cause.message, ...at, extensions: { code: 'LOG_CLOSED' } };
    if (isNotText(cause)) return { message: NOT_TEXT, ...at, extensions: { code: 'BAD_USER_INPUT' } };
    if (isCutOff(cause)) return { message: TOO_SLOW, ...at, extensions: { code: 'QUERY_TOO_SLOW' } };
    const about = requestId === undefined ? {} : { requestId };
    return isPassing(cause) || isNotMigrated(cause)
      ? { message: OUT_OF_REACH, ...at, extensions: { code: 'SERVICE_UNAVAILABLE', ...about } }
      : { message: 'Internal error', ...at, extensions: { code: 'INTERNAL_SERVER_ERROR', ...about } };
  }
}

/** What was thrown, in a resolver or around it: GraphQL gives it a place, and Apollo its message, which is ours to keep. */
function causeOf(error: unknown): unknown {
  const { originalError } = error instanceof GraphQLError ? error : {};
  return originalError === undefined || originalError instanceof GraphQLError
    ? unwrapResolverError(error)
    : originalError;
}

/**
 * SQLSTATE 42P01: a table is not there, because nobody has run the migration, or built the views, of this version yet.
 * 22023 at the start of a connection: nor is the role that the application works as.
 */
function isNotMigrated(cause: unknown): boolean {
  const { code, severity } = (cause ?? {}) as { readonly code?: unknown; readonly severity?: unknown };
  return code === '42P01' || (code === '22023' && severity === 'FATAL');
}

/** SQLSTATE 57014: the statement took longer than it may, or somebody ended it. */
function isCutOff(cause: unknown): boolean {
  return (cause as { code?: unknown } | undefined)?.code === '57014';
}

function isExpected(cause: unknown): boolean {
  return cause instanceof GraphQLError || cause instanceof IdError || cause instanceof PageError || isNotText(cause);
}

/** SQLSTATE 22021: an argument holds NUL, which PostgreSQL has no text for, so that nothing recorded can match it. */
function isNotText(cause: unknown): boolean {
  return (cause as { code?: unknown } | undefined)?.code === '22021';
}
