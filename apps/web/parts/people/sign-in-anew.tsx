import { FormattedMessage } from 'react-intl';
import { LinkButton } from '../button.js';
import { Notice } from '../notice.js';

/** Said before she tries, where what is done here takes somebody who signed in a moment ago; the way leads back here. */
export function SignInAnew({ isFresh }: { readonly isFresh: boolean }) {
  if (isFresh) return null;
  return (
    <>
      <Notice>
        <FormattedMessage id="people.signInAnew" />
      </Notice>
      <div className="actions">
        <LinkButton href={`/sign-in?to=${encodeURIComponent(location.pathname + location.hash)}`}>
          <FormattedMessage id="session.signInAgain" />
        </LinkButton>
      </div>
    </>
  );
}
