import { useCallback, useRef, useState } from 'react';
import { draftKey, drafts } from '../../../parts/forms/drafts.js';
import { useViewer } from '../../../shell/page.js';
import { newSetup, readSetup, type Setup } from './setup.js';

export interface SetupDraft {
  readonly setup: Setup;
  /** Whether it began with what was left in the browser. */
  readonly restored: boolean;
  /** As it is by now, whatever has been drawn. */
  readonly now: () => Setup;
  /** Kept in the browser before anything else happens: what is sent after it can be told from what was not. */
  readonly change: (by: (now: Setup) => Setup) => void;
  /** Nothing of it is kept any more. */
  readonly end: () => void;
  readonly begin: () => void;
}

/** A mission that an organisation sets up, kept in the browser until it is recorded. */
export function useSetup(organisationId: string): SetupDraft {
  const key = draftKey({ person: useViewer()?.person?.id, organisation: organisationId }, 'MissionSetup');
  const [{ setup, restored }, setState] = useState(() => {
    drafts.sweep();
    const kept = readSetup(drafts.read(key)?.values);
    return { setup: kept ?? newSetup(), restored: kept !== undefined };
  });
  const latest = useRef(setup);
  const change = useCallback(
    (by: (now: Setup) => Setup) => {
      latest.current = by(latest.current);
      drafts.write(key, { values: latest.current });
      setState((now) => ({ ...now, setup: latest.current }));
    },
    [key],
  );
  return {
    setup,
    restored,
    now: () => latest.current,
    change,
    end: () => {
      drafts.remove(key);
    },
    begin: () => {
      drafts.remove(key);
      latest.current = newSetup();
      setState({ setup: latest.current, restored: false });
    },
  };
}
