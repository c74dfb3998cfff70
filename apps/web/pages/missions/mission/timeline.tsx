import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import type { TimelineLineFragment } from '../../../generated/graphql/pages/missions/mission/mission.js';
import { Moment } from '../../../i18n/format.js';
import { LongText } from '../../../parts/long-text.js';
import { SomeOf } from '../../../parts/some-of.js';
import { gathered, sentence, sentenceText, tell, tellSeveral, type Word } from './timeline-sentences.js';
import type { Timeline } from './use-timeline.js';

const FEW = 8;

/** What happened in the mission, newest first, and as it happens. */
export function TimelineSection({ timeline }: { readonly timeline: Timeline }) {
  const fresh = new Set(timeline.arrived.map(({ position }) => position));
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">
        <FormattedMessage id="mission.timeline" />
      </h2>
      <p className="quiet">
        <FormattedMessage id="mission.timeline.live" />
      </p>
      <Arrived entries={timeline.arrived} />
      {timeline.entries.length === 0 && (
        <p>
          <FormattedMessage id="mission.timeline.none" />
        </p>
      )}
      <SomeOf items={gathered(timeline.entries)} few={FEW} more={timeline}>
        {(some) => (
          <ol className="timeline" reversed>
            {some.map((entries) => (
              // By the first that happened: more may be gathered with it.
              <li
                key={entries.at(-1)?.position}
                className={entries.some(({ position }) => fresh.has(position)) ? 'arrived' : undefined}
              >
                <Entry entries={entries} />
              </li>
            ))}
          </ol>
        )}
      </SomeOf>
    </section>
  );
}

function Entry({ entries }: { readonly entries: readonly TimelineLineFragment[] }) {
  const intl = useIntl();
  const told = tellSeveral(entries, intl);
  return (
    <>
      <p className="when">
        <Moment at={entries[0]?.recordedAt ?? ''} />
      </p>
      <p>{sentence(intl, told, drawn)}</p>
      {told.said !== undefined && <LongText text={told.said} most={200} />}
    </>
  );
}

function drawn({ text, href }: Word, index: number) {
  return href === undefined ? (
    text
  ) : (
    <Link key={index} href={href}>
      {text}
    </Link>
  );
}

/** Says what is new to whoever does not see it appear; the page itself stays as it is. */
function Arrived({ entries }: { readonly entries: readonly TimelineLineFragment[] }) {
  const intl = useIntl();
  const last = entries.at(-1);
  return (
    <div aria-live="polite" className="visually-hidden">
      {last !== undefined && (
        <FormattedMessage
          id="timeline.arrived"
          values={{ count: entries.length, sentence: sentenceText(intl, tell(last, intl)) }}
        />
      )}
    </div>
  );
}
