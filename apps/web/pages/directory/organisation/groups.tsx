import { FormattedMessage } from 'react-intl';
import { ProposeGrouping } from '../../../generated/commands/ProposeGrouping.js';
import {
  MoreGroupingsOfOrganisationDocument,
  MoreMembershipsInGroupsDocument,
} from '../../../generated/graphql/pages/directory/organisation/organisation.js';
import { Day } from '../../../i18n/format.js';
import { ActForm } from '../../../parts/forms/act-form.js';
import { groupingKey, Groupings } from '../../../parts/groupings.js';
import { MoreButton } from '../../../parts/more-button.js';
import { OrganisationLink, OrganisationLinks } from '../../../parts/named.js';
import { Reveal } from '../../../parts/reveal.js';
import { useMore } from '../../../shell/graphql/use-more.js';
import { useAsk } from '../../../shell/graphql/use-page.js';
import { mayDo, type Found, type Reader } from './types.js';

interface GroupsProps {
  readonly organisation: Found;
  readonly viewer: Reader;
  readonly recorded: () => void;
}

/** Whom it belongs to, since when, what is proposed, and what the reader may propose. */
export function Groups({ organisation, viewer, recorded }: GroupsProps) {
  const ask = useAsk();
  const { id, controlGroup, subsidiaries } = organisation;
  const proposals = useMore(
    organisation.groupingProposals,
    groupingKey,
    async (after) => (await ask(MoreGroupingsOfOrganisationDocument, { id, after })).organisation?.groupingProposals,
  );
  const alone = controlGroup === null || controlGroup.id === id;
  return (
    <section aria-labelledby="group">
      <h2 id="group">
        <FormattedMessage id="organisation.controlGroup" />
      </h2>
      <p>
        {alone ? (
          <FormattedMessage id={subsidiaries.length === 0 ? 'organisation.standsAlone' : 'organisation.parentItself'} />
        ) : (
          <FormattedMessage
            id="organisation.belongsTo"
            values={{ parent: <OrganisationLink organisation={controlGroup} /> }}
          />
        )}
      </p>
      {subsidiaries.length > 0 && (
        <p>
          <FormattedMessage
            id="organisation.subsidiaries"
            values={{ organisations: <OrganisationLinks organisations={subsidiaries} /> }}
          />
        </p>
      )}
      <Memberships organisation={organisation} />
      {proposals.nodes.length > 0 && (
        <>
          <h3>
            <FormattedMessage id="organisation.proposals" />
          </h3>
          <Groupings groupings={proposals.nodes} recorded={recorded} />
          <MoreButton more={proposals} />
        </>
      )}
      {viewer?.canWrite === true && (
        <Acts organisation={organisation} viewer={viewer} alone={alone} recorded={recorded} />
      )}
    </section>
  );
}

type Membership = Found['groupMemberships']['nodes'][number];

function Memberships({ organisation: { id, groupMemberships } }: { readonly organisation: Found }) {
  const ask = useAsk();
  const more = useMore<Membership>(
    groupMemberships,
    ({ since, group }) => `${since} ${group?.id ?? ''}`,
    async (after) => (await ask(MoreMembershipsInGroupsDocument, { id, after })).organisation?.groupMemberships,
  );
  if (more.nodes.length === 0) return null;
  return (
    <>
      <ul className="rows">
        {more.nodes.map(({ group, basis, since, until }) => (
          <li key={`${since} ${group?.id ?? ''}`} className="row">
            <OrganisationLink organisation={group} />
            <span className="quiet">
              <FormattedMessage id={`membership.${basis}`} />
            </span>
            <span className="quiet">
              {until === null ? (
                <FormattedMessage id="organisation.since" values={{ on: <Day date={since} /> }} />
              ) : (
                <FormattedMessage
                  id="accreditation.period"
                  values={{ from: <Day date={since} />, until: <Day date={until} /> }}
                />
              )}
            </span>
          </li>
        ))}
      </ul>
      <MoreButton more={more} />
      <p className="quiet">
        <FormattedMessage id="membership.lookBack" />
      </p>
    </>
  );
}

function Acts({
  organisation,
  viewer,
  alone,
  recorded,
}: GroupsProps & { readonly viewer: NonNullable<Reader>; readonly alone: boolean }) {
  const own = viewer.organisation;
  const theirs = own !== null && own.id !== organisation.id && !viewer.operates;
  // One question at a time between two: the other waits for its answer.
  const open = own !== null && own.groupingProposals.totalCount > 0;
  if (own === null || !theirs || open) return null;
  return (
    <>
      {alone && (
        <Propose label="groups.weBelong" organisationId={own.id} parentId={organisation.id} recorded={recorded} />
      )}
      {mayDo(organisation, 'ProposeGrouping') && (
        <Propose label="groups.theyBelong" organisationId={organisation.id} parentId={own.id} recorded={recorded} />
      )}
    </>
  );
}

/** Either side proposes; nothing changes before the other has accepted. */
function Propose({
  label,
  organisationId,
  parentId,
  recorded,
}: {
  readonly label: 'groups.weBelong' | 'groups.theyBelong';
  readonly organisationId: string;
  readonly parentId: string;
  readonly recorded: () => void;
}) {
  return (
    <Reveal label={<FormattedMessage id={label} />}>
      <p className="quiet">
        <FormattedMessage id="groups.propose.text" />
      </p>
      <ActForm command={ProposeGrouping} on={{ organisationId, parentId }} label={label} recorded={recorded} />
    </Reveal>
  );
}
