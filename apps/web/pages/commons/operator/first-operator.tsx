import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { RecordForm } from '../../../parts/forms/form.js';
import { Loading, Notice } from '../../../parts/notice.js';
import { AddDevice } from '../../../parts/people/add-device.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { isWhole, NO_TERMS, OrganisationTerms, termsToSend } from '../../../parts/people/organisation-terms.js';
import { SignInAnew, ToSignInAgain } from '../../../parts/people/sign-in-anew.js';
import { useAct } from '../../../parts/people/use-act.js';
import { useLink } from '../../../parts/people/use-link.js';
import { actFor } from '../../../shell/acting-for.js';

interface FoundByLink {
  /** Of the organisation; null where it is not registered yet. */
  readonly name: string | null;
  /** Whether she signed in a moment ago, as taking the seat takes. */
  readonly isFresh: boolean;
  /** Whether she has to sign in by a device first. */
  readonly needsPasskey: boolean;
}

/** The link that was made on the server: whoever opened it operates the ledger, once she signed in by a device. */
export function FirstOperator({ token }: { readonly token: string }) {
  const intl = useIntl();
  const { found, over } = useLink('/operator/link', token);
  const [typed, setTyped] = useState(NO_TERMS);
  const [tried, setTried] = useState(false);
  const { act, busy, failure } = useAct();
  if (over !== undefined) return <FailedAct failure={over} />;
  if (found === undefined) return <Loading />;
  const { name, isFresh, needsPasskey } = found as FoundByLink;
  if (needsPasskey) return <WithDevice isFresh={isFresh} token={token} />;
  const terms = name === null ? termsToSend(typed) : null;
  return (
    <>
      <p>
        {name === null ? (
          <FormattedMessage id="operating.first.unregistered" />
        ) : (
          <FormattedMessage id="operating.first.registered" values={{ organisation: name }} />
        )}
      </p>
      <SignInAnew isFresh={isFresh} />
      <RecordForm
        label={intl.formatMessage({ id: 'operating.title' })}
        sending={busy}
        failure={undefined}
        send={<FormattedMessage id="operating.first.send" />}
        onSubmit={() => {
          setTried(true);
          if (terms !== null && !isWhole(typed)) return;
          void act('POST', '/operator/seat', { token, terms }, (content) => {
            actFor((content as { readonly organisation: string }).organisation);
            location.assign('/operator');
          });
        }}
      >
        {name === null && <OrganisationTerms terms={typed} tried={tried} onChange={setTyped} />}
      </RecordForm>
      <FailedAct failure={failure} />
    </>
  );
}

/** Two steps: this device is added, by the link where her account may gain none by mail; then she signs in by it. */
function WithDevice({ isFresh, token }: Pick<FoundByLink, 'isFresh'> & { readonly token: string }) {
  return (
    <>
      <Notice title={<FormattedMessage id="operating.passkey" />}>
        <FormattedMessage id="operating.first.device" />
      </Notice>
      <SignInAnew isFresh={isFresh} />
      {isFresh && (
        <section>
          <h2>
            <FormattedMessage id="me.passkey.add" />
          </h2>
          <AddDevice link={token} onDone={() => undefined} />
        </section>
      )}
      {isFresh && <ToSignInAgain />}
    </>
  );
}
