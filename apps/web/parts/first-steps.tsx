import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'wouter';
import type { FirstStepsFragment } from '../generated/graphql/parts/first-steps.js';
import { only } from '../shell/graphql/use-more.js';
import { useViewer } from '../shell/page.js';

/** What to do next for whoever begins here: three steps that tick themselves off, and go once all are done. */
export function FirstSteps({
  organisation,
}: {
  /** Null for somebody who acts for none yet. */
  readonly organisation: FirstStepsFragment | null;
}) {
  const administers = useViewer()?.administers === true;
  const takesPart = (organisation?.missions.totalCount ?? 0) > 0;
  const promised = (organisation?.commitmentCounts.made ?? 0) > 0;
  if (promised && takesPart) return null;
  const missionId = only(organisation?.missions)?.mission?.id;
  return (
    <section aria-labelledby="first-steps" className="card first-steps">
      <h2 id="first-steps">
        <FormattedMessage id="firstSteps.title" />
      </h2>
      <ol>
        <Step id="act" done={organisation !== null}>
          <FormattedMessage id="firstSteps.act.how" />{' '}
          <Link href="/organisations/new">
            <FormattedMessage id="firstSteps.register" />
          </Link>
        </Step>
        <Step id="mission" done={takesPart}>
          {organisation !== null && (
            <>
              <Link href="/">
                <FormattedMessage id="home.way.read.link" />
              </Link>
              {administers && (
                <>
                  {' '}
                  <FormattedMessage id="firstSteps.or" />{' '}
                  <Link href="/missions/new">
                    <FormattedMessage id="firstSteps.setUp" />
                  </Link>
                </>
              )}
            </>
          )}
        </Step>
        <Step id="promise" done={promised}>
          {missionId !== undefined && (
            <Link href={`/record/commitment/${missionId}`}>
              <FormattedMessage id="mission.makeCommitment" />
            </Link>
          )}
        </Step>
      </ol>
    </section>
  );
}

/** @param children how it is done, while it is not. */
function Step({
  id,
  done,
  children,
}: {
  readonly id: 'act' | 'mission' | 'promise';
  readonly done: boolean;
  readonly children: ReactNode;
}) {
  return (
    <li>
      <span className={done ? 'quiet' : undefined}>
        <FormattedMessage id={`firstSteps.${id}`} />
      </span>{' '}
      {done ? (
        <>
          <span aria-hidden="true">✓</span>{' '}
          <span className="quiet">
            <FormattedMessage id="firstSteps.done" />
          </span>
        </>
      ) : (
        children
      )}
    </li>
  );
}
