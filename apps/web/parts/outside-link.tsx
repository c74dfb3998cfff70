import type { ReactNode } from 'react';

/** A link to elsewhere that somebody wrote: followed only where it is http or https, else shown as the text it is. */
export function OutsideLink({ url, children }: { readonly url: string; readonly children?: ReactNode }) {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address === undefined || !['http:', 'https:'].includes(address.protocol)) return <>{children ?? url}</>;
  return (
    <a href={address.href} rel="noopener noreferrer nofollow external">
      {children ?? url}
    </a>
  );
}
