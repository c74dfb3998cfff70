import type { ReactNode } from 'react';
import { Loading } from '../../../parts/notice.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { PasskeyNeeded } from '../../../parts/people/sign-in-anew.js';
import { useKept } from '../../../parts/people/use-kept.js';

/** What is done as the operator: once she signed in as it takes, and before that the way there. */
export function ForOperator({ children }: { readonly children: ReactNode }) {
  const { kept, failure } = useKept('/operator');
  if (kept === undefined) return failure === undefined ? <Loading /> : <FailedAct failure={failure} />;
  return (kept as { readonly needsPasskey: boolean }).needsPasskey ? <PasskeyNeeded /> : children;
}
