import { useEffect, useRef, type RefObject } from 'react';

/**
 * Keeps the focus where more is shown at the press of a button that then goes: to the first of what is new.
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
    // Whoever went on somewhere else meanwhile is left there.
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

/** A list may have two such places behind it: one for what is here already, one for what the server still has. */
function listBefore(place: Element | null): Element | undefined {
  let before = place?.previousElementSibling ?? undefined;
  while (before?.classList.contains('actions') === true) before = before.previousElementSibling ?? undefined;
  return before;
}
