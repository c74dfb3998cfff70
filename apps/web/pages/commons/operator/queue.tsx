import { FormattedMessage } from 'react-intl';
import { Moment } from '../../../i18n/format.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { useKept } from '../../../parts/people/use-kept.js';

interface KeptOfQueue {
  /** Whether this server sends mails at all. */
  readonly isSent: boolean;
  readonly waiting: number;
  /** When the oldest of them was written; null where none waits. */
  readonly since: string | null;
  /** Mailboxes that take none. */
  readonly silent: number;
}

/** How many mails wait, for those who operate the ledger: to whom is nobody's business. */
export function Queue() {
  const { kept: content, failure } = useKept('/operator/queue');
  const kept = content as KeptOfQueue | undefined;
  if (kept === undefined) return <FailedAct failure={failure} />;
  const { isSent, waiting, since, silent } = kept;
  return (
    <section>
      <h2>
        <FormattedMessage id="operating.queue" />
      </h2>
      {!isSent && (
        <p>
          <FormattedMessage id="operating.queue.notSent" />
        </p>
      )}
      <p>
        {since === null ? (
          <FormattedMessage id="operating.queue.none" />
        ) : (
          <FormattedMessage id="operating.queue.some" values={{ count: waiting, since: <Moment at={since} /> }} />
        )}
      </p>
      {silent > 0 && (
        <p>
          <FormattedMessage id="operating.queue.silent" values={{ count: silent }} />
        </p>
      )}
    </section>
  );
}
