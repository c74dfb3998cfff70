import type { ReactNode } from 'react';
import type { Tone } from './notice.js';

/** A word in a frame. Its colour says nothing the word does not say. */
export function Badge({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={`badge ${tone}`}>{children}</span>;
}
