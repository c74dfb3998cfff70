import { useState } from 'react';
import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser';
import { askSession } from '../../shell/session.js';
import type { Failure } from '../../shell/graphql/use-recording.js';
import { failureOf } from './use-act.js';

/** Whether this browser has devices sign here: none does at a bare address, as numbers are no name. */
export function hasPasskeys(): boolean {
  return isSecureContext && browserSupportsWebAuthn() && !/^(\[|[\d.]+$)/.test(location.hostname);
}

/** What a device itself did not do. */
export type Stopped = 'stopped' | 'known';

export interface PasskeyUse {
  /** Has a device sign in whoever holds it. */
  readonly signIn: (done: (opened: unknown) => void) => Promise<void>;
  /** Has a device make one for whoever is signed in. @param link by which whoever operates the ledger may without another. */
  readonly add: (
    asked: { readonly label: string; readonly link: string | undefined },
    done: () => void,
  ) => Promise<void>;
  readonly busy: boolean;
  readonly failure: Failure | undefined;
  readonly stopped: Stopped | undefined;
}

type Options<Of extends (options: never) => unknown> = Parameters<Of>[0] extends { readonly optionsJSON: infer Json }
  ? Json
  : never;

export function usePasskey(): PasskeyUse {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [stopped, setStopped] = useState<Stopped>();

  /** Asks the server what a device is to do, has it done, and sends what came of it. */
  const use = async (
    path: string,
    asked: object,
    doIt: (options: unknown) => Promise<unknown>,
    done: (answer: unknown) => void,
  ) => {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    setStopped(undefined);
    const told = await askSession('POST', `${path}/options`, asked);
    if ('failed' in told) setFailure(failureOf(told.failed));
    else {
      const sent = await doIt(told.content).catch((error: unknown) => whyOf(error));
      if (typeof sent === 'string') setStopped(sent as Stopped);
      else {
        const answer = await askSession('POST', path, sent);
        if ('failed' in answer) setFailure(failureOf(answer.failed));
        else done(answer.content);
      }
    }
    setBusy(false);
  };

  return {
    busy,
    failure,
    stopped,
    signIn: (done) =>
      use(
        '/passkey',
        {},
        async (options) => ({
          response: await startAuthentication({ optionsJSON: options as Options<typeof startAuthentication> }),
        }),
        done,
      ),
    add: ({ label, link }, done) =>
      use(
        '/person/passkeys',
        { link },
        async (options) => ({
          label,
          link,
          response: await startRegistration({ optionsJSON: options as Options<typeof startRegistration> }),
        }),
        done,
      ),
  };
}

/** Browsers say little of why: whoever watches is not to learn which devices there are. */
function whyOf(error: unknown): Stopped {
  const isKnown = error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED';
  return isKnown ? 'known' : 'stopped';
}
