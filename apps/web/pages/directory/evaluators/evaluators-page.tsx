import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { AccreditEvaluator } from '../../../generated/commands/AccreditEvaluator.js';
import {
  EvaluatorsPageDocument,
  MoreAccreditationsDocument,
  type AccreditationsFragment,
} from '../../../generated/graphql/pages/directory/evaluators/evaluators.js';
import { Day } from '../../../i18n/format.js';
import { Badge } from '../../../parts/badge.js';
import { EvidenceList } from '../../../parts/evidence.js';
import { CommandField, CommandForm } from '../../../parts/forms/command-form.js';
import { useCommandForm } from '../../../parts/forms/use-command-form.js';
import { MoreButton } from '../../../parts/more-button.js';
import { OrganisationLink } from '../../../parts/named.js';
import { OrganisationField } from '../../../parts/organisation-field.js';
import { SignInAnew } from '../../../parts/people/sign-in-anew.js';
import { Reveal } from '../../../parts/reveal.js';
import { Said } from '../../../parts/said.js';
import { useMore } from '../../../shell/graphql/use-more.js';
import { useAsk, usePage } from '../../../shell/graphql/use-page.js';
import { LoadedPage } from '../../../shell/page.js';
import '../../../styles/pages-review.css';

type Accreditation = AccreditationsFragment['nodes'][number];

export default function EvaluatorsPage() {
  const intl = useIntl();
  const page = usePage(EvaluatorsPageDocument, {});
  return (
    <LoadedPage page={page} title={() => intl.formatMessage({ id: 'evaluators.title' })}>
      {({ accreditations, viewer }) => (
        <div className="stack">
          <p>
            <FormattedMessage id="evaluators.text" />
          </p>
          {viewer?.mustSignInAgain === true && <SignInAnew isFresh={false} needsPasskey={viewer.mustUsePasskey} />}
          {viewer?.operates === true && viewer.canWrite && !viewer.mustSignInAgain && (
            <Reveal level={2} label={<FormattedMessage id="command.AccreditEvaluator" />}>
              <AccreditForm recorded={page.reload} />
            </Reveal>
          )}
          {/* Anew for each list that comes: a reload begins at its top. */}
          <List key={accreditations.pageInfo.startCursor ?? ''} accreditations={accreditations} />
        </div>
      )}
    </LoadedPage>
  );
}

function List({ accreditations }: { readonly accreditations: AccreditationsFragment }) {
  const ask = useAsk();
  const more = useMore(
    accreditations,
    ({ position }) => position,
    async (after) => (await ask(MoreAccreditationsDocument, { after })).accreditations,
  );
  if (more.nodes.length === 0) {
    return (
      <p className="quiet">
        <FormattedMessage id="evaluators.none" />
      </p>
    );
  }
  return (
    <>
      <ul className="stack">
        {more.nodes.map((accreditation) => (
          <li key={accreditation.position} className="card">
            <Accredited accreditation={accreditation} />
          </li>
        ))}
      </ul>
      <MoreButton more={more} />
    </>
  );
}

function Accredited({ accreditation }: { readonly accreditation: Accreditation }) {
  const { organisation, accreditedBy, scope, from, until, standing, evidence, evidenceFiles, endings } = accreditation;
  return (
    <>
      <h2>
        <OrganisationLink organisation={organisation} />
      </h2>
      <p className="row">
        <Badge tone={standing === 'IN_FORCE' ? 'good' : 'neutral'}>
          <FormattedMessage id={`accreditation.${standing}`} />
        </Badge>
        <span className="quiet">
          <FormattedMessage
            id="accreditation.period"
            values={{ from: <Day date={from} />, until: <Day date={until} /> }}
          />
        </span>
      </p>
      <p>{scope}</p>
      {endings.map(({ position, reason, endedOn, voidFrom }) => (
        <div key={position}>
          <p>
            <FormattedMessage id="accreditation.endedOn" values={{ on: <Day date={endedOn} /> }} />{' '}
            {voidFrom !== null && (
              <FormattedMessage id="accreditation.voidFrom" values={{ on: <Day date={voidFrom} /> }} />
            )}
          </p>
          <Said said={reason} />
        </div>
      ))}
      <EvidenceList links={evidence} files={evidenceFiles} />
      <p className="quiet">
        <FormattedMessage
          id="accreditation.by"
          values={{ operator: <OrganisationLink organisation={accreditedBy} /> }}
        />
      </p>
    </>
  );
}

/** For the operator, on behalf of the network. */
function AccreditForm({ recorded }: { readonly recorded: () => void }) {
  const [recordings, setRecordings] = useState(0);
  const form = useCommandForm(AccreditEvaluator, {
    subject: 'evaluators',
    given: {},
    onRecorded: () => {
      form.begin();
      setRecordings((before) => before + 1);
      recorded();
    },
  });
  return (
    <CommandForm form={form}>
      {/* The next one is looked for anew. */}
      <OrganisationField key={recordings} form={form} name="organisationId" />
      <CommandField form={form} name="scope" />
      <CommandField form={form} name="from" />
      <CommandField form={form} name="until" />
      <CommandField form={form} name="evidence" />
    </CommandForm>
  );
}
