import { setTimeout as sleep } from 'node:timers/promises';
import { Deadline } from '@maillage/platform';
import { openNote, parseNote, VerificationError, type VerifierKey } from '@maillage/verifier';

export interface WitnessQuestion {
  /** The submission prefix; `/add-checkpoint` is added to it. */
  readonly url: string;
  /** The witness's, of type 0x04. */
  readonly key: VerifierKey;
  /** The checkpoint as a signed note that the log's key has signed. */
  readonly checkpoint: string;
  /** Of the tree the checkpoint is of. */
  readonly size: bigint;
  /** The proof from a smaller tree to this one (RFC 6962 §2.1.2). Not asked from 0, nor from `size`. */
  readonly consistency: (from: bigint) => Promise<readonly Buffer[]>;
  /** The size the witness is thought to have cosigned last; 0 where nothing is known. It says so if it is another. */
  readonly knownSize: bigint;
  /** Gives up when aborted. */
  readonly signal?: AbortSignal;
}

export interface Cosignature {
  /** The witness's line for the note, ending in a line break. */
  readonly line: string;
  /** When it signed, in Unix seconds. */
  readonly time: bigint;
}

/**
 * - `UNREACHABLE`: it did not answer, or not in time, or that it cannot answer now. Asking later may help.
 * - `REFUSED`: it does not know this log or its key, or takes the request for malformed.
 * - `UNTRUSTWORTHY`: what it answered is not its cosignature of this checkpoint.
 * - `AHEAD`: it has cosigned a larger tree of this log: this ledger was set back.
 * - `FORKED`: it has cosigned another tree of this log, which this one does not continue.
 */
export type WitnessFailure = 'UNREACHABLE' | 'REFUSED' | 'UNTRUSTWORTHY' | 'AHEAD' | 'FORKED';

/** A witness did not cosign. `AHEAD` and `FORKED` are alarms; the message says what to look at. */
export class WitnessError extends Error {
  override readonly name = 'WitnessError';

  constructor(
    readonly failure: WitnessFailure,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const ANSWER_WITHIN_MS = 10_000;
const MOST_ANSWER_BYTES = 64 * 1024;
/** Between tries where the witness is out of reach. */
const RETRY_PAUSES_MS = [250, 1_000];
/** It tells its size once; where another of our processes asks it meanwhile, once or twice more. */
const MOST_CORRECTIONS = 3;

interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/**
 * Has a checkpoint cosigned (C2SP tlog-witness, `add-checkpoint`) and verifies the cosignature before it is believed.
 * @throws {WitnessError} or, once `signal` is aborted, its reason.
 */
export async function askWitness(question: WitnessQuestion): Promise<Cosignature> {
  const { key, size, knownSize, signal } = question;
  let from = knownSize < size ? knownSize : size;
  for (let corrections = 0; corrections <= MOST_CORRECTIONS; corrections += 1) {
    const proof = from === 0n || from === size ? [] : await question.consistency(from);
    const lines = [`old ${from}`, ...proof.map((hash) => hash.toString('base64')), '', question.checkpoint];
    const answer = await persist(question, lines.join('\n'));
    if (answer.status === 200) return cosignature(question, answer.body);
    if (answer.status !== 409) throw refused(question, answer, from);
    const latest = sizeIn(answer);
    if (latest === undefined || latest === from) throw forked(question, from, answer);
    if (latest > size) {
      throw new WitnessError(
        'AHEAD',
        `The witness ${key.name} has cosigned this log at size ${latest}, and is asked at size ${size}: the ledger was set ` +
          'back, by a restored backup perhaps, or another ledger signs with the same key.',
      );
    }
    from = latest;
    signal?.throwIfAborted();
  }
  throw new WitnessError('UNREACHABLE', `The witness ${key.name} named another size each time it was asked.`);
}

/** Asks again where it is out of reach: what is asked here may be asked any number of times. */
async function persist(question: WitnessQuestion, body: string): Promise<Answer> {
  for (const pause of RETRY_PAUSES_MS) {
    try {
      return await post(question, body);
    } catch (error) {
      if (!(error instanceof WitnessError && error.failure === 'UNREACHABLE')) throw error;
      await sleep(pause, undefined, { ...(question.signal && { signal: question.signal }) });
    }
  }
  return post(question, body);
}

async function post({ url, key, signal }: WitnessQuestion, body: string): Promise<Answer> {
  const deadline = new Deadline(ANSWER_WITHIN_MS, signal);
  try {
    const asking = fetch(`${url.replace(/\/+$/, '')}/add-checkpoint`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body,
      redirect: 'error',
      signal: deadline.signal,
    });
    const response = await deadline.within(asking);
    const answer: Answer = {
      status: response.status,
      contentType: (response.headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '',
      body: await deadline.within(textOf(response)),
    };
    if (answer.status >= 500 || answer.status === 429) {
      throw new WitnessError(
        'UNREACHABLE',
        `The witness ${key.name} at ${url} answers ${answer.status}${said(answer)}.`,
      );
    }
    return answer;
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof WitnessError) throw error;
    const why = deadline.passed ? `no answer within ${ANSWER_WITHIN_MS / 1000} s` : causeOf(error);
    throw new WitnessError('UNREACHABLE', `The witness ${key.name} at ${url} is out of reach: ${why}.`, {
      cause: error,
    });
  } finally {
    deadline.end();
  }
}

/** Bounded: whoever answers there may send without end. */
async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > MOST_ANSWER_BYTES) throw new Error(`its answer is larger than ${MOST_ANSWER_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function cosignature({ key, url, checkpoint }: WitnessQuestion, body: string): Cosignature {
  const { text } = parseNote(checkpoint);
  try {
    const note = `${text}\n${body}`;
    const time = openNote(note, [key]).signedBy[0]?.time;
    const { signatures, text: signed } = parseNote(note);
    const mine = signatures.find(({ name, id }) => name === key.name && id.equals(key.id));
    if (signed === text && mine !== undefined && time !== undefined) return { line: `${mine.line}\n`, time };
  } catch (error) {
    if (!(error instanceof VerificationError)) throw error;
    throw untrustworthy(key, url, error.message);
  }
  throw untrustworthy(key, url, 'it is not a cosignature of this checkpoint.');
}

/** The size in an answer 409; `undefined` where it speaks of something else, as witnesses of before did of two roots of one size. */
function sizeIn({ contentType, body }: Answer): bigint | undefined {
  if (contentType !== 'text/x.tlog.size') return undefined;
  const digits = /^(0|[1-9][0-9]{0,18})\n$/.exec(body)?.[1];
  return digits === undefined ? undefined : BigInt(digits);
}

function forked({ key, size }: WitnessQuestion, from: bigint, answer: Answer): WitnessError {
  if (from !== size) {
    return new WitnessError(
      'UNTRUSTWORTHY',
      `The witness ${key.name} was asked from the size it gave, ${from}, and answers 409 all the same${said(answer)}.`,
    );
  }
  return new WitnessError(
    'FORKED',
    `The witness ${key.name} has cosigned another root of this log at size ${size}: the log has forked${said(answer)}.`,
  );
}

function refused(question: WitnessQuestion, answer: Answer, from: bigint): WitnessError {
  const { key, url } = question;
  // The checkpoint is ours and so is the proof: where it does not hold, the witness saw another tree.
  if (answer.status === 422 && from === question.size) return forked(question, from, answer);
  if (answer.status === 422) {
    return new WitnessError(
      'FORKED',
      `The witness ${key.name} cosigned a tree of size ${from} that this log does not continue: the log has forked${said(answer)}.`,
    );
  }
  return new WitnessError('REFUSED', `The witness ${key.name} at ${url} answers ${answer.status}${said(answer)}.`);
}

function untrustworthy(key: VerifierKey, url: string, why: string): WitnessError {
  return new WitnessError('UNTRUSTWORTHY', `What ${url} answered is no cosignature of ${key.name}: ${why}`);
}

/** What it said, for a log: one line, cut. */
function said({ body }: Answer): string {
  const line = body.replace(/[^\P{C}\t]+/gu, ' ').trim();
  return line === '' ? '' : `, saying "${line.length > 200 ? `${line.slice(0, 200)}…` : line}"`;
}

function causeOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error && cause.message !== '' ? cause.message : message;
}
