import { useIntl } from 'react-intl';
import type { Command } from '../forms/command.js';
import { useFormWords } from '../forms/words.js';
import { shortened } from '../shortened.js';

/** Names a form by what it is about as well: on a page of many alike, whoever hears the name alone can tell them apart. */
export function useFormLabel(
  command: Command,
  organisation: { readonly name: string } | null,
  description: string | null,
): string {
  const intl = useIntl();
  const { title } = useFormWords(command);
  const about = intl.formatMessage(
    { id: 'reviews.formAbout.of' },
    {
      organisation: organisation?.name ?? intl.formatMessage({ id: 'unnamed' }),
      commitment: shortened(description ?? '', 80),
    },
  );
  return intl.formatMessage({ id: 'reviews.formAbout' }, { form: title, about });
}
