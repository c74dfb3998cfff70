import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { MoreAccreditationsOfOrganisationDocument } from '../../../generated/graphql/pages/directory/organisation/organisation.js';
import { Day, RecordedOn } from '../../../i18n/format.js';
import { Badge } from '../../../parts/badge.js';
import { IdentityBadge } from '../../../parts/identity-badge.js';
import { EvidenceList } from '../../../parts/evidence.js';
import { MoreButton } from '../../../parts/more-button.js';
import { OrganisationLink, OrganisationLinks } from '../../../parts/named.js';
import { Notice } from '../../../parts/notice.js';
import { OutsideLink } from '../../../parts/outside-link.js';
import { Said } from '../../../parts/said.js';
import { useMore } from '../../../shell/graphql/use-more.js';
import { useAsk } from '../../../shell/graphql/use-page.js';
import type { Found } from './types.js';

interface Of {
  readonly organisation: Found;
}

/** What has to be known before anything else on the page is read. */
export function Standing({ organisation: { dissolvedOn, dissolutionReason, successor } }: Of) {
  if (dissolvedOn === null) return null;
  return (
    <Notice
      tone="warning"
      title={<FormattedMessage id="organisation.dissolved" values={{ on: <Day date={dissolvedOn} /> }} />}
    >
      <Said said={dissolutionReason} />
      {successor !== null && (
        <FormattedMessage
          id="organisation.successor"
          values={{ successor: <OrganisationLink organisation={successor} /> }}
        />
      )}
    </Notice>
  );
}

/** In place of everything else: whoever comes to a record kept twice is led to the one kept. */
export function LedToKept({
  organisation: { duplicateReason },
  kept,
}: Of & { readonly kept: NonNullable<Found['duplicateOf']> }) {
  return (
    <Notice title={<FormattedMessage id="organisation.duplicate" />}>
      <FormattedMessage id="organisation.kept" values={{ kept: <OrganisationLink organisation={kept} /> }} />
      <Said said={duplicateReason} />
    </Notice>
  );
}

export function Facts({ organisation }: Of) {
  const { alsoNamed, identityConfirmed, identifiers, jurisdiction, website, registeredAt, accreditations } =
    organisation;
  const { accessRecoveredOn } = organisation;
  return (
    <dl className="facts">
      <Fact id="identity">
        <IdentityBadge confirmed={identityConfirmed} />
        {!identityConfirmed && (
          <>
            {' '}
            <span className="quiet">
              <FormattedMessage id="organisation.identity.unconfirmed.text" />
            </span>
          </>
        )}
      </Fact>
      {alsoNamed.length > 0 && (
        <Fact id="name">
          <Badge tone="warning">
            <FormattedMessage id="organisation.name.alsoNamed" />
          </Badge>{' '}
          <OrganisationLinks organisations={alsoNamed} />
        </Fact>
      )}
      {identifiers.length > 0 && (
        <Fact id="identifiers">
          {identifiers.map((identifier) => (
            <Identifier key={`${identifier.scheme} ${identifier.value}`} identifier={identifier} />
          ))}
        </Fact>
      )}
      {accreditations.nodes.length > 0 && (
        <Fact id="accredited">
          <Accreditations organisation={organisation} />
        </Fact>
      )}
      {jurisdiction !== null && <Fact id="jurisdiction">{jurisdiction}</Fact>}
      {website !== null && (
        <Fact id="website">
          <OutsideLink url={website} />
        </Fact>
      )}
      <Fact id="registered">
        <RecordedOn at={registeredAt} />
      </Fact>
      {accessRecoveredOn !== null && (
        <Fact id="accessRecovered">
          <FormattedMessage id="organisation.accessRecovered.text" values={{ on: <Day date={accessRecoveredOn} /> }} />
        </Fact>
      )}
    </dl>
  );
}

function Accreditations({ organisation: { id, accreditations } }: { readonly organisation: Found }) {
  const ask = useAsk();
  const more = useMore<Found['accreditations']['nodes'][number]>(
    accreditations,
    ({ position }) => position,
    async (after) => (await ask(MoreAccreditationsOfOrganisationDocument, { id, after })).organisation?.accreditations,
  );
  return (
    <>
      {more.nodes.map(({ position, scope, from, until, standing }) => (
        <div key={position}>
          <Badge tone={standing === 'IN_FORCE' ? 'good' : 'neutral'}>
            <FormattedMessage id={`accreditation.${standing}`} />
          </Badge>{' '}
          <FormattedMessage
            id="accreditation.period"
            values={{ from: <Day date={from} />, until: <Day date={until} /> }}
          />{' '}
          <span className="quiet">{scope}</span>
        </div>
      ))}
      <MoreButton more={more} />
    </>
  );
}

function Fact({
  id,
  children,
}: {
  readonly id:
    'name' | 'identity' | 'identifiers' | 'accredited' | 'accessRecovered' | 'jurisdiction' | 'website' | 'registered';
  readonly children: ReactNode;
}) {
  return (
    <>
      <dt>
        <FormattedMessage id={`organisation.${id}`} />
      </dt>
      <dd>{children}</dd>
    </>
  );
}

function Identifier({ identifier }: { readonly identifier: Found['identifiers'][number] }) {
  const { scheme, value, confirmed, confirmedOn, confirmedBy, evidence, evidenceFiles, alsoClaimedBy } = identifier;
  return (
    <div>
      {scheme} {value}{' '}
      {confirmed && confirmedOn !== null ? (
        <span className="quiet">
          <FormattedMessage
            id="organisation.number.confirmed"
            values={{ by: <OrganisationLink organisation={confirmedBy} />, on: <Day date={confirmedOn} /> }}
          />
        </span>
      ) : (
        <span className="quiet">
          <FormattedMessage id="organisation.number.unconfirmed" />
        </span>
      )}
      {alsoClaimedBy.length > 0 && (
        <div>
          <Badge tone="warning">
            <FormattedMessage id="organisation.number.alsoClaimed" />
          </Badge>{' '}
          <OrganisationLinks organisations={alsoClaimedBy} />
        </div>
      )}
      <EvidenceList links={evidence} files={evidenceFiles} />
    </div>
  );
}
