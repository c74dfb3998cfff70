import { useCallback, useState } from 'react';
import type { TieKind } from '../../../generated/graphql/schema.js';
import type { ScoreKey } from '../../../parts/review/scores.js';

export const TIES = ['PAYMENT', 'SHARED_MEMBER', 'SAME_CONTROL_GROUP'] as const satisfies readonly TieKind[];

export interface Draft {
  /** The evidence comes first, and is shown again on demand. */
  readonly step: 'evidence' | 'scores';
  readonly scores: Readonly<Partial<Record<ScoreKey, Points>>>;
  readonly whatWorked: string;
  readonly whatToTry: string;
  readonly ties: readonly TieKind[];
}

const POINTS = ['0', '1', '2', '3', '4'] as const;
/** As radio buttons have them. */
export type Points = (typeof POINTS)[number];

export function pointsOf(score: number): Points | undefined {
  return POINTS.find((each) => each === String(score));
}

export const EMPTY: Draft = { step: 'evidence', scores: {}, whatWorked: '', whatToTry: '', ties: [] };

/**
 * What somebody writes, kept in the tab until it is sent: it outlives a reload, a lost session and signing in again.
 * @param key names the reviewer too, as several may act from one browser.
 */
export function useDraft(key: string, begin: Draft) {
  const place = `maillage.review.${key}`;
  const [{ draft, restored }, setState] = useState(() => {
    const kept = read(place);
    return { draft: kept ?? begin, restored: kept !== undefined };
  });
  const change = useCallback(
    (part: Partial<Draft>) => {
      setState((now) => {
        const draft = { ...now.draft, ...part };
        write(place, draft);
        return { ...now, draft };
      });
    },
    [place],
  );
  const clear = useCallback(() => {
    write(place, undefined);
  }, [place]);
  return { draft, restored, change, clear };
}

/** Storage may be forbidden, and holds what an older version of the page wrote: whatever does not fit is left out. */
function read(place: string): Draft | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? 'null');
    return typeof kept === 'object' && kept !== null ? fitting(kept) : undefined;
  } catch {
    return undefined;
  }
}

function fitting(kept: { readonly [Key in keyof Draft]?: unknown }): Draft {
  const scores = typeof kept.scores === 'object' && kept.scores !== null ? Object.entries(kept.scores) : [];
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const ties: readonly unknown[] = Array.isArray(kept.ties) ? kept.ties : [];
  return {
    step: kept.step === 'scores' ? 'scores' : 'evidence',
    scores: Object.fromEntries(
      scores.flatMap(([name, score]) => {
        const points = pointsOf(Number(score));
        return points === undefined ? [] : [[name, points]];
      }),
    ),
    whatWorked: text(kept.whatWorked),
    whatToTry: text(kept.whatToTry),
    ties: TIES.filter((tie) => ties.includes(tie)),
  };
}

function write(place: string, draft: Draft | undefined): void {
  try {
    if (draft === undefined) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, JSON.stringify(draft));
  } catch {
    // It then lives as long as the page does.
  }
}
