import { FormattedMessage } from 'react-intl';
import { Day, RecordedOn } from '../../../i18n/format.js';
import { OrganisationLink } from '../../../parts/named.js';
import { Sdgs } from '../../../parts/indicators/sdgs.js';
import type { MissionData } from './types.js';

/** The challenge first; then when, where, and what it counts towards. */
export function AboutMission({ mission }: { readonly mission: MissionData }) {
  return (
    <>
      <p className="challenge">{mission.challenge}</p>
      <dl className="facts mission-facts">
        <dt>
          <FormattedMessage id="mission.dates" />
        </dt>
        <dd>
          <Dates mission={mission} />
        </dd>
        <dt>
          <FormattedMessage id="mission.places" />
        </dt>
        <dd>
          <Places places={mission.places} />
        </dd>
        {mission.sdgs.length > 0 && (
          <>
            <dt>
              <FormattedMessage id="mission.sdgs" />
            </dt>
            <dd>
              <Sdgs codes={mission.sdgs} />
            </dd>
          </>
        )}
        {mission.privateFields.length > 0 && (
          <>
            <dt>
              <FormattedMessage id="mission.private" />
            </dt>
            <dd>
              <ul className="plain-list">
                {mission.privateFields.map((field) => (
                  <li key={field}>
                    <FormattedMessage id={`mission.private.${field}`} />
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        <dt>
          <FormattedMessage id="mission.declaredBy" />
        </dt>
        <dd>
          <FormattedMessage
            id="mission.declared"
            values={{
              organisation: <OrganisationLink organisation={mission.declaredBy} />,
              day: <RecordedOn at={mission.declaredAt} />,
            }}
          />
        </dd>
      </dl>
    </>
  );
}

function Dates({ mission: { startsOn, endsOn } }: { readonly mission: MissionData }) {
  const from = startsOn !== null && <Day date={startsOn} />;
  const to = endsOn !== null && <Day date={endsOn} />;
  if (from === false && to === false) return <FormattedMessage id="mission.dates.none" />;
  if (to === false) return <FormattedMessage id="mission.dates.from" values={{ from }} />;
  if (from === false) return <FormattedMessage id="mission.dates.to" values={{ to }} />;
  return <FormattedMessage id="mission.dates.both" values={{ from, to }} />;
}

function Places({ places }: { readonly places: MissionData['places'] }) {
  if (places.length === 0) return <FormattedMessage id="mission.places.none" />;
  return (
    <ul className="inline-list">
      {places.map(({ name, code }, index) => (
        <li key={`${index} ${code ?? name}`}>{name}</li>
      ))}
    </ul>
  );
}
