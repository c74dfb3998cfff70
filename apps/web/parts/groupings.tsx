import { FormattedMessage } from 'react-intl';
import { onOrganisation } from '../generated/commands/on-organisation.js';
import type { GroupingsShownFragment } from '../generated/graphql/parts/groupings.js';
import { Day } from '../i18n/format.js';
import { Badge } from './badge.js';
import { ActForms } from './forms/act-forms.js';
import type { Command } from './forms/command.js';
import { OrganisationLink } from './named.js';
import type { Tone } from './notice.js';
import { OutsideLink } from './outside-link.js';
import { Said } from './said.js';

export type Grouping = GroupingsShownFragment['nodes'][number];

const COMMANDS = {
  PROPOSED: ['AcceptGrouping', 'DeclineGrouping', 'DropGrouping'],
  ASSERTED: ['ContestGrouping', 'DropGroupingAssertion'],
} as const;

const TONES: Readonly<Record<Grouping['standing'], Tone>> = {
  OPEN: 'warning',
  LAPSED: 'neutral',
  COUNTS: 'good',
  ACCEPTED: 'good',
  DECLINED: 'neutral',
  DROPPED: 'neutral',
  CONTESTED: 'warning',
};

/** What was said of who belongs to whom, and a button for each answer that whoever reads it may give. */
export function Groupings({
  groupings,
  recorded,
}: {
  readonly groupings: readonly Grouping[];
  readonly recorded: (position: string | null) => void;
}) {
  return (
    <ul className="stack">
      {groupings.map((grouping) => (
        <li key={groupingKey(grouping)} className="card">
          <Saying grouping={grouping} />
          <Answers grouping={grouping} recorded={recorded} />
        </li>
      ))}
    </ul>
  );
}

/** Tells them apart in a list. */
export function groupingKey({ kind, organisation, parent, askedOn }: Grouping): string {
  return [kind, organisation?.id, parent?.id, askedOn].join(' ');
}

function Saying({ grouping }: { readonly grouping: Grouping }) {
  const { kind, standing, reason, register, askedOn, dueOn, answeredOn, answerReason, saidBy } = grouping;
  return (
    <>
      <p>
        <FormattedMessage
          id={`grouping.${kind}`}
          values={{
            organisation: <OrganisationLink organisation={grouping.organisation} />,
            parent: <OrganisationLink organisation={grouping.parent} />,
            by: <OrganisationLink organisation={saidBy} />,
          }}
        />
      </p>
      <Said said={reason} />
      {register !== null && (
        <p>
          <OutsideLink url={register} />
        </p>
      )}
      <p className="row">
        <Badge tone={TONES[standing]}>
          <FormattedMessage id={`grouping.standing.${standing}`} />
        </Badge>
        <span className="quiet">
          {standing === 'OPEN' ? (
            <FormattedMessage
              id={`grouping.until.${kind}`}
              values={{ on: <Day date={askedOn} />, until: <Day date={dueOn} /> }}
            />
          ) : (
            <Day date={answeredOn ?? dueOn} />
          )}
        </span>
      </p>
      <Said said={answerReason} />
    </>
  );
}

function Answers({
  grouping: { kind, organisation, parent },
  recorded,
}: {
  readonly grouping: Grouping;
  readonly recorded: (position: string | null) => void;
}) {
  if (organisation === null || parent === null) return null;
  const allowed = new Set(
    organisation.may.filter(({ about, allowed: may }) => may && about === parent.id).map(({ command }) => command),
  );
  const acts: readonly Command[] = COMMANDS[kind]
    .filter((name) => allowed.has(name))
    .map((name) => onOrganisation[name]);
  return (
    <ActForms
      acts={acts}
      on={{ organisationId: organisation.id, parentId: parent.id }}
      about={`${organisation.name}, ${parent.name}`}
      recorded={recorded}
    />
  );
}
