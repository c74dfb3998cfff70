import { useIntl } from 'react-intl';
import { shortened } from '../shortened.js';

/** Names a form by what it is about as well: on a page of many alike, whoever hears the name alone can tell them apart. */
export function useFormLabel(
  form: 'answer.label' | 'decline.open' | 'desk.corroborate.open' | 'desk.declare.open',
  organisation: { readonly name: string } | null,
  description: string | null,
): string {
  const intl = useIntl();
  const about = intl.formatMessage(
    { id: 'reviews.formAbout.of' },
    {
      organisation: organisation?.name ?? intl.formatMessage({ id: 'unnamed' }),
      commitment: shortened(description ?? '', 80),
    },
  );
  return intl.formatMessage({ id: 'reviews.formAbout' }, { form: intl.formatMessage({ id: form }), about });
}
