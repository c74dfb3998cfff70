import { lazy, Suspense, useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { WordsFragment } from '../generated/graphql/parts/said.js';
import { LongText } from './long-text.js';

// Few are asked to be erased: its form is fetched by whoever opens it.
const EraseForm = lazy(() => import('./erase-form.js'));

/** What somebody wrote, or why it is not shown; and, folded away, its erasure for whoever may ask for that. */
export function Said({
  said,
}: {
  /** Null where nothing was written. */
  readonly said: WordsFragment | null;
}) {
  const [erased, setErased] = useState(false);
  if (said === null) return null;
  const { eventId, path, mayErase } = said;
  return (
    <>
      <Words said={erased ? { text: null, disclosure: 'ERASED' } : said} />
      {mayErase && eventId !== null && path !== null && (
        <Erasure
          eventId={eventId}
          path={path}
          erased={erased}
          onErased={() => {
            setErased(true);
          }}
        />
      )}
    </>
  );
}

function Words({ said: { text, disclosure } }: { readonly said: Pick<WordsFragment, 'text' | 'disclosure'> }) {
  switch (disclosure) {
    case 'WITHHELD':
    case 'ERASED':
    case 'MISSING':
      return (
        <p className="quiet withheld">
          <FormattedMessage id={`disclosure.${disclosure}`} />
        </p>
      );
    case 'PRIVATE':
      return (
        <>
          <Quoted text={text} />
          <p className="help">
            <FormattedMessage id="said.private" />
          </p>
        </>
      );
    case 'PUBLIC':
      return <Quoted text={text} />;
  }
}

function Erasure({
  erased,
  onErased,
  ...words
}: {
  readonly eventId: string;
  readonly path: string;
  readonly erased: boolean;
  readonly onErased: () => void;
}) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const done = () => {
    // The form goes, and with it what had the focus.
    place.current?.focus({ preventScroll: true });
    onErased();
  };
  return (
    <>
      {!erased && (
        <details
          onToggle={({ currentTarget }) => {
            setOpen(currentTarget.open);
          }}
        >
          <summary className="quiet">
            <FormattedMessage id="erasure.open" />
          </summary>
          {open && (
            <Suspense fallback={null}>
              <EraseForm {...words} onErased={done} />
            </Suspense>
          )}
        </details>
      )}
      <div ref={place} tabIndex={-1} role="status">
        {erased && <FormattedMessage id="act.done" />}
      </div>
    </>
  );
}

function Quoted({ text }: { readonly text: string | null }) {
  return (
    <blockquote>
      <LongText text={text ?? ''} />
    </blockquote>
  );
}
