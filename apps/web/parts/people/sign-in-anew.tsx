import { FormattedMessage } from 'react-intl';
import { signInFromHere } from '../../shell/sign-in-from-here.js';
import { LinkButton } from '../button.js';
import { Notice } from '../notice.js';

/** Said before she tries, where what is done here takes somebody who signed in a moment ago; the way leads back here. */
export function SignInAnew({
  isFresh,
  needsPasskey = false,
}: {
  readonly isFresh: boolean;
  /** Of whoever operates the ledger. */
  readonly needsPasskey?: boolean;
}) {
  if (needsPasskey) return <PasskeyNeeded />;
  if (isFresh) return null;
  return (
    <>
      <Notice>
        <FormattedMessage id="people.signInAnew" />
      </Notice>
      <ToSignInAgain />
    </>
  );
}

/** The way to sign in once more, and back here. */
export function ToSignInAgain() {
  return (
    <div className="actions">
      <LinkButton href={signInFromHere()}>
        <FormattedMessage id="session.signInAgain" />
      </LinkButton>
    </div>
  );
}

/** Of whoever operates the ledger, and signed in by mail. */
export function PasskeyNeeded() {
  return (
    <>
      <Notice title={<FormattedMessage id="operating.passkey" />}>
        <FormattedMessage id="operating.passkey.text" />
        <p>
          <FormattedMessage id="operating.passkey.lost" />
        </p>
      </Notice>
      <ToSignInAgain />
    </>
  );
}

/**
 * The way to add a device that signs in, and the way to sign in by it and come back here: for whoever does not operate the ledger yet.
 */
export function ToPasskey() {
  return (
    <div className="actions">
      <LinkButton href="/me">
        <FormattedMessage id="passkey.toAdd" />
      </LinkButton>
      <LinkButton href={signInFromHere()}>
        <FormattedMessage id="session.signInAgain" />
      </LinkButton>
    </div>
  );
}
