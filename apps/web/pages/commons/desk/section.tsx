import { useEffect, useRef, useState, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { Notice } from '../../../parts/notice.js';

export interface SectionState {
  /** Shows the position at which it was recorded; what was done leaves the list. */
  readonly done: (position: string | null) => void;
  readonly recorded: { readonly position: string | null } | undefined;
}

export function useSection(onDone: () => void): SectionState {
  const [recorded, setRecorded] = useState<{ readonly position: string | null }>();
  return {
    recorded,
    done: (position) => {
      setRecorded({ position });
      onDone();
    },
  };
}

/** One list of what awaits the organisation, or a sentence where nothing does. */
export function Section({
  id,
  empty,
  state,
  children,
}: {
  readonly id:
    'awaited' | 'standIn' | 'groupings' | 'reviews' | 'answers' | 'deliver' | 'declare' | 'corroborate' | 'verify';
  readonly empty: boolean;
  readonly state?: SectionState;
  readonly children: ReactNode;
}) {
  const notice = useRef<HTMLDivElement>(null);
  const recorded = state?.recorded;
  useEffect(() => {
    // The form that had the focus is gone.
    if (recorded !== undefined) notice.current?.focus();
  }, [recorded]);
  return (
    <section aria-labelledby={id} className="desk-section">
      <h2 id={id}>
        <FormattedMessage id={`desk.${id}`} />
      </h2>
      {recorded !== undefined && (
        <div ref={notice} tabIndex={-1} role="status">
          <Notice tone="good">
            <FormattedMessage id="form.recorded" values={{ position: recorded.position ?? '–' }} />
          </Notice>
        </div>
      )}
      <p className="quiet">
        <FormattedMessage id={empty ? `desk.${id}.none` : `desk.${id}.text`} />
      </p>
      {children}
    </section>
  );
}
