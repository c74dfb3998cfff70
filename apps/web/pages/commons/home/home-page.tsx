import { useCallback } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import { LoadedPage, type Viewer } from '../../../shell/page.js';
import {
  HomePageDocument,
  MoreMissionsDocument,
  type HomeMissionsFragment,
  type HomePageQuery,
} from '../../../generated/graphql/pages/commons/home/home.js';
import { idOf, useMore } from '../../../shell/graphql/use-more.js';
import { useAsk, usePage } from '../../../shell/graphql/use-page.js';
import { Day } from '../../../i18n/format.js';
import { LinkButton } from '../../../parts/button.js';
import { MoreButton } from '../../../parts/more-button.js';
import { Badge } from '../../../parts/badge.js';
import { today } from '../../../parts/today.js';
import '../../../styles/pages-home.css';
import '../../../styles/pages-mission.css';

type MissionCard = HomeMissionsFragment['nodes'][number];

const FIRST_PAGE = {};
const MOST_PLACES = 3;

export default function HomePage() {
  const intl = useIntl();
  const page = usePage(HomePageDocument, FIRST_PAGE);
  return (
    <LoadedPage
      page={page}
      title={() => <FormattedMessage id="app.claim" />}
      documentTitle={() => intl.formatMessage({ id: 'home.missions' })}
    >
      {(data) => (
        <>
          <p className="lead">
            <FormattedMessage id="home.intro" />
          </p>
          <Ways viewer={data.viewer} />
          <Missions missions={data.missions} viewer={data.viewer} />
        </>
      )}
    </LoadedPage>
  );
}

/** What a visitor can do here: read, act, check. */
function Ways({ viewer }: { readonly viewer: Viewer }) {
  const organisation = viewer?.organisation ?? null;
  return (
    <ul className="ways">
      <li>
        <p>
          <FormattedMessage id="home.way.read" />
        </p>
        <a href="#missions">
          <FormattedMessage id="home.way.read.link" />
        </a>
      </li>
      <li>
        <p>
          <FormattedMessage id="home.way.act" />
        </p>
        {organisation === null ? (
          <Link href="/sign-in?to=/desk">
            <FormattedMessage id="home.way.act.signIn" />
          </Link>
        ) : (
          <Link href={`/desk/${organisation.id}`}>
            <FormattedMessage id="home.way.act.desk" />
          </Link>
        )}{' '}
        {maySetUp(viewer) && (
          <Link href="/missions/new">
            <FormattedMessage id="setup.link" />
          </Link>
        )}
      </li>
      <li>
        <p>
          <FormattedMessage id="home.way.check" />
        </p>
        {/* Not pages of ours: the server's own. */}
        <a href="/log/checkpoint">
          <FormattedMessage id="home.way.check.link" />
        </a>
      </li>
    </ul>
  );
}

/** Whoever acts for nobody yet is told there how that begins. */
function maySetUp(viewer: Viewer): boolean {
  const organisation = viewer?.organisation ?? null;
  return organisation === null || viewer?.administers === true;
}

function Missions({ missions, viewer }: { readonly missions: HomePageQuery['missions']; readonly viewer: Viewer }) {
  const ask = useAsk();
  const next = useCallback(
    async (after: string | null) => (await ask(MoreMissionsDocument, { after })).missions,
    [ask],
  );
  const more = useMore<MissionCard>(missions, idOf, next);
  return (
    <>
      <h2 id="missions">
        <FormattedMessage id="home.missions" />
      </h2>
      {more.nodes.length === 0 && (
        <div className="card">
          <p>
            <FormattedMessage id="home.none" />
          </p>
          <p>
            <FormattedMessage id="home.none.text" />
          </p>
          {maySetUp(viewer) && (
            <div className="actions">
              <LinkButton look="primary" href="/missions/new">
                <FormattedMessage id="home.none.first" />
              </LinkButton>
            </div>
          )}
        </div>
      )}
      <ul className="cards missions">
        {more.nodes.map((mission) => (
          <li key={mission.id} className="card">
            <Card mission={mission} />
          </li>
        ))}
      </ul>
      <MoreButton more={more} />
    </>
  );
}

function Card({ mission }: { readonly mission: MissionCard }) {
  const { id, title, challenge, hashtag, openInvitation } = mission;
  return (
    <article className="mission-card">
      <p className="hashtag">{hashtag}</p>
      <h3>
        <Link href={`/missions/${id}`}>{title}</Link>
      </h3>
      <p className="words challenge-line">{challenge}</p>
      <dl className="facts">
        <Where mission={mission} />
        <dt>
          <FormattedMessage id="home.members" />
        </dt>
        <dd>
          <Members mission={mission} />
        </dd>
      </dl>
      <p className="row">
        {openInvitation && !ended(mission) && (
          <Badge tone="good">
            <FormattedMessage id="home.open" />
          </Badge>
        )}
        <Dates mission={mission} />
      </p>
    </article>
  );
}

function Where({ mission: { places } }: { readonly mission: MissionCard }) {
  if (places.length === 0) return null;
  const named = places.slice(0, MOST_PLACES);
  const others = places.length - named.length;
  return (
    <>
      <dt>
        <FormattedMessage id="home.places" />
      </dt>
      <dd>
        {named.map(({ name }) => name).join(', ')}
        {others > 0 && (
          <>
            {' '}
            <FormattedMessage id="home.morePlaces" values={{ count: others }} />
          </>
        )}
      </dd>
    </>
  );
}

function Members({ mission: { membersBySector } }: { readonly mission: MissionCard }) {
  const intl = useIntl();
  const counts = membersBySector
    .filter(({ organisations }) => organisations > 0)
    .map(({ sector, organisations }) => intl.formatMessage({ id: `home.members.${sector}` }, { count: organisations }));
  return counts.length === 0 ? <FormattedMessage id="home.noMembers" /> : intl.formatList(counts);
}

function ended({ endsOn, closedOn }: MissionCard): boolean {
  return closedOn !== null || (endsOn !== null && endsOn < today());
}

function Dates({ mission }: { readonly mission: MissionCard }) {
  const { startsOn, endsOn } = mission;
  const from = startsOn !== null && <Day date={startsOn} />;
  const to = endsOn !== null && <Day date={endsOn} />;
  if (from === false && to === false) return null;
  return (
    <span className="quiet">
      {to === false ? (
        <FormattedMessage id="home.from" values={{ from }} />
      ) : ended(mission) ? (
        <FormattedMessage id="home.ended" values={{ to }} />
      ) : (
        <FormattedMessage id="home.until" values={{ to }} />
      )}
    </span>
  );
}
