import { createPrivateKey, createPublicKey, hash, randomBytes, sign, type KeyObject } from 'node:crypto';

/** What a signature is, in one byte of the key's id (C2SP signed-note). */
const ED25519 = 0x01;
const COSIGNATURE = 0x04;

const SEED_BYTES = 32;
const PREFIX = 'PRIVATE+KEY+';
/** RFC 8410: what precedes the seed of an Ed25519 key in PKCS #8. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A text that is no private key. Its message never repeats the text. */
export class InvalidSigningKey extends Error {
  override readonly name = 'InvalidSigningKey';
}

/**
 * An Ed25519 key that signs notes (C2SP signed-note) and, as a witness, co-signs checkpoints (C2SP tlog-cosignature).
 * Its text is `PRIVATE+KEY+<name>+<key id>+<base64(0x01 ‖ seed)>`, as other tools of the field write it.
 */
export class SigningKey {
  readonly vkey: string;
  readonly cosignerVkey: string;
  private readonly key: KeyObject;
  private readonly publicKey: Buffer;

  private constructor(
    /** Whose signature it is: the log's origin, or a witness's name. */
    readonly name: string,
    private readonly seed: Buffer,
  ) {
    if (name === '' || /[\s+]/u.test(name)) {
      throw new InvalidSigningKey(
        'The name of a signing key is one word without "+", such as ledger.example.org/housing.',
      );
    }
    this.key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
    this.publicKey = createPublicKey(this.key).export({ format: 'der', type: 'spki' }).subarray(-32);
    this.vkey = this.verifierKey(ED25519);
    this.cosignerVkey = this.verifierKey(COSIGNATURE);
  }

  static generate(name: string): SigningKey {
    return new SigningKey(name, randomBytes(SEED_BYTES));
  }

  /** @throws {InvalidSigningKey} */
  static parse(text: string): SigningKey {
    const parts = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text.trim());
    const secret = Buffer.from(parts?.[3] ?? '', 'base64');
    if (parts === null || secret.length !== SEED_BYTES + 1 || secret[0] !== ED25519) {
      throw new InvalidSigningKey(
        `This is no Ed25519 signing key; it looks like ${PREFIX}<name>+<8 hexadecimal digits>+<base64>.`,
      );
    }
    const key = new SigningKey(parts[1] ?? '', secret.subarray(1));
    if (key.keyId(ED25519).toString('hex') !== parts[2]) {
      throw new InvalidSigningKey(
        'The signing key’s id does not belong to its name and secret: it was changed or cut.',
      );
    }
    return key;
  }

  /** The private key as text. For a file of mode 0600 or a secret store, nothing else. */
  get secret(): string {
    const encoded = Buffer.concat([Buffer.of(ED25519), this.seed]).toString('base64');
    return `${PREFIX}${this.name}+${this.keyId(ED25519).toString('hex')}+${encoded}`;
  }

  /** One signature line for a note's text, ending in a line break. */
  sign(noteText: string): string {
    return this.line(ED25519, sign(null, Buffer.from(noteText, 'utf8'), this.key));
  }

  /** A witness's line on a checkpoint: cosignature/v1, with the time in seconds since 1970. */
  cosign(noteText: string, at: Date): string {
    const seconds = BigInt(Math.floor(at.getTime() / 1000));
    const time = Buffer.alloc(8);
    time.writeBigUInt64BE(seconds);
    const signed = sign(null, Buffer.from(`cosignature/v1\ntime ${seconds}\n${noteText}`, 'utf8'), this.key);
    return this.line(COSIGNATURE, Buffer.concat([time, signed]));
  }

  private line(type: number, signature: Buffer): string {
    return `\u2014 ${this.name} ${Buffer.concat([this.keyId(type), signature]).toString('base64')}\n`;
  }

  private verifierKey(type: number): string {
    const encoded = Buffer.concat([Buffer.of(type), this.publicKey]).toString('base64');
    return `${this.name}+${this.keyId(type).toString('hex')}+${encoded}`;
  }

  private keyId(type: number): Buffer {
    const described = Buffer.concat([Buffer.from(`${this.name}\n`, 'utf8'), Buffer.of(type), this.publicKey]);
    return hash('sha256', described, 'buffer').subarray(0, 4);
  }
}
