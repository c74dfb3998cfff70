import { useCallback, useRef, useState } from 'react';
import type { Failure } from '../../shell/graphql/use-recording.js';
import { askSession, type SessionFailure } from '../../shell/session.js';

export function failureOf(failed: SessionFailure): Failure {
  if (failed === 'lost') return { kind: 'lost' };
  const { code, message } = failed;
  return code === 'UNAUTHENTICATED' ? { kind: 'signedOut' } : { kind: 'failed', code, message };
}

export interface Act {
  /** Sends it once: while it is under way another call does nothing. */
  readonly act: (
    method: 'POST' | 'DELETE',
    path: string,
    body?: unknown,
    done?: (content: unknown) => void,
  ) => Promise<void>;
  readonly busy: boolean;
  readonly failure: Failure | undefined;
}

/** Something done below /session, as a person. */
export function useAct(): Act {
  const underWay = useRef(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const act: Act['act'] = useCallback(async (method, path, body, done) => {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    setFailure(undefined);
    const answer = await askSession(method, path, body);
    underWay.current = false;
    setBusy(false);
    if ('failed' in answer) setFailure(failureOf(answer.failed));
    else done?.(answer.content);
  }, []);
  return { act, busy, failure };
}
