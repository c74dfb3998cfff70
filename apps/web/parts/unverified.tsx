import { FormattedMessage } from 'react-intl';

export interface UnverifiedProps {
  readonly source: { readonly verified: boolean };
}

/** Behind where an imported row comes from: that it is there is somebody's word. Nothing where the operator imported it. */
export function Unverified({ source }: UnverifiedProps) {
  if (source.verified) return null;
  return (
    <>
      {' '}
      <FormattedMessage id="commitment.sourceUnverified" />
    </>
  );
}
