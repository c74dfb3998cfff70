import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { Redirect } from 'wouter';
import { LinkButton } from '../button.js';
import { Notice } from '../notice.js';
import { useViewer } from '../../shell/page.js';
import { signInFromHere } from '../../shell/sign-in-from-here.js';

/** What is for people who signed in as themselves. Nobody yet is led to sign in and back; who acts by a key is shown where to. */
export function ForPeople({ children }: { readonly children: ReactNode }) {
  const viewer = useViewer();
  if ((viewer?.person ?? null) !== null) return children;
  if (viewer === null) return <Redirect to={signInFromHere()} replace />;
  return (
    <>
      <Notice>
        <FormattedMessage id="me.notAPerson" />
      </Notice>
      <div className="actions">
        <LinkButton look="primary" href={signInFromHere()}>
          <FormattedMessage id="nav.signIn" />
        </LinkButton>
      </div>
    </>
  );
}
