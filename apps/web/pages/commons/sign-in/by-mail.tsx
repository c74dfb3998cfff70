import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { actFor, actForNobody, actingFor } from '../../../shell/acting-for.js';
import { useLanguage } from '../../../i18n/languages.js';
import { Button } from '../../../parts/button.js';
import { TextInput } from '../../../parts/forms/fields.js';
import { FailureNotice, RecordForm } from '../../../parts/forms/form.js';
import { Loading, Notice } from '../../../parts/notice.js';
import { useAct } from '../../../parts/people/use-act.js';
import { useLink } from '../../../parts/people/use-link.js';
import { ownPath } from '../../../shell/own-path.js';

/** Pages for whoever acts for nobody yet, too. */
const FOR_PEOPLE = /^\/(organisations\/new|operator|join|seats\/[^/#]+)(#|$)/;

interface Opened {
  /** Organisations she may act for, by their ids. */
  readonly seats: readonly string[];
  /** Where whoever asked for the link wanted to go. */
  readonly to?: string;
}

/** Loaded anew: nothing of what the public saw is taken for what she sees. With one seat there is nothing to choose. */
export function goOn(opened: unknown, to: string): void {
  const { seats } = opened as Opened;
  const before = actingFor();
  const [only] = seats;
  if (before !== undefined && !seats.includes(before)) actForNobody();
  if (only !== undefined && seats.length === 1) actFor(only);
  location.assign(actingFor() === undefined && !FOR_PEOPLE.test(to) ? '/me' : to);
}

export function ByMail({ to }: { readonly to: string }) {
  const [sentTo, setSentTo] = useState<string>();
  return (
    <section>
      <h2>
        <FormattedMessage id="signIn.mail.title" />
      </h2>
      {sentTo === undefined ? (
        <Address to={to} onSent={setSentTo} />
      ) : (
        <Code
          address={sentTo}
          to={to}
          onOther={() => {
            setSentTo(undefined);
          }}
        />
      )}
    </section>
  );
}

function Address({ to, onSent }: { readonly to: string; readonly onSent: (address: string) => void }) {
  const intl = useIntl();
  const { language } = useLanguage();
  const [address, setAddress] = useState('');
  const { act, busy, failure } = useAct();
  return (
    <RecordForm
      label={intl.formatMessage({ id: 'signIn.mail.title' })}
      sending={busy}
      failure={undefined}
      send={<FormattedMessage id="signIn.mail.send" />}
      sendingText={<FormattedMessage id="signIn.mail.sending" />}
      onSubmit={() => {
        const sent = { address: address.trim(), language, to };
        if (sent.address !== '') {
          void act('POST', '/mail', sent, () => {
            onSent(sent.address);
          });
        }
      }}
    >
      {failure !== undefined && <FailureNotice failure={failure} title={<FormattedMessage id="signIn.failed" />} />}
      <TextInput
        name="address"
        type="email"
        autoComplete="email"
        required
        value={address}
        onChange={setAddress}
        label={<FormattedMessage id="signIn.mail.label" />}
        help={<FormattedMessage id="signIn.mail.help" />}
      />
    </RecordForm>
  );
}

function Code({
  address,
  to,
  onOther,
}: {
  readonly address: string;
  readonly to: string;
  readonly onOther: () => void;
}) {
  const intl = useIntl();
  const [code, setCode] = useState('');
  const { act, busy, failure } = useAct();
  return (
    <>
      <div role="status">
        <Notice tone="good" title={<FormattedMessage id="signIn.mail.sent" values={{ address }} />}>
          <FormattedMessage id="signIn.mail.sentText" />
        </Notice>
      </div>
      <RecordForm
        label={intl.formatMessage({ id: 'signIn.code.label' })}
        sending={busy}
        failure={undefined}
        send={<FormattedMessage id="signIn.key.send" />}
        sendingText={<FormattedMessage id="signIn.key.sending" />}
        onSubmit={() => {
          if (code.trim() !== '') {
            void act('POST', '/mail/code', { code }, (opened) => {
              goOn(opened, to);
            });
          }
        }}
      >
        {failure !== undefined && <FailureNotice failure={failure} title={<FormattedMessage id="signIn.failed" />} />}
        <TextInput
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          maxLength={20}
          value={code}
          onChange={setCode}
          label={<FormattedMessage id="signIn.code.label" />}
          help={<FormattedMessage id="signIn.code.help" />}
        />
      </RecordForm>
      <div className="actions">
        <Button onPress={onOther}>
          <FormattedMessage id="signIn.mail.other" />
        </Button>
      </div>
    </>
  );
}

/** Opening a link does nothing: programs that look into mails open them too. The button signs in. */
export function LinkArrived({ token, to }: { readonly token: string; readonly to: string }) {
  const { found, over } = useLink('/mail/link', token, false);
  const { address } = (found ?? {}) as { readonly address?: string };
  const { act, busy, failure } = useAct();
  const failed = over ?? failure;
  return (
    <section>
      {failed !== undefined && (
        <>
          <FailureNotice failure={failed} title={<FormattedMessage id="signIn.failed" />} />
          <p>
            <a href="/sign-in">
              <FormattedMessage id="signIn.mail.again" />
            </a>
          </p>
        </>
      )}
      {failed === undefined && address === undefined && <Loading />}
      {failed === undefined && address !== undefined && (
        <>
          <p>
            <FormattedMessage id="signIn.link.text" />
          </p>
          <Button
            look="primary"
            isPending={busy}
            onPress={() =>
              void act('POST', '/mail/link', { token, use: true }, (opened) => {
                goOn(opened, ownPath((opened as Opened).to ?? to));
              })
            }
          >
            <FormattedMessage id="signIn.link.send" values={{ address }} />
          </Button>
        </>
      )}
    </section>
  );
}
