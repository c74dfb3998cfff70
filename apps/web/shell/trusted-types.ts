/** TypeScript knows these names of the browser no better than this. */
interface WithTrustedTypes {
  readonly trustedTypes?: {
    createPolicy(name: string, rules: { readonly createHTML: (text: string) => string | null }): unknown;
  };
}

// The pages' policy lets no text become markup. Components empty what screen readers are told by `innerHTML = ''`; nothing
// else is let through, and a browser refuses what this gives no string for.
(globalThis as WithTrustedTypes).trustedTypes?.createPolicy('default', {
  createHTML: (text) => (text === '' ? '' : null),
});

export {};
