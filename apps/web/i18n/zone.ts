import { createContext, use } from 'react';

/** The time zone that the service tells the time in; `undefined` where it is each reader's own, or not known yet. */
export const ZoneContext = createContext<string | undefined>(undefined);

export function useZone(): string | undefined {
  return use(ZoneContext);
}
