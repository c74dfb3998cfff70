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

/** Of a name that the operator looks at first: puts it to the operator by one button, which records the rest at once. */
export function PutName({
  organisation: { id, name },
  form,
}: {
  readonly organisation: Found;
  readonly form: CommandForm<typeof ReviseOrganisation>;
}) {
  const [isRestToSend, setRestToSend] = useState(false);
  const { act, busy, failure } = useAct();
  const { values, submit, failure: refused } = form;
  useEffect(() => {
    // Once the form has the name that stands.
    if (!isRestToSend || values.name !== name) return;
    setRestToSend(false);
    submit();
  }, [isRestToSend, values, name, submit]);
  if (refused?.kind !== 'refused' || refused.code !== 'NAME_WAITS') return null;
  return (
    <>
      <Button
        look="primary"
        isPending={busy}
        onPress={() =>
          void act('POST', `/organisations/${id}/name`, { name: values.name }, () => {
            form.set({ name });
            setRestToSend(true);
          })
        }
      >
        <FormattedMessage id="organisation.name.ask" values={{ name: values.name }} />
      </Button>
      <FailedAct failure={failure} />
    </>
  );
}

/** A name that waits for the operator, for those who administer the organisation; nothing where none does. */
export function WaitingName({ organisation }: { readonly organisation: Found }) {
  const path = `/organisations/${organisation.id}/name`;
  const { kept, reload } = useKept(path);
  const { waiting = null } = (kept ?? {}) as Partial<KeptOfName>;
  const { act, busy, failure } = useAct();
  // Whatever was recorded on the page, a name may have been put to the operator with it.
  useEffect(reload, [organisation, reload]);
  if (waiting === null) return null;
  return (
    <>
      <div role="status">
        <Notice title={<FormattedMessage id="organisation.name.waits" values={{ name: waiting.name }} />}>
          <FormattedMessage
            id="organisation.name.waitsText"
            values={{ date: <RecordedOn at={waiting.until} />, current: organisation.name }}
          />
        </Notice>
      </div>
      <Button isPending={busy} onPress={() => void act('DELETE', path, undefined, reload)}>
        <FormattedMessage id="organisation.name.withdraw" values={{ name: waiting.name }} />
      </Button>
      <FailedAct failure={failure} />
    </>
  );
}
