import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../shell/graphql/use-recording.js';
import { askSession } from '../../shell/session.js';
import { failureOf } from './use-act.js';

/** What is kept of people outside the log, at a path below /session: read when the page is opened, and when it is asked to. */
export function useKept(path: string): {
  readonly kept: unknown;
  readonly failure: Failure | undefined;
  readonly reload: () => void;
} {
  const [kept, setKept] = useState<unknown>();
  const [failure, setFailure] = useState<Failure>();
  const [asked, setAsked] = useState(0);
  const reload = useCallback(() => {
    setAsked((times) => times + 1);
  }, []);
  useEffect(() => {
    let current = true;
    void askSession('GET', path).then((answer) => {
      if (!current) return;
      if ('failed' in answer) setFailure(failureOf(answer.failed));
      else {
        setFailure(undefined);
        setKept(answer.content);
      }
    });
    return () => {
      current = false;
    };
  }, [path, asked]);
  return { kept, failure, reload };
}
