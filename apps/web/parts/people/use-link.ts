import { useEffect, useState } from 'react';
import type { Failure } from '../../shell/graphql/use-recording.js';
import { askSession } from '../../shell/session.js';
import { failureOf } from './use-act.js';

const FRAGMENT = /^#(\w+)=([A-Za-z0-9_-]+)$/;

/** What a link that somebody opened holds under a name. In the fragment, which no server and no other site is told. */
export function inFragment(name: string): string | undefined {
  const [, held, token] = FRAGMENT.exec(location.hash) ?? [];
  return held === name ? token : undefined;
}

/** What the server says of the token of a link, at a path below /session. Asking does not use it. */
export function useLink(
  path: string,
  token: string,
  /** Of a path that uses it as well, where it is told so. */
  use?: false,
): {
  readonly found: unknown;
  /** Why it says nothing of it. */
  readonly over: Failure | undefined;
} {
  const [found, setFound] = useState<unknown>();
  const [over, setOver] = useState<Failure>();
  useEffect(() => {
    let current = true;
    void askSession('POST', path, { token, use }).then((answer) => {
      if (!current) return;
      if ('failed' in answer) setOver(failureOf(answer.failed));
      else setFound(answer.content);
    });
    return () => {
      current = false;
    };
  }, [path, token, use]);
  return { found, over };
}
