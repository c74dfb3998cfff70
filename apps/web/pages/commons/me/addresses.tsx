import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../../../parts/button.js';
import { TextInput } from '../../../parts/forms/fields.js';
import { RecordForm } from '../../../parts/forms/form.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { SignInAnew } from '../../../parts/people/sign-in-anew.js';
import { useAct } from '../../../parts/people/use-act.js';
import { useForgetDrafts } from '../../../parts/people/use-forget-drafts.js';
import { Reveal } from '../../../parts/reveal.js';
import { actForNobody } from '../../../shell/acting-for.js';
import type { KeptOfMe } from './types.js';

const MOST_ADDRESSES = 3;

interface Props {
  readonly kept: KeptOfMe;
  readonly onDone: () => void;
}

/** With which mailboxes she signs in. */
export function Addresses({ kept, onDone }: Props) {
  const { addresses, accounts, mailIsHere, isFresh } = kept;
  const { act, busy, failure } = useAct();
  if (!mailIsHere && addresses.length === 0) return null;
  return (
    <section>
      <h2>
        <FormattedMessage id="me.addresses" />
      </h2>
      <SignInAnew isFresh={isFresh} />
      {addresses.length === 0 && (
        <p>
          <FormattedMessage id="me.noAddress" />
        </p>
      )}
      <ul className="rows">
        {addresses.map(({ address }) => (
          <li key={address}>
            <p>{address}</p>
            {addresses.length + accounts.length > 1 && (
              <Button
                isPending={busy}
                onPress={() => {
                  void act('POST', '/person/addresses/removed', { address }, onDone);
                }}
              >
                <FormattedMessage id="me.address.remove" values={{ address }} />
              </Button>
            )}
          </li>
        ))}
      </ul>
      <FailedAct failure={failure} />
      {mailIsHere && addresses.length < MOST_ADDRESSES && (
        <Reveal label={<FormattedMessage id="me.address.add" />}>
          <Adding onDone={onDone} />
        </Reveal>
      )}
      {addresses.length > 0 && (
        <Reveal label={<FormattedMessage id="me.disown" />}>
          <Disowning />
        </Reveal>
      )}
    </section>
  );
}

/** The address, then the code that was sent to it. */
function Adding({ onDone }: Pick<Props, 'onDone'>) {
  const intl = useIntl();
  const [address, setAddress] = useState('');
  const [code, setCode] = useState('');
  const [sentTo, setSentTo] = useState<string>();
  const { act, busy, failure } = useAct();
  const isAsked = sentTo !== undefined;
  return (
    <>
      {isAsked && (
        <p role="status">
          <FormattedMessage id="signIn.mail.sent" values={{ address: sentTo }} />
        </p>
      )}
      <RecordForm
        label={intl.formatMessage({ id: 'me.address.add' })}
        sending={busy}
        failure={undefined}
        send={<FormattedMessage id={isAsked ? 'me.address.prove' : 'me.address.send'} />}
        sendingText={<FormattedMessage id="me.saving" />}
        onSubmit={() => {
          if (isAsked) {
            if (code.trim() === '') return;
            void act('POST', '/person/addresses/proof', { code }, () => {
              setSentTo(undefined);
              setAddress('');
              setCode('');
              onDone();
            });
            return;
          }
          const sent = address.trim();
          if (sent !== '') void act('POST', '/person/addresses', { address: sent }, () => setSentTo(sent));
        }}
      >
        {isAsked ? (
          <TextInput
            key="code"
            name="code"
            required
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={20}
            value={code}
            onChange={setCode}
            label={<FormattedMessage id="signIn.code.label" />}
            help={<FormattedMessage id="signIn.code.help" />}
          />
        ) : (
          <TextInput
            key="address"
            name="address"
            type="email"
            required
            value={address}
            onChange={setAddress}
            label={<FormattedMessage id="me.address.label" />}
            help={<FormattedMessage id="me.address.help" />}
          />
        )}
      </RecordForm>
      {isAsked && (
        <Button onPress={() => setSentTo(undefined)}>
          <FormattedMessage id="signIn.mail.other" />
        </Button>
      )}
      <FailedAct failure={failure} />
    </>
  );
}

/** For whoever has taken over somebody's mailbox. */
function Disowning() {
  const { act, busy, failure } = useAct();
  const forgetDrafts = useForgetDrafts();
  return (
    <>
      <p>
        <FormattedMessage id="me.disown.text" />
      </p>
      <Button
        isPending={busy}
        onPress={() => {
          void act('POST', '/person/disown', undefined, () => {
            actForNobody();
            forgetDrafts();
            location.assign('/me');
          });
        }}
      >
        <FormattedMessage id="me.disown.send" />
      </Button>
      <FailedAct failure={failure} />
    </>
  );
}
