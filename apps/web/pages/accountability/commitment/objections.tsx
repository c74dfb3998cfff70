import { FormattedMessage } from 'react-intl';
import { onObjection } from '../../../generated/commands/on-objection.js';
import type { ContributionLineFragment } from '../../../generated/graphql/pages/accountability/commitment/commitment.js';
import { Day } from '../../../i18n/format.js';
import { ActForms } from '../../../parts/forms/act-forms.js';
import { allowedOf } from '../../../parts/may.js';
import { OrganisationLink } from '../../../parts/named.js';
import { Reveal } from '../../../parts/reveal.js';
import { Said } from '../../../parts/said.js';

type Shown = ContributionLineFragment['objections'][number];
interface ObjectionsProps {
  readonly objections: readonly Shown[];
  readonly recorded: (position: string | null) => void;
}

/** What others see otherwise, with the answers; what is folded away stands behind one button. */
export function Objections({ objections, recorded }: ObjectionsProps) {
  const folded = objections.filter((each) => each.folded);
  const open = objections.filter((each) => !each.folded);
  if (objections.length === 0) return null;
  return (
    <>
      <h4>
        <FormattedMessage id="contribution.objections" />
      </h4>
      <List objections={open} recorded={recorded} />
      {folded.length > 0 && (
        <Reveal level={5} label={<FormattedMessage id="contribution.folded" values={{ count: folded.length }} />}>
          <List objections={folded} recorded={recorded} />
        </Reveal>
      )}
    </>
  );
}

function List({ objections, recorded }: ObjectionsProps) {
  if (objections.length === 0) return null;
  return (
    <ul className="statements">
      {objections.map((objection) => (
        <li key={objection.id}>
          <Objection objection={objection} recorded={recorded} />
        </li>
      ))}
    </ul>
  );
}

function Objection({
  objection: { id, may, notedOn, withdrawnOn, organisation, reason, answer },
  recorded,
}: {
  readonly objection: Shown;
  readonly recorded: ObjectionsProps['recorded'];
}) {
  return (
    <>
      <p>
        <FormattedMessage
          id="objection.by"
          values={{
            organisation: <OrganisationLink key="by" organisation={organisation} />,
            day: <Day key="day" date={notedOn} />,
          }}
        />
      </p>
      <Said said={reason} />
      {answer !== null && (
        <>
          <p className="quiet">
            <FormattedMessage id="objection.answer" />
          </p>
          <Said said={answer} />
        </>
      )}
      {withdrawnOn !== null && (
        <p className="quiet">
          <FormattedMessage id="objection.withdrawn" values={{ day: <Day key="day" date={withdrawnOn} /> }} />
        </p>
      )}
      <ActForms
        acts={allowedOf(may, onObjection).map((act) => onObjection[act])}
        on={{ objectionId: id }}
        about={organisation?.name ?? ''}
        recorded={recorded}
      />
    </>
  );
}
