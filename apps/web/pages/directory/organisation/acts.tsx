import { FormattedMessage } from 'react-intl';
import { AccreditEvaluator } from '../../../generated/commands/AccreditEvaluator.js';
import { AssertGrouping } from '../../../generated/commands/AssertGrouping.js';
import { DissolveOrganisation } from '../../../generated/commands/DissolveOrganisation.js';
import { EndAccreditation } from '../../../generated/commands/EndAccreditation.js';
import { MarkDuplicate } from '../../../generated/commands/MarkDuplicate.js';
import { ReviseOrganisation } from '../../../generated/commands/ReviseOrganisation.js';
import { onOrganisation } from '../../../generated/commands/on-organisation.js';
import { ActForms } from '../../../parts/forms/act-forms.js';
import type { Command } from '../../../parts/forms/command.js';
import { CommandField, CommandForm } from '../../../parts/forms/command-form.js';
import { useCommandForm } from '../../../parts/forms/use-command-form.js';
import { SignInAnew } from '../../../parts/people/sign-in-anew.js';
import { OrganisationField } from '../../../parts/organisation-field.js';
import { Reveal } from '../../../parts/reveal.js';
import { useViewer } from '../../../shell/page.js';
import { Revision } from './revision.js';
import { mayDo, type Found } from './types.js';
import { WaitingName } from './waiting-name.js';

interface ActsProps {
  readonly organisation: Found;
  readonly recorded: () => void;
}

/** The operator's, of which the ledger says with its answer whether they may be done. */
const ACCREDITATION: readonly Command[] = [AccreditEvaluator, EndAccreditation];

/** What names nobody but the organisation; the rest stands elsewhere. */
const PLAIN = Object.values<Command>(onOrganisation).filter(
  (command) =>
    !ACCREDITATION.includes(command) &&
    Object.entries(command.fields).every(([name, { type }]) => type !== 'id' || name === 'organisationId'),
);

/**
 * What the reader may say of the organisation: every command about one that has words, but for those that the ledger
 * would refuse. Of what it cannot tell beforehand, an organisation finds that of itself.
 */
export function Acts({ organisation, own, recorded }: ActsProps & { readonly own: boolean }) {
  const isPerson = (useViewer()?.person ?? null) !== null;
  const { id, name, may } = organisation;
  const acts = PLAIN.filter((command) =>
    may.some((each) => each.command === command.name) ? mayDo(organisation, command.name) : own,
  );
  if (acts.length === 0 && !mayDo(organisation, 'DissolveOrganisation')) return null;
  return (
    <section aria-labelledby="acts">
      <h2 id="acts">
        <FormattedMessage id="organisation.acts" />
      </h2>
      <div className="stack">
        {own && isPerson && mayDo(organisation, 'ReviseOrganisation') && <WaitingName organisation={organisation} />}
        <ActForms
          acts={acts}
          on={{ organisationId: id }}
          about={name}
          recorded={recorded}
          formOf={(act, props) =>
            act === ReviseOrganisation ? <Revision organisation={organisation} {...props} /> : undefined
          }
        />
        {mayDo(organisation, 'DissolveOrganisation') && (
          <Reveal label={<FormattedMessage id="command.DissolveOrganisation" />}>
            <DissolveForm organisation={organisation} recorded={recorded} />
          </Reveal>
        )}
      </div>
    </section>
  );
}

function DissolveForm({ organisation: { id }, recorded }: ActsProps) {
  const form = useCommandForm(DissolveOrganisation, {
    subject: id,
    given: { organisationId: id },
    onRecorded: recorded,
  });
  return (
    <CommandForm form={form}>
      <CommandField form={form} name="reason" rows={3} />
      <OrganisationField form={form} name="successorId" />
    </CommandForm>
  );
}

/** What the operator alone may say of an organisation, on behalf of the network. */
export function OperatorSection({
  organisation,
  viewer,
  recorded,
}: ActsProps & { readonly viewer: { readonly mustSignInAgain: boolean; readonly mustUsePasskey: boolean } }) {
  const isFresh = !viewer.mustSignInAgain;
  const { id, name, accreditations } = organisation;
  const acts = accreditations.nodes.length === 0 ? [AccreditEvaluator] : ACCREDITATION;
  return (
    <section aria-labelledby="operator">
      <h2 id="operator">
        <FormattedMessage id="operator.title" />
      </h2>
      <p className="quiet">
        <FormattedMessage id="operator.text" />
      </p>
      <SignInAnew isFresh={isFresh} needsPasskey={viewer.mustUsePasskey} />
      <ActForms acts={isFresh ? acts : []} on={{ organisationId: id }} about={name} recorded={recorded} />
      {mayDo(organisation, 'AssertGrouping') && (
        <Reveal label={<FormattedMessage id="command.AssertGrouping" />}>
          <AssertForm organisation={organisation} recorded={recorded} />
        </Reveal>
      )}
      {mayDo(organisation, 'MarkDuplicate') && (
        <Reveal label={<FormattedMessage id="command.MarkDuplicate" />}>
          <DuplicateForm organisation={organisation} recorded={recorded} />
        </Reveal>
      )}
    </section>
  );
}

function AssertForm({ organisation: { id }, recorded }: ActsProps) {
  const form = useCommandForm(AssertGrouping, { subject: id, given: { organisationId: id }, onRecorded: recorded });
  return (
    <CommandForm form={form}>
      <OrganisationField form={form} name="parentId" />
      <CommandField form={form} name="register" />
    </CommandForm>
  );
}

function DuplicateForm({ organisation: { id }, recorded }: ActsProps) {
  const form = useCommandForm(MarkDuplicate, { subject: id, given: { organisationId: id }, onRecorded: recorded });
  return (
    <CommandForm form={form}>
      <OrganisationField form={form} name="keptId" />
      <CommandField form={form} name="reason" rows={3} />
    </CommandForm>
  );
}
