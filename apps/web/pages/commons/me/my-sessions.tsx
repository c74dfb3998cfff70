import { FormattedMessage } from 'react-intl';
import { Moment, RecordedOn } from '../../../i18n/format.js';
import { actForNobody } from '../../../shell/acting-for.js';
import { Button } from '../../../parts/button.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { useAct } from '../../../parts/people/use-act.js';
import type { KeptOfMe } from './types.js';

/** Where she is signed in, to be ended one by one or all at once. */
export function MySessions({ kept: { sessions }, onDone }: { readonly kept: KeptOfMe; readonly onDone: () => void }) {
  const { act, busy, failure } = useAct();
  return (
    <section>
      <h2>
        <FormattedMessage id="me.sessions" />
      </h2>
      <ul className="rows">
        {sessions.map(({ id, since, until, isThis }) => (
          <li key={id}>
            <p>
              <FormattedMessage
                id="me.session"
                values={{
                  since: <Moment at={since} />,
                  until: <RecordedOn at={until} />,
                }}
              />{' '}
              {isThis && <FormattedMessage id="me.thisSession" />}
            </p>
            {!isThis && (
              <Button
                isPending={busy}
                onPress={() => {
                  void act('DELETE', `/person/sessions/${id}`, undefined, onDone);
                }}
              >
                <FormattedMessage id="me.endSession" />
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className="actions">
        <Button
          isPending={busy}
          onPress={() => {
            void act('DELETE', '/person/sessions', undefined, () => {
              actForNobody();
              location.assign('/');
            });
          }}
        >
          <FormattedMessage id="me.endAllSessions" />
        </Button>
      </div>
      <FailedAct failure={failure} />
    </section>
  );
}
