import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import { RecordedOn } from '../../../i18n/format.js';
import { Badge } from '../../../parts/badge.js';
import { Button } from '../../../parts/button.js';
import { Notice } from '../../../parts/notice.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { useAct, type Act } from '../../../parts/people/use-act.js';

export interface Sent {
  readonly id: string;
  /** Of a link to be passed on there is none, nor of one that was accepted. */
  readonly address: string | null;
  readonly isLink: boolean;
  readonly role: 'MEMBER' | 'FUNDER' | 'BACKBONE';
  readonly standing: 'WAITING' | 'SENT' | 'NOT_DELIVERED' | 'OPEN' | 'ACCEPTED' | 'DECLINED' | 'REVOKED' | 'EXPIRED';
  readonly until: string;
  readonly taken: number;
  /** That accepted a mailed one. */
  readonly organisation: { readonly id: string; readonly name: string | null } | null;
  /** Whoever sent it administers the organisation no more: it is not accepted. */
  readonly isLeftBehind: boolean;
}

/** Still to be accepted, so that it may be taken back. */
const WAITS: ReadonlySet<Sent['standing']> = new Set(['WAITING', 'SENT', 'NOT_DELIVERED', 'OPEN']);

/** What became of each, whoever of the organisation sent it; those that wait are taken back by any who administers it. */
export function SentInvitations({
  path,
  invitations,
  onDone,
}: {
  readonly path: string;
  readonly invitations: readonly Sent[];
  readonly onDone: () => void;
}) {
  const acts = useAct();
  if (invitations.length === 0) return null;
  return (
    <section>
      <h2>
        <FormattedMessage id="partners.waiting" />
      </h2>
      <p className="quiet">
        <FormattedMessage id="partners.waitingText" />
      </p>
      <ul className="rows">
        {invitations.map((sent) => (
          <One key={sent.id} path={path} sent={sent} acts={acts} onDone={onDone} />
        ))}
      </ul>
      <FailedAct failure={acts.failure} />
    </section>
  );
}

function One({
  path,
  sent: { id, address, isLink, role, standing, until, taken, organisation, isLeftBehind },
  acts: { act, busy },
  onDone,
}: {
  readonly path: string;
  readonly sent: Sent;
  readonly acts: Act;
  readonly onDone: () => void;
}) {
  const intl = useIntl();
  const what = address ?? intl.formatMessage({ id: isLink ? 'partners.aLink' : 'partners.aMail' });
  const waits = WAITS.has(standing);
  return (
    <li>
      <h3>
        {organisation === null ? (
          what
        ) : (
          <Link href={`/organisations/${organisation.id}`}>
            {organisation.name ?? <FormattedMessage id="unnamed" />}
          </Link>
        )}
      </h3>
      <p>
        <Badge tone={standing === 'NOT_DELIVERED' ? 'warning' : 'neutral'}>
          <FormattedMessage id={`partners.standing.${standing}`} />
        </Badge>
      </p>
      <p className="quiet">
        <FormattedMessage id={`role.${role}`} />
        {waits && (
          <>
            {' · '}
            <FormattedMessage id="me.until" values={{ date: <RecordedOn at={until} /> }} />
          </>
        )}{' '}
        {isLink && <FormattedMessage id="partners.taken" values={{ count: taken }} />}
      </p>
      {isLeftBehind && (
        <Notice tone="warning">
          <FormattedMessage id="seats.leftBehind" />
        </Notice>
      )}
      {waits && (
        <Button isPending={busy} onPress={() => void act('DELETE', `${path}/${id}`, undefined, onDone)}>
          <FormattedMessage id="partners.revoke" values={{ what }} />
        </Button>
      )}
    </li>
  );
}
