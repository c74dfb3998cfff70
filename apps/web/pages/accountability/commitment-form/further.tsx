import { FormattedMessage, useIntl } from 'react-intl';
import {
  MoreIndicatorsToAimAtDocument,
  type CommitmentFormPageQuery,
} from '../../../generated/graphql/pages/accountability/commitment-form/commitment-form.js';
import { CommandField, FieldPlace, useField } from '../../../parts/forms/command-form.js';
import { isBlank } from '../../../parts/forms/command.js';
import { Checkboxes } from '../../../parts/forms/fields.js';
import { Milestones } from '../../../parts/forms/milestones.js';
import type { MembersToChoose } from '../../../parts/members.js';
import { MoreButton } from '../../../parts/more-button.js';
import { choicesIn, type Named } from '../../../parts/named.js';
import { Reveal } from '../../../parts/reveal.js';
import { idOf, useMore } from '../../../shell/graphql/use-more.js';
import { useAsk } from '../../../shell/graphql/use-page.js';
import type { PromiseForm } from './promise-form.js';

type Mission = NonNullable<CommitmentFormPageQuery['mission']>;

const FURTHER = ['promisorIds', 'milestones', 'aims', 'source.dataset', 'source.record'] as const;

/** What few promises need: who promises it together, steps, what it is to move, and where it was published. */
export function Further({
  form,
  mission,
  own,
  others,
}: {
  readonly form: PromiseForm;
  readonly mission: Mission;
  readonly own: Named | undefined;
  readonly others: MembersToChoose;
}) {
  const used = FURTHER.some((name) => !isBlank(form.values[name]));
  return (
    <Reveal level={2} open={used} label={<FormattedMessage id="commitmentForm.more" />}>
      {own !== undefined && others.members.length > 0 && <Promisors form={form} own={own} others={others} />}
      <Milestones form={form} />
      {mission.indicators.nodes.length > 0 && <Aims form={form} mission={mission} />}
      <div className="columns">
        <CommandField form={form} name="source.dataset" />
        <CommandField form={form} name="source.record" />
      </div>
    </Reveal>
  );
}

function Aims({ form, mission }: { readonly form: PromiseForm; readonly mission: Mission }) {
  const ask = useAsk();
  const more = useMore(
    mission.indicators,
    idOf,
    async (after) => (await ask(MoreIndicatorsToAimAtDocument, { missionId: mission.id, after })).mission?.indicators,
  );
  return (
    <>
      <CommandField form={form} name="aims" choices={more.nodes.map(({ id, name }) => ({ value: id, label: name }))} />
      <MoreButton more={more} />
    </>
  );
}

/** One's own organisation alone where nobody is named; a backbone may propose for others and take itself out. */
function Promisors({
  form,
  own,
  others,
}: {
  readonly form: PromiseForm;
  readonly own: Named;
  readonly others: MembersToChoose;
}) {
  const intl = useIntl();
  const field = useField(form, 'promisorIds');
  const { promisorIds } = form.values;
  return (
    <FieldPlace form={form} name="promisorIds">
      <Checkboxes
        {...field}
        value={promisorIds.length === 0 ? [own.id] : promisorIds}
        choices={choicesIn(intl, [own, ...others.members])}
        onChange={(ids) => {
          form.set({ promisorIds: ids.length === 1 && ids[0] === own.id ? [] : ids });
        }}
      />
      <MoreButton more={others.more} />
    </FieldPlace>
  );
}
