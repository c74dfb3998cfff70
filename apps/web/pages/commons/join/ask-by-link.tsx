import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Button, LinkButton } from '../../../parts/button.js';
import { IdentityBadge } from '../../../parts/identity-badge.js';
import { Loading, Notice } from '../../../parts/notice.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { useAct } from '../../../parts/people/use-act.js';
import { useLink } from '../../../parts/people/use-link.js';

interface Found {
  readonly organisation: { readonly id: string; readonly name: string | null; readonly confirmed: boolean };
  readonly role: 'WRITER' | 'READER';
  /** Whoever made it; empty where she has said no name. */
  readonly by: string;
}

/** A link to a seat that was copied gives nothing: she asks, and those who administer the organisation say. */
export function AskByLink({ token }: { readonly token: string }) {
  const { found, over } = useLink('/seat-links', token);
  const [asked, setAsked] = useState(false);
  const { act, busy, failure } = useAct();
  if (over !== undefined) return <FailedAct failure={over} />;
  if (found === undefined) return <Loading />;
  const { organisation, role, by } = found as Found;
  const name = organisation.name ?? '';
  if (asked) {
    return (
      <>
        <div role="status">
          <Notice tone="good" title={<FormattedMessage id="registration.asked" values={{ organisation: name }} />}>
            <FormattedMessage id="joining.seat.askedText" />
          </Notice>
        </div>
        <div className="actions">
          <LinkButton href="/me">
            <FormattedMessage id="nav.me" />
          </LinkButton>
        </div>
      </>
    );
  }
  return (
    <section>
      <h2>
        {name} <IdentityBadge confirmed={organisation.confirmed} />
      </h2>
      {by !== '' && (
        <p>
          <FormattedMessage id="me.invitedBy" values={{ name: by }} />
        </p>
      )}
      <p>
        <FormattedMessage id="joining.seat.as" />{' '}
        <strong>
          <FormattedMessage id={`seatRole.${role}`} />
        </strong>
      </p>
      <p>
        <FormattedMessage id="joining.seat.text" />
      </p>
      <Button
        look="primary"
        isPending={busy}
        onPress={() =>
          void act('POST', '/seat-links/ask', { token }, () => {
            setAsked(true);
          })
        }
      >
        <FormattedMessage id="registration.ask" values={{ organisation: name }} />
      </Button>
      <FailedAct failure={failure} />
    </section>
  );
}
