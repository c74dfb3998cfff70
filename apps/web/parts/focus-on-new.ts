import { useEffect, useRef, type RefObject } from 'react';

/**
 * For a button that shows more and then disappears: moves the focus to the first item that is new.
 * @param there whether the button is.
 * @returns where the button stands, after its list; and what to call when it is pressed.
 */
export function useFocusOnNew(there: boolean): {
  readonly place: RefObject<HTMLDivElement | null>;
  readonly pressed: () => void;
} {
  const place = useRef<HTMLDivElement>(null);
  const shownBefore = useRef<number>(undefined);
  useEffect(() => {
    const count = shownBefore.current;
    if (there || count === undefined) return;
    shownBefore.current = undefined;
    const list = listBefore(place.current);
    // Somebody who has moved the focus elsewhere meanwhile keeps it there.
    if (list === undefined || document.activeElement !== document.body) return;
    const first = list.children.item(count) ?? list;
    if (!(first instanceof HTMLElement)) return;
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
  }, [there]);
  const pressed = () => {
    shownBefore.current = listBefore(place.current)?.children.length;
  };
  return { place, pressed };
}

/** Two such buttons may follow one list: one for items already loaded, one for items still at the server. */
function listBefore(place: Element | null): Element | undefined {
  let before = place?.previousElementSibling ?? undefined;
  while (before?.classList.contains('actions') === true) before = before.previousElementSibling ?? undefined;
  return before;
}
