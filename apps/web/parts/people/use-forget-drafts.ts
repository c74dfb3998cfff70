import { useCallback } from 'react';
import { useViewer } from '../../shell/page.js';
import { drafts } from '../forms/drafts.js';

/** Has this browser keep nothing that she began to write, but for the organisations named. */
export function useForgetDrafts(): (organisations?: readonly string[]) => void {
  const person = useViewer()?.person?.id;
  return useCallback(
    (organisations) => {
      if (person !== undefined) drafts.keepOnly(person, organisations);
    },
    [person],
  );
}
