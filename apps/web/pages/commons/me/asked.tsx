import { FormattedMessage } from 'react-intl';
import { Button, LinkButton } from '../../../parts/button.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { useAct } from '../../../parts/people/use-act.js';
import type { KeptOfMe } from './types.js';

/** What she asked of others, and where more is to be asked for. */
export function Asked({
  kept: { requests, application, operates },
  onDone,
}: {
  readonly kept: KeptOfMe;
  readonly onDone: () => void;
}) {
  const { act, busy, failure } = useAct();
  return (
    <>
      {requests.length > 0 && (
        <section>
          <h2>
            <FormattedMessage id="me.requests" />
          </h2>
          <ul className="rows">
            {requests.map(({ id, organisation: { name } }) => (
              <li key={id}>
                <h3>{name ?? <FormattedMessage id="unnamed" />}</h3>
                <Button isPending={busy} onPress={() => void act('DELETE', `/requests/${id}`, undefined, onDone)}>
                  <FormattedMessage id="me.withdrawRequest" values={{ organisation: name ?? '' }} />
                </Button>
              </li>
            ))}
          </ul>
          <FailedAct failure={failure} />
        </section>
      )}
      {application !== null && (
        <p>
          <FormattedMessage id="me.application" values={{ organisation: application.terms.name }} />
        </p>
      )}
      <div className="actions">
        <LinkButton href="/join">
          <FormattedMessage id="me.joining" />
        </LinkButton>
        <LinkButton href="/organisations/new">
          <FormattedMessage id="me.register" />
        </LinkButton>
        {operates && (
          <LinkButton href="/operator">
            <FormattedMessage id="me.operate" />
          </LinkButton>
        )}
      </div>
    </>
  );
}
