import { FormattedMessage } from 'react-intl';
import { NameOf } from '../named.js';

/** An organisation's name as the server tells it beside what it keeps of people; null for one that is not registered. */
export function KeptName({ name, confirmed }: { readonly name: string | null; readonly confirmed: boolean }) {
  if (name === null) return <FormattedMessage id="unnamed" />;
  return <NameOf organisation={{ name, identityConfirmed: confirmed }} />;
}
