import { FormattedMessage } from 'react-intl';
import type { More } from '../graphql/use-more.js';
import { Button } from './button.js';

/** Asks for the next page of a list; nothing once all is shown. */
export function MoreButton({
  more: { hasMore, loading, failed, showMore },
}: {
  readonly more: Omit<More<unknown>, 'nodes'>;
}) {
  if (!hasMore) return null;
  return (
    <div className="actions">
      <Button onPress={showMore} isPending={loading}>
        <FormattedMessage id={loading ? 'list.loadingMore' : 'list.more'} />
      </Button>
      <span role="status">{failed && <FormattedMessage id="more.failed" />}</span>
    </div>
  );
}
