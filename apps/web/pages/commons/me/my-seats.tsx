import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Moment, RecordedOn } from '../../../i18n/format.js';
import { actFor } from '../../../shell/acting-for.js';
import { Button, LinkButton } from '../../../parts/button.js';
import { TextInput } from '../../../parts/forms/fields.js';
import { RecordForm } from '../../../parts/forms/form.js';
import { KeptName } from '../../../parts/people/kept-name.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { SignInAnew } from '../../../parts/people/sign-in-anew.js';
import { useAct } from '../../../parts/people/use-act.js';
import type { KeptOfMe } from './types.js';

interface Props {
  readonly kept: KeptOfMe;
  readonly onDone: () => void;
}

/** The desk of the organisation is loaded anew: nothing on it was seen as somebody else. */
function act(organisationId: string, page = `/desk/${organisationId}`): void {
  actFor(organisationId);
  location.assign(page);
}

/** The organisations she may act for. */
export function Seats({ kept: { seats } }: Pick<Props, 'kept'>) {
  return (
    <section>
      <h2>
        <FormattedMessage id="me.seats" />
      </h2>
      {seats.length === 0 && (
        <p>
          <FormattedMessage id="me.noSeats" />
        </p>
      )}
      <ul className="rows">
        {seats.map(({ memberId, role, standing, claimedUntil, organisation: { id, name, confirmed } }) => (
          <li key={memberId}>
            <h3>
              <KeptName name={name} confirmed={confirmed} />
            </h3>
            <p className="quiet">
              <FormattedMessage id={`seatRole.${role}`} />
            </p>
            {claimedUntil !== null && (
              <p>
                <FormattedMessage id="me.claimed" values={{ until: <Moment at={claimedUntil} /> }} />
              </p>
            )}
            {standing === 'LAPSED' && (
              <p>
                <FormattedMessage id={role === 'ADMIN' ? 'me.lapsed.ADMIN' : 'me.lapsed'} />
              </p>
            )}
            <div className="actions">
              {standing !== 'LAPSED' && (
                <Button
                  look="primary"
                  onPress={() => {
                    act(id);
                  }}
                >
                  <FormattedMessage id="me.actFor" values={{ organisation: name ?? '' }} />
                </Button>
              )}
              {role === 'ADMIN' && standing !== 'LAPSED' && (
                <Button
                  onPress={() => {
                    act(id, '/missions/new');
                  }}
                >
                  <FormattedMessage id="me.setUpMission" values={{ organisation: name ?? '' }} />
                </Button>
              )}
              {role === 'ADMIN' && (
                <LinkButton href={`/seats/${id}`}>
                  <FormattedMessage id="me.toSeats" values={{ organisation: name ?? '' }} />
                </LinkButton>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Those that wait for her answer; nothing where none does. */
export function Invitations({ kept: { invitations, isFresh }, onDone }: Props) {
  const { act: send, busy, failure } = useAct();
  if (invitations.length === 0 && failure === undefined) return null;
  const answer = (id: string, accepts: boolean) => {
    void send('POST', `/person/invitations/${id}`, { accepts }, onDone);
  };
  return (
    <section>
      <h2>
        <FormattedMessage id="me.invitations" />
      </h2>
      <SignInAnew isFresh={isFresh} />
      <ul className="rows">
        {invitations.map(({ id, role, invitedBy, until, organisation }) => (
          <li key={id}>
            <h3>
              <KeptName {...organisation} />
            </h3>
            <p>
              {invitedBy !== '' && <FormattedMessage id="me.invitedBy" values={{ name: invitedBy }} />}{' '}
              <FormattedMessage id={`seatRole.${role}`} />{' '}
              <FormattedMessage id="me.until" values={{ date: <RecordedOn at={until} /> }} />
            </p>
            <div className="actions">
              <Button look="primary" isPending={busy} onPress={() => answer(id, true)}>
                <FormattedMessage id="me.accept" values={{ organisation: organisation.name ?? '' }} />
              </Button>
              <Button isPending={busy} onPress={() => answer(id, false)}>
                <FormattedMessage id="me.decline" values={{ organisation: organisation.name ?? '' }} />
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <FailedAct failure={failure} />
    </section>
  );
}

/** By the organisation's key: the first person who acts for it, and says who else may. */
export function FirstSeat({ onDone }: Pick<Props, 'onDone'>) {
  const intl = useIntl();
  const [key, setKey] = useState('');
  const { act: send, busy, failure } = useAct();
  return (
    <section>
      <h2>
        <FormattedMessage id="me.firstSeat" />
      </h2>
      <RecordForm
        label={intl.formatMessage({ id: 'me.firstSeat' })}
        sending={busy}
        failure={undefined}
        send={<FormattedMessage id="me.firstSeat.send" />}
        sendingText={<FormattedMessage id="me.saving" />}
        onSubmit={() => {
          if (key.trim() === '') return;
          void send('POST', '/seats', { key: key.trim() }, (content) => {
            const { organisation } = content as { readonly organisation: string };
            setKey('');
            actFor(organisation);
            onDone();
          });
        }}
      >
        <TextInput
          name="key"
          type="password"
          required
          value={key}
          onChange={setKey}
          label={<FormattedMessage id="signIn.key.label" />}
          help={<FormattedMessage id="me.firstSeat.help" />}
        />
      </RecordForm>
      <FailedAct failure={failure} />
    </section>
  );
}
