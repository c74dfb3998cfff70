import { actFor, actForNobody } from './acting-for.js';
import { saidIn } from './answer.js';
import type { Said } from '../i18n/refusal-text.js';

/** Why nothing was done: what the server said, or `lost` where it did not answer. */
export type SessionFailure = Said | 'lost';

/** What the server answers below /session, as JSON; `content` is null where it has nothing to say. */
export async function askSession(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<{ readonly content: unknown } | { readonly failed: SessionFailure }> {
  const sent =
    body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  try {
    const answer = await fetch(`/session${path}`, { method, ...sent });
    const content: unknown = answer.status === 204 ? null : await answer.json();
    return answer.ok ? { content } : { failed: saidIn(content, answer.status) };
  } catch {
    return { failed: 'lost' };
  }
}

/** Opens a session by an access key or as a persona of the sample; the browser keeps it in a cookie no script can read. */
export async function signIn(
  by: { readonly key: string } | { readonly persona: string },
): Promise<SessionFailure | undefined> {
  const answer = await askSession('POST', '', by);
  if ('failed' in answer) return answer.failed;
  const { seats } = answer.content as { readonly seats: readonly [string] };
  actFor(seats[0]);
  return undefined;
}

/** Loads the page anew afterwards: nothing the session could see stays on it. */
export async function signOut(): Promise<void> {
  actForNobody();
  await askSession('DELETE', '');
  location.assign('/');
}
