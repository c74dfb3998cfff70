import { FormattedMessage } from 'react-intl';
import { LANGUAGES, languages, type Language } from '../../i18n/language-list.js';
import { Choices } from '../forms/fields.js';

/** In which language those are written to who are not known here: who is, is in hers. */
export function MailLanguage({
  language,
  onChange,
}: {
  readonly language: Language;
  readonly onChange: (language: Language) => void;
}) {
  return (
    <Choices
      name="language"
      value={language}
      onChange={(chosen) => {
        onChange(chosen ?? language);
      }}
      choices={languages.map((each) => ({ value: each, label: LANGUAGES[each].name }))}
      label={<FormattedMessage id="people.mailLanguage" />}
      help={<FormattedMessage id="people.mailLanguage.help" />}
    />
  );
}
