import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { COSEALG, decodeClientDataJSON } from '@simplewebauthn/server/helpers';
import { z } from 'zod';
import { CHALLENGE_MS, type FoundPasskey, type PasskeyCredential } from '@maillage/platform';
import type { PasskeySite } from '../session/passkey-sites.js';

/** What all devices know between them; others make keys too long for a form. */
const ALGORITHMS = [COSEALG.EdDSA, COSEALG.ES256, COSEALG.RS256];

const bytes = z
  .string()
  .max(8_000)
  .regex(/^[A-Za-z0-9_-]+$/);
const named = { id: bytes.max(1_400), rawId: bytes.max(1_400), type: z.literal('public-key') };
/** What a browser answers where a passkey was made; what else it says is left out. */
export const madePasskey = z
  .object({ ...named, response: z.object({ clientDataJSON: bytes, attestationObject: bytes }) })
  .transform((response) => ({ ...response, clientExtensionResults: {} }));
/** What it answers where one signed. */
export const signedByPasskey = z
  .object({
    ...named,
    response: z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes, userHandle: bytes }),
  })
  .transform((response) => ({ ...response, clientExtensionResults: {} }));

/** @returns what the device says that it was asked to sign; undefined where it says nothing of the kind. */
export function challengeIn({
  response: { clientDataJSON },
}: {
  readonly response: { readonly clientDataJSON: string };
}): string | undefined {
  try {
    const { challenge }: { readonly challenge: unknown } = decodeClientDataJSON(clientDataJSON);
    return typeof challenge === 'string' ? challenge : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What a browser is told to have one made: on the device, so that it is found there without saying who one is, and only where
 * the device asks who holds it.
 */
export function toMake(
  { rpId }: PasskeySite,
  {
    challenge,
    handle,
    name,
    known,
  }: {
    readonly challenge: string;
    readonly handle: Buffer;
    /** Which the device shows where one chooses among several people. */
    readonly name: string;
    /** On these devices none is made again. */
    readonly known: readonly string[];
  },
) {
  return generateRegistrationOptions({
    rpName: 'Maillage',
    rpID: rpId,
    userID: new Uint8Array(handle),
    userName: name,
    userDisplayName: name,
    challenge: bytesOf(challenge),
    timeout: CHALLENGE_MS,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.map((id) => ({ id })),
    supportedAlgorithmIDs: ALGORITHMS,
  });
}

/** What a browser is told to have one sign. It names none: whoever asks has not said who she is. */
export function toSign({ rpId }: PasskeySite, challenge: string) {
  return generateAuthenticationOptions({
    rpID: rpId,
    challenge: bytesOf(challenge),
    timeout: CHALLENGE_MS,
    userVerification: 'required',
  });
}

/** @returns `undefined` where it was not made for this site and this challenge, by a device that asked who holds it. */
export async function credentialIn(
  response: z.output<typeof madePasskey>,
  site: PasskeySite,
  challenge: string,
): Promise<PasskeyCredential | undefined> {
  const verified = await judged(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  );
  if (verified?.verified !== true) return undefined;
  const { credential, credentialBackedUp: isBackedUp } = verified.registrationInfo;
  return { credentialId: credential.id, publicKey: credential.publicKey, counter: credential.counter, isBackedUp };
}

/** @returns `undefined` where it is not this passkey's signature of the challenge, for this site, by a device that asked. */
export async function signatureIn(
  response: z.output<typeof signedByPasskey>,
  site: PasskeySite,
  challenge: string,
  { handle, publicKey, counter }: FoundPasskey,
): Promise<Pick<PasskeyCredential, 'counter' | 'isBackedUp'> | undefined> {
  if (response.response.userHandle !== handle.toString('base64url')) return undefined;
  const verified = await judged(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      requireUserVerification: true,
      credential: { id: response.id, publicKey: new Uint8Array(publicKey), counter },
    }),
  );
  if (verified?.verified !== true) return undefined;
  const { newCounter, credentialBackedUp: isBackedUp } = verified.authenticationInfo;
  return { counter: newCounter, isBackedUp };
}

/** The library throws for whatever does not fit: nothing in there asks anybody else. */
async function judged<Verified>(verify: () => Promise<Verified>): Promise<Verified | undefined> {
  return verify().catch(() => undefined);
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'base64url'));
}
