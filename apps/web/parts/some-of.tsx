import { useState, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { More } from '../shell/graphql/use-more.js';
import { Button } from './button.js';
import { useFocusOnNew } from './focus-on-new.js';
import { MoreButton } from './more-button.js';

/** The first few of a list that is there already, and as many again at each press. */
export function SomeOf<Item>({
  items,
  few,
  more,
  children,
}: {
  readonly items: readonly Item[];
  readonly few: number;
  /** Where the list itself goes on at the server. */
  readonly more?: Omit<More<unknown>, 'nodes'>;
  readonly children: (shown: readonly Item[]) => ReactNode;
}) {
  const [most, setMost] = useState(few);
  // A single item more is shown: a button for it would take as much room.
  const shown = items.length <= most + 1 ? items : items.slice(0, most);
  const left = items.length - shown.length;
  const { place, pressed } = useFocusOnNew(left > 0);
  return (
    <>
      {children(shown)}
      <div ref={place} className="actions">
        {left > 0 && (
          <Button
            onPress={() => {
              pressed();
              setMost(most + few);
            }}
          >
            {more?.hasMore === true ? (
              <FormattedMessage id="list.more" />
            ) : (
              <FormattedMessage id="more.left" values={{ count: left }} />
            )}
          </Button>
        )}
      </div>
      {left === 0 && more !== undefined && (
        <MoreButton
          more={{
            ...more,
            // What is loaded then is shown, without another press.
            showMore: () => {
              setMost(most + few);
              more.showMore();
            },
          }}
        />
      )}
    </>
  );
}
