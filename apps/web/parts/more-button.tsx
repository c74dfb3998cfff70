import { FormattedMessage } from 'react-intl';
import type { More } from '../shell/graphql/use-more.js';
import { Button } from './button.js';
import { useFocusOnNew } from './focus-on-new.js';

/** Asks for the next page of the list that stands before it; nothing once all is shown. */
export function MoreButton({
  more: { hasMore, loading, failed, showMore },
}: {
  readonly more: Omit<More<unknown>, 'nodes'>;
}) {
  const { place, pressed } = useFocusOnNew(hasMore);
  return (
    <div ref={place} className="actions">
      {hasMore && (
        <>
          <Button
            onPress={() => {
              pressed();
              showMore();
            }}
            isPending={loading}
          >
            <FormattedMessage id={loading ? 'list.loadingMore' : 'list.more'} />
          </Button>
          <span role="status">{failed && <FormattedMessage id="more.failed" />}</span>
        </>
      )}
    </div>
  );
}
