import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';

/** Something more, opened on demand. `level` is that of its heading in the page. */
export function Reveal({
  label,
  level = 3,
  open = false,
  children,
}: {
  readonly label: ReactNode;
  readonly level?: 2 | 3 | 4 | 5;
  readonly open?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <Disclosure className="reveal" defaultExpanded={open}>
      {({ isExpanded }) => (
        <>
          <Heading level={level}>
            <Button slot="trigger" className="reveal-button">
              <span aria-hidden="true">{isExpanded ? '−' : '+'}</span> {label}
            </Button>
          </Heading>
          {/* Drawn when it is opened, so that what is hidden costs nothing. */}
          <DisclosurePanel>{isExpanded && children}</DisclosurePanel>
        </>
      )}
    </Disclosure>
  );
}
