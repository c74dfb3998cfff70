import { saidIn } from './answer.js';
import type { Said } from '../i18n/refusal-text.js';

/** Why nobody was signed in: what the server said, or `lost` where it did not answer. */
export type SignInFailure = Said | 'lost';

/** Opens a session by an access key or as a persona of the sample; the browser keeps it in a cookie no script can read. */
export async function signIn(
  by: { readonly key: string } | { readonly persona: string },
): Promise<SignInFailure | undefined> {
  try {
    const answer = await fetch('/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(by),
    });
    if (answer.ok) return undefined;
    return saidIn(await answer.json(), answer.status);
  } catch {
    return 'lost';
  }
}

/** Loads the page anew afterwards: nothing the session could see stays on it. */
export async function signOut(): Promise<void> {
  try {
    await fetch('/session', { method: 'DELETE' });
  } finally {
    location.assign('/');
  }
}
