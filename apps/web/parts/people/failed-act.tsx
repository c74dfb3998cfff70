import { FormattedMessage } from 'react-intl';
import type { Failure } from '../../shell/graphql/use-recording.js';
import { FailureNotice } from '../forms/form.js';
import { ToPasskey, ToSignInAgain } from './sign-in-anew.js';

/** Why something was not done, and the way on where she has to sign in once more. */
export function FailedAct({ failure }: { readonly failure: Failure | undefined }) {
  if (failure === undefined) return null;
  const code = failure.kind === 'failed' ? failure.code : undefined;
  return (
    <>
      <FailureNotice failure={failure} title={<FormattedMessage id="people.failed" />} />
      {(code === 'SIGN_IN_AGAIN' || code === 'PASSKEY_NEEDED') && <ToSignInAgain />}
      {code === 'PASSKEY_TO_ADD' && <ToPasskey />}
    </>
  );
}
