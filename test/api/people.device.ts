import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

const [PRESENT, VERIFIED, KEY_INCLUDED] = [0x01, 0x04, 0x40];

/** What a device says of the moment in which it makes or uses a key; what is left out, as it should be. */
export interface Moment {
  /** Of the page that asks. */
  readonly origin?: string;
  readonly rpId?: string;
  /** Whether it made sure who holds it. */
  readonly verifies?: boolean;
  readonly counter?: number;
}

/** A phone that keeps one key pair (ECDSA on P-256) and signs by it. */
export class Device {
  private readonly keys: { readonly privateKey: KeyObject; readonly publicKey: KeyObject };
  private readonly id = randomBytes(16);
  private userHandle = '';
  private counter = 0;

  constructor(private readonly site: { readonly rpId: string; readonly origin: string }) {
    this.keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  }

  /** @param options as the server tells browsers. @returns what browsers then answer. */
  make(options: any, moment: Moment = {}): object {
    const { user, challenge } = options as { readonly user: { readonly id: string }; readonly challenge: string };
    this.userHandle = user.id;
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const key = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, bytes(x)],
      [-3, bytes(y)],
    ]);
    const length = Buffer.of(0, this.id.length);
    const authData = this.authData(moment, KEY_INCLUDED, [
      Buffer.alloc(16),
      length,
      this.id,
      Buffer.from(isoCBOR.encode(key)),
    ]);
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authData)],
    ]);
    const attestationObject = Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url');
    const clientDataJSON = this.clientData('webauthn.create', challenge, moment).toString('base64url');
    return this.answer({ clientDataJSON, attestationObject });
  }

  sign(options: any, moment: Moment = {}): object {
    const { challenge } = options as { readonly challenge: string };
    const clientData = this.clientData('webauthn.get', challenge, moment);
    const authData = this.authData(moment, 0, []);
    const signed = Buffer.concat([authData, createHash('sha256').update(clientData).digest()]);
    return this.answer({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: sign('sha256', signed, this.keys.privateKey).toString('base64url'),
      userHandle: this.userHandle,
    });
  }

  private answer(response: object): object {
    const id = this.id.toString('base64url');
    return { response: { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response } };
  }

  private clientData(type: string, challenge: string, { origin = this.site.origin }: Moment): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }), 'utf8');
  }

  private authData({ rpId = this.site.rpId, verifies = true, counter }: Moment, flags: number, rest: Buffer[]): Buffer {
    this.counter += 1;
    const counted = Buffer.alloc(4);
    counted.writeUInt32BE(counter ?? this.counter);
    const said = Buffer.of(PRESENT | (verifies ? VERIFIED : 0) | flags);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), said, counted, ...rest]);
  }
}

function bytes(base64url: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64url, 'base64url'));
}
