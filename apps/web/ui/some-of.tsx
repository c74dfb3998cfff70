import { useState, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { More } from '../graphql/use-more.js';
import { Button } from './button.js';
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
  readonly more?: More<unknown>;
  readonly children: (shown: readonly Item[]) => ReactNode;
}) {
  const [most, setMost] = useState(few);
  // One more is shown rather than hidden behind a button of its size.
  const shown = items.length <= most + 1 ? items : items.slice(0, most);
  const left = items.length - shown.length;
  return (
    <>
      {children(shown)}
      {left > 0 && (
        <div className="actions">
          <Button
            onPress={() => {
              setMost(most + few);
            }}
          >
            {more?.hasMore === true ? (
              <FormattedMessage id="list.more" />
            ) : (
              <FormattedMessage id="more.left" values={{ count: left }} />
            )}
          </Button>
        </div>
      )}
      {left === 0 && more !== undefined && <MoreButton more={more} />}
    </>
  );
}
