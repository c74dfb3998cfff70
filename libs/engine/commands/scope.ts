import { refuse, type Refusal, type Scope } from '@maillage/kernel';

/** Whoever may only read records nothing, whatever it is. */
export function refuseReading(scopes: readonly Scope[]): Refusal<'SCOPE_MISSING'> | undefined {
  return scopes.includes('write')
    ? undefined
    : refuse('SCOPE_MISSING', 'This access key may only read; recording needs one with the scope "write".');
}
