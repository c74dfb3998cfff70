import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { LANGUAGES, languages } from '../../../i18n/language-list.js';
import { Select, TextInput } from '../../../parts/forms/fields.js';
import { RecordForm } from '../../../parts/forms/form.js';
import { Notice } from '../../../parts/notice.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { useAct } from '../../../parts/people/use-act.js';
import type { KeptOfMe } from './types.js';

const LONGEST_NAME = 100;

/** Name, and language of mails. */
export function Profile({ kept, onDone }: { readonly kept: KeptOfMe; readonly onDone: () => void }) {
  const intl = useIntl();
  const [name, setName] = useState(kept.name);
  const [language, setLanguage] = useState(kept.language);
  const [saved, setSaved] = useState(false);
  const { act, busy, failure } = useAct();
  return (
    <section>
      <h2>
        <FormattedMessage id="me.profile" />
      </h2>
      <RecordForm
        label={intl.formatMessage({ id: 'me.profile' })}
        sending={busy}
        failure={undefined}
        send={<FormattedMessage id="me.save" />}
        sendingText={<FormattedMessage id="me.saving" />}
        onSubmit={() => {
          setSaved(false);
          void act('POST', '/person', { name, language }, () => {
            setSaved(true);
            onDone();
          });
        }}
      >
        <TextInput
          name="name"
          autoComplete="name"
          maxLength={LONGEST_NAME}
          value={name}
          onChange={setName}
          label={<FormattedMessage id="me.name" />}
          help={<FormattedMessage id="me.nameHelp" />}
        />
        <Select
          name="language"
          required
          value={language}
          onChange={setLanguage}
          choices={languages.map((each) => ({ value: each, label: LANGUAGES[each].name }))}
          label={<FormattedMessage id="me.language" />}
        />
      </RecordForm>
      <div role="status">{saved && <Notice tone="good" title={<FormattedMessage id="me.saved" />} />}</div>
      <FailedAct failure={failure} />
    </section>
  );
}
