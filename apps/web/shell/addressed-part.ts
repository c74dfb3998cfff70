import { useEffect } from 'react';

/**
 * Shows the part of a page that the address names after its `#`: it is there only once the page is loaded. A part that can
 * take the focus gets it, so that the next Tab goes on from there.
 */
export function useAddressedPart(loaded: boolean): void {
  useEffect(() => {
    if (!loaded || location.hash === '') return;
    const id = decoded(location.hash.slice(1));
    const part = id === undefined ? null : document.getElementById(id);
    part?.scrollIntoView();
    part?.focus({ preventScroll: true });
  }, [loaded]);
}

/** Undefined where the fragment is not validly encoded: anybody may write an address. */
function decoded(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return undefined;
  }
}
