import { useEffect, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { ReviseOrganisation } from '../../../generated/commands/ReviseOrganisation.js';
import { RecordedOn } from '../../../i18n/format.js';
import { Button } from '../../../parts/button.js';
import type { CommandForm } from '../../../parts/forms/use-command-form.js';
import { Notice } from '../../../parts/notice.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { useAct } from '../../../parts/people/use-act.js';
import { useKept } from '../../../parts/people/use-kept.js';
import type { Found } from './types.js';

interface KeptOfName {
  readonly waiting: { readonly name: string; readonly until: string } | null;
}

interface Props {
  readonly organisation: Found;
  readonly form: CommandForm<typeof ReviseOrganisation>;
}

/** A name that the operator looks at first: put to the operator by one button, which records the rest at once. */
export function WaitingName({ organisation, form }: Props) {
  const { id, name } = organisation;
  const path = `/organisations/${id}/name`;
  const { kept, reload } = useKept(path);
  const { waiting = null } = (kept ?? {}) as Partial<KeptOfName>;
  const [isRestToSend, setRestToSend] = useState(false);
  const { act, busy, failure } = useAct();
  const { values, submit, failure: refused } = form;
  useEffect(() => {
    // Once the form has the name that stands.
    if (!isRestToSend || values.name !== name) return;
    setRestToSend(false);
    submit();
  }, [isRestToSend, values, name, submit]);
  const mustWait = refused?.kind === 'refused' && refused.code === 'NAME_WAITS';
  return (
    <>
      {mustWait && (
        <Button
          look="primary"
          isPending={busy}
          onPress={() =>
            void act('POST', path, { name: values.name }, () => {
              reload();
              form.set({ name });
              setRestToSend(true);
            })
          }
        >
          <FormattedMessage id="organisation.name.ask" values={{ name: values.name }} />
        </Button>
      )}
      <div role="status">
        {waiting !== null && (
          <Notice title={<FormattedMessage id="organisation.name.waits" values={{ name: waiting.name }} />}>
            <FormattedMessage
              id="organisation.name.waitsText"
              values={{ date: <RecordedOn at={waiting.until} />, current: name }}
            />
          </Notice>
        )}
      </div>
      {waiting !== null && (
        <Button isPending={busy} onPress={() => void act('DELETE', path, undefined, reload)}>
          <FormattedMessage id="organisation.name.withdraw" values={{ name: waiting.name }} />
        </Button>
      )}
      <FailedAct failure={failure} />
    </>
  );
}
