import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { codeOf } from './error-code.js';
import type { TypedDocument } from './document.js';

/** Any mutation's refusal: each has a type of its own, and what the fragment `Refused` asks of all of them. */
export interface RefusalAnswer {
  readonly code: string;
  readonly message: string;
  /** Where in the input the fault lies, outermost first. Nothing else that a mutation answers has one. */
  readonly path: readonly string[];
}

/** Why something was not recorded. */
export type Failure =
  | { readonly kind: 'refused'; readonly code: string; readonly message: string; readonly path: readonly string[] }
  /** Nobody acts any more: the session ended, or was ended elsewhere. */
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'failed'; readonly code: string | undefined; readonly message: string };

/** What a mutation answers, under the name that the pages give it. */
interface Answered<Found> {
  readonly answer: Found;
}

/** Where the id of an attempt to record is kept beyond the page, so that one repeated after a reload records nothing twice. */
export interface KeptAttempt {
  read(): string | undefined;
  /** @param commandId undefined once the attempt was answered. */
  write(commandId: string | undefined): void;
}

export interface Recording<Input, Success> {
  /** Sends it once: while it is under way, and once it is recorded, another call does nothing. */
  readonly record: (input: Input) => Promise<Success | undefined>;
  readonly sending: boolean;
  readonly failure: Failure | undefined;
}

const SIGNED_OUT = new Set(['UNAUTHENTICATED', 'SESSION_EXPIRED']);

/**
 * A mutation with an `input`, whose field is called `answer`. The commandId is chosen when the form is first sent and kept
 * until something is recorded, so that sending again after a lost answer records nothing twice.
 */
export function useRecording<Found extends object, Input extends { readonly commandId: string }>(
  document: TypedDocument<Answered<Found>, { readonly input: Input }>,
  kept?: KeptAttempt,
): Recording<Omit<Input, 'commandId'>, Exclude<Found, RefusalAnswer>> {
  type Success = Exclude<Found, RefusalAnswer>;
  const client = useClient();
  const commandId = useRef<string>(undefined);
  const attempt = useRef(kept);
  useEffect(() => {
    attempt.current = kept;
  });
  const busy = useRef(false);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  const record = useCallback(
    async (input: Omit<Input, 'commandId'>): Promise<Success | undefined> => {
      // A ref and not the state: a double click comes before the page is drawn again.
      if (busy.current) return undefined;
      busy.current = true;
      setSending(true);
      const started = performance.now();
      setFailure(undefined);
      commandId.current ??= attempt.current?.read() ?? crypto.randomUUID();
      attempt.current?.write(commandId.current);
      try {
        const variables = { input: { ...input, commandId: commandId.current } };
        const { data, error } = await client.mutation<Answered<Found> | null>(document, variables).toPromise();
        if (data === undefined || data === null) {
          setFailure(failureOf(error));
          return undefined;
        }
        const { answer } = data;
        // A refusal recorded nothing: what is sent after a change is another command.
        commandId.current = undefined;
        attempt.current?.write(undefined);
        if (isRefusal(answer)) {
          const { code, message, path } = answer;
          setFailure({ kind: 'refused', code, message, path });
          return undefined;
        }
        await untilSettled(started);
        return answer as Success;
      } finally {
        busy.current = false;
        setSending(false);
      }
    },
    [client, document],
  );
  return { record, sending, failure };
}

function isRefusal(answer: object): answer is RefusalAnswer {
  return 'code' in answer && 'path' in answer;
}

/** The second press of a double click must land on the button it was meant for, and not on what takes its place. */
const SETTLED_MS = 400;

async function untilSettled(started: number): Promise<void> {
  const left = SETTLED_MS - (performance.now() - started);
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
}

function failureOf(error: Awaited<ReturnType<ReturnType<typeof useClient>['mutation']>>['error']): Failure {
  const [first] = error?.graphQLErrors ?? [];
  if (first !== undefined) {
    const code = codeOf(first);
    return SIGNED_OUT.has(code) ? { kind: 'signedOut' } : { kind: 'failed', code, message: first.message };
  }
  if (error?.networkError !== undefined) return { kind: 'lost' };
  return { kind: 'failed', code: undefined, message: error?.message ?? '' };
}
