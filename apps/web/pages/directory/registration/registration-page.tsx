import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSearchParams } from 'wouter';
import { RecordedOn } from '../../../i18n/format.js';
import { RegistrationPageDocument } from '../../../generated/graphql/pages/directory/registration/registration.js';
import { Button, LinkButton } from '../../../parts/button.js';
import { RecordForm } from '../../../parts/forms/form.js';
import { Loading, Notice } from '../../../parts/notice.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { isWhole, NO_TERMS, OrganisationTerms, termsToSend } from '../../../parts/people/organisation-terms.js';
import { ForPeople } from '../../../parts/people/for-people.js';
import { useAct } from '../../../parts/people/use-act.js';
import { useKept } from '../../../parts/people/use-kept.js';
import { actFor } from '../../../shell/acting-for.js';
import { usePage } from '../../../shell/graphql/use-page.js';
import { ownPath } from '../../../shell/own-path.js';
import { LoadedPage } from '../../../shell/page.js';
import { AlreadyThere } from './already-there.js';

interface KeptOfRegistration {
  readonly mode: 'open' | 'approval' | 'closed';
  readonly application: { readonly terms: { readonly name: string }; readonly until: string } | null;
}

/** Where an organisation registers itself, by somebody who signed in. */
export default function RegistrationPage() {
  const intl = useIntl();
  const page = usePage(RegistrationPageDocument, {});
  return (
    <LoadedPage page={page} title={() => intl.formatMessage({ id: 'registration.title' })}>
      {() => (
        <ForPeople>
          <Kept />
        </ForPeople>
      )}
    </LoadedPage>
  );
}

function Kept() {
  const { kept: content, failure, reload } = useKept('/registration');
  const kept = content as KeptOfRegistration | undefined;
  if (kept === undefined) return failure === undefined ? <Loading /> : <FailedAct failure={failure} />;
  const { mode, application } = kept;
  if (application !== null) return <Waiting application={application} onDone={reload} />;
  if (mode === 'closed') {
    return (
      <Notice tone="warning" title={<FormattedMessage id="registration.closed" />}>
        <FormattedMessage id="registration.closedText" />
      </Notice>
    );
  }
  return <Register mode={mode} onDone={reload} />;
}

interface Done {
  readonly onDone: () => void;
}

function Waiting({
  application: { terms, until },
  onDone,
}: Done & { readonly application: NonNullable<KeptOfRegistration['application']> }) {
  const { act, busy, failure } = useAct();
  return (
    <>
      <div role="status">
        <Notice tone="good" title={<FormattedMessage id="registration.waits" values={{ organisation: terms.name }} />}>
          <FormattedMessage id="registration.waitsText" values={{ date: <RecordedOn at={until} /> }} />
        </Notice>
      </div>
      <div className="actions">
        <LinkButton href="/me">
          <FormattedMessage id="nav.me" />
        </LinkButton>
        <Button isPending={busy} onPress={() => void act('DELETE', '/registration', undefined, onDone)}>
          <FormattedMessage id="registration.withdraw" />
        </Button>
      </div>
      <FailedAct failure={failure} />
    </>
  );
}

interface Answer {
  readonly organisation: string;
  readonly waits: readonly string[];
}

function Register({ mode, onDone }: Done & { readonly mode: 'open' | 'approval' }) {
  const intl = useIntl();
  const [query] = useSearchParams();
  const [typed, setTyped] = useState(NO_TERMS);
  const [tried, setTried] = useState(false);
  const { act, busy, failure } = useAct();
  const terms = termsToSend(typed);
  return (
    <>
      <p>
        <FormattedMessage id={mode === 'open' ? 'registration.open' : 'registration.approval'} />
      </p>
      <RecordForm
        label={intl.formatMessage({ id: 'registration.title' })}
        sending={busy}
        failure={undefined}
        send={<FormattedMessage id="registration.send" />}
        onSubmit={() => {
          setTried(true);
          if (!isWhole(typed)) return;
          void act('POST', '/registration', terms, (content) => {
            const { organisation, waits } = content as Answer;
            if (waits.length > 0) onDone();
            else {
              actFor(organisation);
              // Whoever was invited to a mission goes back to accepting.
              location.assign(ownPath(query.get('to'), `/desk/${organisation}`));
            }
          });
        }}
      >
        <OrganisationTerms
          terms={typed}
          tried={tried}
          onChange={setTyped}
          belowName={<AlreadyThere name={terms.name} identifiers={terms.identifiers} />}
        />
        <p className="quiet">
          <FormattedMessage id="registration.permanent" />
        </p>
      </RecordForm>
      <FailedAct failure={failure} />
    </>
  );
}
