import { useEffect, useState } from 'react';
import { FormattedList, FormattedMessage } from 'react-intl';
import { ReviewVersionsDocument, type ReviewVersionsQuery } from '../../generated/graphql/parts/review/review.js';
import { useAsk } from '../../shell/graphql/use-page.js';
import { RecordedOn } from '../../i18n/format.js';
import { Loading, Notice } from '../notice.js';

import { Said } from '../said.js';
import { DIMENSIONS, MOST_POINTS, SCORE_OF } from './scores.js';

type Version = NonNullable<ReviewVersionsQuery['review']>['versions'][number];

/** What a revised review said before, oldest first. The last version is the review itself, and not repeated. */
export function EarlierVersions({ reviewId }: { readonly reviewId: string }) {
  const ask = useAsk();
  const [found, setFound] = useState<readonly Version[] | 'failed'>();
  useEffect(() => {
    let current = true;
    ask(ReviewVersionsDocument, { id: reviewId }).then(
      ({ review }) => {
        if (current) setFound(review?.versions.slice(0, -1) ?? []);
      },
      () => {
        if (current) setFound('failed');
      },
    );
    return () => {
      current = false;
    };
  }, [ask, reviewId]);
  if (found === undefined) return <Loading />;
  if (found === 'failed') return <Notice tone="warning" title={<FormattedMessage id="failed.title" />} />;
  return (
    <ol className="stack">
      {found.map((version) => (
        <li key={version.position}>
          <p className="quiet">
            <RecordedOn at={version.recordedAt} />
          </p>
          <p>
            <FormattedList
              type="unit"
              value={DIMENSIONS.map((each) => (
                <Score key={each} version={version} of={each} />
              ))}
            />
          </p>
          <h5>
            <FormattedMessage id="reviews.whatWorked" />
          </h5>
          <Said said={version.whatWorked} />
          <h5>
            <FormattedMessage id="reviews.whatToTry" />
          </h5>
          <Said said={version.whatToTry} />
        </li>
      ))}
    </ol>
  );
}

function Score({ version, of }: { readonly version: Version; readonly of: (typeof DIMENSIONS)[number] }) {
  return (
    <>
      <FormattedMessage id={`dimension.${of}`} />{' '}
      <FormattedMessage id="reviews.points" values={{ score: version.scores[SCORE_OF[of]], most: MOST_POINTS }} />
    </>
  );
}
