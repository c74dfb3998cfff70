import { lazy, Suspense, useMemo, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { NotFound } from '../../../shell/not-found.js';
import { LoadedPage } from '../../../shell/page.js';
import {
  MissionPageDocument,
  type MissionPageQuery,
} from '../../../generated/graphql/pages/missions/mission/mission.js';
import { isUnknownId } from '../../../shell/graphql/unknown-id.js';
import { usePage } from '../../../shell/graphql/use-page.js';
import { AboutMission } from './about.js';
import { CommitmentsSection } from './commitments.js';
import { Course } from './course.js';
import { IndicatorsSection } from './indicators.js';
import { LessonsSection } from './lessons.js';
import { MembersSection } from './members.js';
import { isOpen, OpenInvitation } from './open-invitation.js';
import { ProgressSection } from './progress.js';
import { TimelineSection } from './timeline.js';
import { actingIn } from '../../../parts/acting.js';
import { LinkButton } from '../../../parts/button.js';
import { today } from '../../../parts/today.js';
import type { MissionData } from './types.js';
import { useTimeline } from './use-timeline.js';
import '../../../styles/pages-mission.css';

// Its forms are a third of the page's script: fetched for whoever may fill them in, and for nobody else.
const TakePart = lazy(() => import('./take-part.js'));

/** Drawn anew for another mission, so that nothing of the one before stands under its name. */
export default function MissionPage({ id }: { readonly id: string }) {
  return <OneMission key={id} id={id} />;
}

function OneMission({ id }: { readonly id: string }) {
  // Figures are asked for as of what the timeline has shown, so that the page never contradicts itself.
  const [afterPosition, setAfterPosition] = useState<string | null>(null);
  const variables = useMemo(() => ({ id, afterPosition, today: today() }), [id, afterPosition]);
  const page = usePage(MissionPageDocument, variables);
  if (page.data?.mission === null || isUnknownId(page.error)) return <NotFound />;
  return (
    <LoadedPage
      page={page}
      title={({ mission }) => mission?.title}
      documentTitle={({ mission }) => mission?.title}
      kicker={({ mission }) => <FormattedMessage id="mission.kicker" values={{ hashtag: mission?.hashtag }} />}
    >
      {({ mission, viewer }) =>
        mission !== null && (
          <Sections
            mission={mission}
            viewer={viewer}
            afterPosition={afterPosition}
            happened={(position) => {
              setAfterPosition(position);
            }}
          />
        )
      }
    </LoadedPage>
  );
}

const CONTENTS = ['indicators', 'progress', 'commitments', 'lessons', 'members', 'timeline'] as const;

function Sections({
  mission,
  viewer,
  afterPosition,
  happened,
}: {
  readonly mission: MissionData;
  readonly viewer: MissionPageQuery['viewer'];
  readonly afterPosition: string | null;
  readonly happened: (position: string) => void;
}) {
  const acting = actingIn(viewer);
  const timeline = useTimeline(mission.id, mission.timeline, happened);
  const recorded = (position: string | null) => {
    if (position !== null) happened(position);
  };
  return (
    <>
      <div className="opening">
        <Course mission={mission} />
        <AboutMission mission={mission} />
        {viewer === null ? (
          isOpen(mission) && <SignIn mission={mission} />
        ) : (
          <Suspense fallback={null}>
            <TakePart mission={mission} acting={acting} onRecorded={recorded} />
          </Suspense>
        )}
      </div>
      <Contents />
      <IndicatorsSection mission={mission} />
      <ProgressSection progress={mission.progress} />
      <CommitmentsSection mission={mission} afterPosition={afterPosition} />
      <LessonsSection mission={mission} />
      <MembersSection mission={mission} acting={acting} onRecorded={recorded} />
      <TimelineSection timeline={timeline} />
    </>
  );
}

/** For whoever may join, and has not said who it is. */
function SignIn({ mission }: { readonly mission: MissionData }) {
  return (
    <div className="card take-part">
      <OpenInvitation open />
      <LinkButton href={`/sign-in?to=${encodeURIComponent(`/missions/${mission.id}`)}`}>
        <FormattedMessage id="join.signIn" />
      </LinkButton>
    </div>
  );
}

function Contents() {
  return (
    <nav className="contents" aria-labelledby="contents">
      <p id="contents" className="quiet">
        <FormattedMessage id="mission.contents" />
      </p>
      <ul>
        {CONTENTS.map((id) => (
          <li key={id}>
            <a href={`#${id}`}>
              <FormattedMessage id={`mission.${id}`} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
