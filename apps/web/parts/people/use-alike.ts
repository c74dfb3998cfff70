import { useEffect, useState } from 'react';
import { askSession } from '../../shell/session.js';

/** An organisation that may be meant by what was typed. */
export interface Alike {
  readonly id: string;
  readonly name: string;
  readonly jurisdiction: string | null;
  readonly confirmed: boolean;
  /** Whether it has the same number, or a name that looks the same. */
  readonly isSame: boolean;
}

/** So long after the last letter. */
const PAUSE_MS = 400;

/** Who is registered that may be meant by a name, or by numbers of registers. */
export function useAlike(
  name: string,
  identifiers: readonly { readonly scheme: string; readonly value: string }[],
): readonly Alike[] {
  const [found, setFound] = useState<readonly Alike[]>([]);
  const asked = JSON.stringify({ name, identifiers });
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      void askSession('POST', '/organisations/alike', JSON.parse(asked)).then((answer) => {
        if (!current || 'failed' in answer) return;
        setFound((answer.content as { readonly organisations: readonly Alike[] }).organisations);
      });
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [asked]);
  return found;
}
