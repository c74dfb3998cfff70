import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { TypedDocument } from './document.js';
import { recordOnce, type Answered, type Failure, type RefusalAnswer } from './record-once.js';

export type { Failure, RefusalAnswer } from './record-once.js';

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
        const sent = await recordOnce(client, document, { ...input, commandId: commandId.current });
        if ('failure' in sent) setFailure(sent.failure);
        // Without an answer, it is the same attempt once more; after a refusal, which recorded nothing, another command.
        if ('success' in sent || sent.failure.kind === 'refused') {
          commandId.current = undefined;
          attempt.current?.write(undefined);
        }
        if ('failure' in sent) return undefined;
        await untilSettled(started);
        return sent.success;
      } finally {
        busy.current = false;
        setSending(false);
      }
    },
    [client, document],
  );
  return { record, sending, failure };
}

/** The second press of a double click must land on the button it was meant for, and not on what takes its place. */
const SETTLED_MS = 400;

async function untilSettled(started: number): Promise<void> {
  const left = SETTLED_MS - (performance.now() - started);
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
}
