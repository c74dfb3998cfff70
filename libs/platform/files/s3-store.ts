import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import type { S3Config } from '../config.js';
import { Deadline } from '../deadline.js';
import type { Draft } from './draft.js';
import { StoreUnavailable } from './errors.js';
import { DOWNLOADS_AT_ONCE, type FileStore } from './store.js';

/** For all attempts at one request together, until it is answered; and a second more for each so many bytes that are sent. */
const ANSWER_WITHIN_MS = 15_000;
const BYTES_PER_SECOND = 256 * 1024;
const CONNECT_WITHIN_MS = 5_000;
/** Each download has one for as long as it is read, and others are not to wait for it. */
const CONNECTIONS = 2 * DOWNLOADS_AT_ONCE;

const quiet = () => undefined;

type Sdk = typeof import('@aws-sdk/client-s3');

/** A bucket of any S3-compatible store; each content is an object under its hash. */
export class S3Store implements FileStore {
  private opened: Promise<{ readonly sdk: Sdk; readonly client: S3Client }> | undefined;

  constructor(
    private readonly config: S3Config,
    private readonly answerWithinMs = ANSWER_WITHIN_MS,
  ) {}

  async put({ path, sha256, size }: Draft): Promise<void> {
    const content = createReadStream(path);
    try {
      await this.ask(
        ({ PutObjectCommand }, client, options) =>
          client.send(
            new PutObjectCommand({
              ...this.at(sha256),
              Body: content,
              ContentLength: size,
              // The store compares, so that what it keeps is what was hashed here.
              ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
            }),
            options,
          ),
        size,
      );
    } finally {
      content.destroy();
    }
  }

  async has(sha256: string): Promise<boolean> {
    const found = await this.ask(({ HeadObjectCommand }, client, options) =>
      client.send(new HeadObjectCommand(this.at(sha256)), options),
    );
    return found !== undefined;
  }

  async get(sha256: string): Promise<Readable | undefined> {
    const found = await this.ask(({ GetObjectCommand }, client, options) =>
      client.send(new GetObjectCommand(this.at(sha256)), options),
    );
    return found?.Body as Readable | undefined;
  }

  async erase(sha256: string): Promise<void> {
    await this.ask(({ DeleteObjectCommand }, client, options) =>
      client.send(new DeleteObjectCommand(this.at(sha256)), options),
    );
  }

  /**
   * @param size of what is sent, in bytes.
   * @returns `undefined` where there is no such object.
   * @throws {StoreUnavailable}
   */
  private async ask<Answer>(
    work: (sdk: Sdk, client: S3Client, options: { readonly abortSignal: AbortSignal }) => Promise<Answer>,
    size = 0,
  ): Promise<Answer | undefined> {
    const { sdk, client } = await this.open();
    const deadline = new Deadline(this.answerWithinMs + (size * 1000) / BYTES_PER_SECOND);
    try {
      return await deadline.within(work(sdk, client, { abortSignal: deadline.signal }));
    } catch (error) {
      const { $metadata, name } = error as {
        readonly $metadata?: { readonly httpStatusCode?: number };
        readonly name?: string;
      };
      const status = $metadata?.httpStatusCode;
      // That the whole bucket is missing is no answer about an object.
      if (status === 404 && name !== 'NoSuchBucket') return undefined;
      if (status !== undefined && status < 500) throw error;
      throw new StoreUnavailable('The store of files does not answer.', { cause: error });
    } finally {
      deadline.end();
    }
  }

  private at(sha256: string): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.config.bucket, Key: sha256 };
  }

  /** When it is first needed: the SDK is large, and most installations use a folder. */
  private open(): Promise<{ readonly sdk: Sdk; readonly client: S3Client }> {
    this.opened ??= import('@aws-sdk/client-s3').then((sdk) => ({ sdk, client: this.newClient(sdk) }));
    return this.opened;
  }

  private newClient(sdk: Sdk): S3Client {
    const { endpoint, region, credentials } = this.config;
    return new sdk.S3Client({
      region,
      ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
      // Without any, the SDK looks where it always does: an instance's role, say.
      ...(credentials === undefined ? {} : { credentials }),
      // Stores other than Amazon's often know no checksums in trailers; ours are sent with each object.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: {
        connectionTimeout: CONNECT_WITHIN_MS,
        httpAgent: { keepAlive: true, maxSockets: CONNECTIONS },
        httpsAgent: { keepAlive: true, maxSockets: CONNECTIONS },
      },
      // What fails is thrown, and told in our own log; else the SDK writes to the console.
      logger: { trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet },
    });
  }
}
