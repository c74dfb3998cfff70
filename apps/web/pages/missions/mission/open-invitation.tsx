import { FormattedMessage } from 'react-intl';
import type { MissionData } from './types.js';

/** Whether whoever comes may join: into what is closed, nobody does. */
export function isOpen({ openInvitation, closedOn }: MissionData): boolean {
  return openInvitation && closedOn === null;
}

/** Says whether whoever comes may join. */
export function OpenInvitation({ open }: { readonly open: boolean }) {
  return (
    <>
      <h2>
        <FormattedMessage id={open ? 'join.open' : 'join.label'} />
      </h2>
      {open && (
        <p>
          <FormattedMessage id="join.openText" />
        </p>
      )}
    </>
  );
}
