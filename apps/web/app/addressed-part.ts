import { useEffect } from 'react';

/** Shows the part of a page that the address names after its `#`: it is there only once the page is loaded. */
export function useAddressedPart(loaded: boolean): void {
  useEffect(() => {
    if (!loaded || location.hash === '') return;
    const id = decoded(location.hash.slice(1));
    if (id !== undefined) document.getElementById(id)?.scrollIntoView();
  }, [loaded]);
}

/** An address may be anything. */
function decoded(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return undefined;
  }
}
