import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { actForNobody } from '../../../shell/acting-for.js';
import { Button } from '../../../parts/button.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { useAct } from '../../../parts/people/use-act.js';

/** All that is kept of her, to take along or to erase. */
export function Erasing() {
  const [asked, setAsked] = useState(false);
  const { act, busy, failure } = useAct();
  return (
    <section>
      <h2>
        <FormattedMessage id="me.data" />
      </h2>
      <p>
        <FormattedMessage id="me.dataText" />
      </p>
      <p>
        {/* Not a page: the file itself. */}
        <a href="/session/person" download="maillage.json">
          <FormattedMessage id="me.export" />
        </a>
      </p>
      <div className="actions">
        {asked ? (
          <>
            <Button
              isPending={busy}
              onPress={() => {
                void act('DELETE', '/person', undefined, () => {
                  actForNobody();
                  location.assign('/');
                });
              }}
            >
              <FormattedMessage id="me.eraseNow" />
            </Button>
            <Button onPress={() => setAsked(false)}>
              <FormattedMessage id="me.keep" />
            </Button>
          </>
        ) : (
          <Button onPress={() => setAsked(true)}>
            <FormattedMessage id="me.erase" />
          </Button>
        )}
      </div>
      <FailedAct failure={failure} />
    </section>
  );
}
