import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { LinkButton } from '../button.js';
import { Notice } from '../notice.js';
import { useViewer } from '../../shell/page.js';
import { signInFromHere } from '../../shell/sign-in-from-here.js';

/** What is for people who signed in as themselves; anybody else is shown where to, and led back. */
export function ForPeople({ children }: { readonly children: ReactNode }) {
  const viewer = useViewer();
  if ((viewer?.person ?? null) !== null) return children;
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
