import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import { Link } from 'wouter';
import {
  MoreAwaitedDocument,
  type AwaitedAnswersFragment,
  type AwaitedPromiseFragment,
  type DeskPageQuery,
} from '../../../generated/graphql/pages/commons/desk/desk.js';
import { Day } from '../../../i18n/format.js';
import { Badge } from '../../../parts/badge.js';
import { LinkButton } from '../../../parts/button.js';
import { MoreButton } from '../../../parts/more-button.js';
import { PartyNames } from '../../../parts/promised-by.js';
import { PromiseText } from '../../../parts/promise-text.js';
import { TermsLine } from '../../../parts/terms-line.js';
import { useMore } from '../../../shell/graphql/use-more.js';
import { useAsk } from '../../../shell/graphql/use-page.js';
import { Section } from './section.js';

type Answer = AwaitedAnswersFragment['nodes'][number];

/** What events of whatever slice ask of the organisation, what is due first at the top. */
export function AwaitedSection({ desk }: { readonly desk: DeskPageQuery['desk'] }) {
  const ask = useAsk();
  const more = useMore(
    desk.awaited,
    ({ position, ref, role }) => `${position} ${ref ?? ''} ${role ?? ''}`,
    async (after) => (await ask(MoreAwaitedDocument, { organisationId: desk.organisation.id, after })).desk.awaited,
  );
  return (
    <Section id="awaited" empty={more.nodes.length === 0}>
      <ol className="stack">
        {more.nodes.map((answer) => (
          <li key={`${answer.position} ${answer.ref ?? ''} ${answer.role ?? ''}`} className="card">
            <AwaitedAnswer answer={answer} />
          </li>
        ))}
      </ol>
      <MoreButton more={more} />
    </Section>
  );
}

function AwaitedAnswer({ answer }: { readonly answer: Answer }) {
  const intl = useIntl();
  const { kind, role, askedOn, dueOn, standing, mission, subject } = answer;
  const commitment = subject?.__typename === 'Commitment' ? subject : undefined;
  const title = worded(intl, `awaited.${kind}`, kind);
  const place = commitment === undefined ? mission && `/missions/${mission.id}` : `/commitments/${commitment.id}`;
  return (
    <>
      <h3>{title}</h3>
      <p className="row">
        <Badge tone={standing === 'OVERDUE' ? 'warning' : 'neutral'}>
          <FormattedMessage id={`awaited.standing.${standing}`} />
        </Badge>
        <span>
          <FormattedMessage id="awaited.due" values={{ day: <Day date={dueOn} /> }} />
        </span>
        <span className="quiet">
          <FormattedMessage id="awaited.since" values={{ day: <Day date={askedOn} /> }} />
        </span>
      </p>
      {role !== null && (
        <p className="quiet">
          <FormattedMessage id="awaited.byRole" values={{ role: worded(intl, `role.${role}`, role) }} />
        </p>
      )}
      {commitment !== undefined && <AwaitedPromise commitment={commitment} />}
      {mission !== null && (
        <p>
          <Link href={`/missions/${mission.id}`}>{mission.title}</Link>
        </p>
      )}
      {place !== null && (
        <div className="actions">
          <LinkButton look="primary" href={place}>
            <FormattedMessage id="desk.awaited.answer" />
            <span className="visually-hidden"> ({title})</span>
          </LinkButton>
        </div>
      )}
    </>
  );
}

/** What is promised and by whom: nobody says yes to a number. */
function AwaitedPromise({ commitment }: { readonly commitment: AwaitedPromiseFragment }) {
  return (
    <>
      <p className="said">
        <PromiseText text={commitment.description} most={240} />
      </p>
      <p className="quiet">
        <PartyNames commitment={commitment} part="PROMISOR" />
        {' · '}
        <TermsLine commitment={commitment} />
      </p>
    </>
  );
}

/** As the slice's messages have it; a name that has none, as of a slice without pages yet, is told in its own words. */
function worded(intl: IntlShape, id: string, name: string): string {
  const message = (intl.messages as Readonly<Record<string, unknown>>)[id];
  if (typeof message === 'string') return message;
  const spelled = name
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .replaceAll('_', ' ')
    .toLowerCase();
  return spelled.charAt(0).toUpperCase() + spelled.slice(1);
}
