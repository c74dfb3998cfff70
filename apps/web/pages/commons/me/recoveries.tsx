import { FormattedMessage } from 'react-intl';
import { Moment } from '../../../i18n/format.js';
import { Button } from '../../../parts/button.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { SignInAnew } from '../../../parts/people/sign-in-anew.js';
import { useAct } from '../../../parts/people/use-act.js';
import { Unconfirmed } from '../../../parts/unconfirmed.js';
import type { KeptOfMe } from './types.js';

/** Who is to administer an organisation that nobody can act for: she herself, or another, to whom she may object. */
export function Recovering({
  kept: { recoveries, isFresh },
  onDone,
}: {
  readonly kept: KeptOfMe;
  readonly onDone: () => void;
}) {
  const { act, busy, failure } = useAct();
  const open = recoveries.filter(({ objectedAt }) => objectedAt === null);
  if (open.length === 0 && failure === undefined) return null;
  return (
    <section>
      <h2>
        <FormattedMessage id="me.recoveries" />
      </h2>
      {open.some(({ isHers, isReady }) => isHers && isReady) && <SignInAnew isFresh={isFresh} />}
      <ul className="rows">
        {open.map(({ id, isHers, isReady, readyAt, address, organisation }) => {
          const values = { organisation: organisation.name ?? '', at: <Moment at={readyAt} />, address };
          const send = (what: string) => void act('POST', `/person/recoveries/${id}/${what}`, undefined, onDone);
          return (
            <li key={id}>
              <h3>
                {organisation.name}
                <Unconfirmed confirmed={organisation.confirmed} />
              </h3>
              <p>
                <FormattedMessage id={isHers ? 'me.recovery.yours' : 'me.recovery.others'} values={values} />
              </p>
              {isHers && isReady && (
                <Button look="primary" isPending={busy} onPress={() => send('completion')}>
                  <FormattedMessage id="me.recovery.complete" values={{ organisation: organisation.name ?? '' }} />
                </Button>
              )}
              {!isHers && (
                <Button isPending={busy} onPress={() => send('objection')}>
                  <FormattedMessage id="recovery.object" />
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <FailedAct failure={failure} />
    </section>
  );
}
