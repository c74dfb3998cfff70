import { FormattedMessage } from 'react-intl';

/** Whether whoever comes may join. */
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
