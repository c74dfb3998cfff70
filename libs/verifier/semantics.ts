import { hash } from 'node:crypto';
import type { Instant } from '@maillage/kernel';
import type { Commitment } from './committed.js';
import { VerificationError } from './fault.js';
import { shown } from './note.js';
import type { OfReceiptKeys } from './receipt-keys.js';
import { Uuids } from './uuids.js';

/** What an entry says that others must bear out. */
export interface Fact {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly commandId: string;
  readonly recordedAt: Instant;
  readonly organisation: string;
  /** Of those few that have more to say; see `Aside`. */
  readonly aside: Aside | undefined;
}

/** All that an entry says of itself. */
export interface Said extends Fact {
  /** A decimal. */
  readonly version: string;
}

/** More than its envelope, where an entry holds private values, erases one, or is about the log itself. */
export interface Aside extends OfReceiptKeys {
  /** Where its data has salted hashes: JSON Pointers. */
  readonly hashes: readonly string[];
  readonly erases?: { readonly eventId: string; readonly path: string };
  readonly reopens?: { readonly previousOrigin: string; readonly keptPosition: bigint };
  readonly commits?: readonly Commitment[];
}

export interface SemanticsOptions {
  /** Of the checkpoint. */
  readonly origin: string;
  readonly size: bigint;
  /** The first witness that cosigned the checkpoint, and when. */
  readonly cosigned?: { readonly name: string; readonly at: Instant } | undefined;
  /** What time it is, for a ledger that goes on. */
  readonly asOf?: Instant | undefined;
}

/** Clocks of several servers differ, and who decided first may be recorded second. */
const TOLERANCE_MS = 5 * 60_000;
/** The ledger itself, where it acts of its own accord. */
const LEDGER = '00000000-0000-8000-8000-6c6564676572';
/** Names the ids of events (RFC 9562 §5.5), made of `<command id>/<stream>/<how many of the command's before it>`. */
const NAMESPACE = Buffer.from('5b2ab5a52d275f0c9d3a6f1f3a0c1f7e', 'hex');
/** What the ledger does of its own accord, or by its operator's commands. Of nothing else is it the actor. */
export const OF_THE_LEDGER: ReadonlySet<string> = new Set([
  'EvidenceErased',
  'LogReopened',
  'PartyDissolved',
  'ReceiptKeyCertified',
  'ReceiptKeyProposed',
  'ReceiptKeyRevoked',
  'ReputationParametersAdopted',
  'SchemasPublished',
  'ViewsAttested',
]);
/** Behind an event of its command: a change of a promise that waited for the answer of one that exists no more. */
const BROUGHT_ABOUT = ['CommitmentAmended', 'CommitmentWithdrawn'];
/** Of what takes no registered actor, the kind of stream it is on; of other types, the first of each tells. */
const KINDS: Readonly<Record<string, string>> = {
  OrganisationRegistered: 'organisation',
  OrganisationRevised: 'organisation',
  OrganisationUngrouped: 'organisation',
  OrganisationDissolved: 'organisation',
  PartyDissolved: 'commitment',
  ReputationParametersAdopted: 'parameters',
  ValueErased: 'erasure',
  EvidenceErased: 'ledger',
  ViewsAttested: 'ledger',
  LogReopened: 'ledger',
  SchemasPublished: 'ledger',
  ReceiptKeyProposed: 'ledger',
  ReceiptKeyCertified: 'ledger',
  ReceiptKeyRevoked: 'ledger',
};
/**
 * What an operator may do that is not registered itself: some of it before any organisation is. Each is held to its kind of
 * stream, so that nobody can do it on another.
 */
export const OF_OPERATORS: ReadonlySet<string> = new Set(Object.keys(KINDS));

/**
 * Whether entries that are well-formed one by one make sense together. Each deviation is named at the position of the entry
 * that shows it.
 */
export class Semantics {
  private readonly commands = new Uuids();
  private command = '';
  /** The stream of its first event; and from the second on, how many are on each stream. */
  private first = '';
  private readonly counts = new Map<string, number>();
  /** Whether the command under way let go of one that exists no more. */
  private dissolved = false;
  private latest: Instant = '';
  /** The first act of somebody unknown in a log that has registered nobody so far: it may be of something else. */
  private unknown: VerificationError | undefined;
  private readonly kinds = new Map(Object.entries(KINDS));
  private readonly organisations = new Set<string>();
  /** Where events have private values, by their ids; and `<event id> <path>` of those that were erased. */
  private readonly values = new Map<string, readonly string[]>();
  private readonly erased = new Set<string>();
  private readonly origins: Set<string>;

  constructor(private readonly options: SemanticsOptions) {
    this.origins = new Set([options.origin]);
  }

  /** @throws {VerificationError} */
  judge(fact: Fact, position: bigint): void {
    this.together(fact, position);
    this.identity(fact, position);
    this.time(fact, position);
    this.stream(fact, position);
    this.actor(fact, position);
    if (fact.aside !== undefined) this.aside(fact, fact.aside, position);
  }

  private together({ commandId }: Fact, position: bigint): void {
    if (commandId === this.command) return;
    if (!this.commands.add(commandId)) {
      const why = `It is of command ${commandId}, whose events ended before another's began; they stand together.`;
      throw new VerificationError('COMMAND', why, position);
    }
    this.command = commandId;
    this.dissolved = false;
    this.first = '';
    if (this.counts.size > 0) this.counts.clear();
  }

  /** Ids that follow from their command are as unique as commands are. */
  private identity({ id, commandId, stream }: Fact, position: bigint): void {
    const index = this.before(stream);
    const derived = eventHash(commandId, stream, index);
    if (isIdOf(id, derived)) return;
    const why = `Its id is ${id}; that of event ${index} of command ${commandId} on ${stream} is ${idOf(derived)}.`;
    throw new VerificationError('IDENTITY', why, position);
  }

  /** How many events of the command under way came before on a stream. Most commands have but one. */
  private before(stream: string): number {
    if (this.first === '') {
      this.first = stream;
      return 0;
    }
    const count = this.counts.get(stream) ?? (stream === this.first ? 1 : 0);
    this.counts.set(stream, count + 1);
    return count;
  }

  private time({ recordedAt }: Fact, position: bigint): void {
    const { cosigned, asOf, size } = this.options;
    if (recordedAt >= this.latest) this.latest = recordedAt;
    else if (after(this.latest, recordedAt)) {
      const why = `It was recorded at ${recordedAt}, behind what was recorded at ${this.latest}.`;
      throw new VerificationError('TIME', why, position);
    }
    if (cosigned !== undefined && position <= size && after(recordedAt, cosigned.at)) {
      const why = `It was recorded at ${recordedAt}, though ${cosigned.name} cosigned what covers it at ${cosigned.at}.`;
      throw new VerificationError('TIME', why, position);
    }
    if (asOf !== undefined && after(recordedAt, asOf)) {
      throw new VerificationError('TIME', `It was recorded at ${recordedAt}, and it is ${asOf} now.`, position);
    }
  }

  private stream({ type, stream }: Fact, position: bigint): void {
    const known = this.kinds.get(type);
    if (known === undefined) this.kinds.set(ownCopy(type), kindOf(stream));
    else if (!stream.startsWith(known) || stream.charAt(known.length) !== '/') {
      const kind = kindOf(stream);
      const why = `${type} is on a stream ${kind}/…; events of this type are on streams ${known}/….`;
      throw new VerificationError('STREAM', why, position);
    }
  }

  private actor({ type, stream, organisation }: Fact, position: bigint): void {
    if (type === 'OrganisationRegistered') {
      if (this.unknown !== undefined) throw this.unknown;
      this.organisations.add(Buffer.from(stream).toString('utf8', 'organisation/'.length));
    }
    if (this.organisations.has(organisation)) return;
    const isLedger = organisation === LEDGER;
    if (type === 'PartyDissolved') this.dissolved = true;
    if ((isLedger ? OF_THE_LEDGER : OF_OPERATORS).has(type)) return;
    if (this.dissolved && BROUGHT_ABOUT.includes(type)) return;
    // A log in which nobody is registered is of something else than organisations.
    const isTold = this.organisations.size > 0 || isLedger;
    if (!isTold && this.unknown !== undefined) return;
    const who = isLedger
      ? `the ledger itself, which does no such thing of its own accord`
      : `${shown(organisation)}, which is registered at no position up to this one`;
    const error = new VerificationError('ACTOR', `${type} was done by ${who}.`, position);
    if (isTold) throw error;
    this.unknown = error;
  }

  private aside({ id, stream }: Fact, { hashes, erases, reopens }: Aside, position: bigint): void {
    if (hashes.length > 0) this.values.set(ownCopy(id), hashes);
    if (erases !== undefined) this.erasure(stream, erases, position);
    if (reopens !== undefined) this.reopening(reopens, position);
  }

  private erasure(stream: string, { eventId, path }: NonNullable<Aside['erases']>, position: bigint): void {
    const wrong = (why: string) => new VerificationError('ERASURE', why, position);
    if (stream !== `erasure/${eventId}`) {
      throw wrong(`It erases a value of event ${eventId} on the stream ${stream}, not on erasure/${eventId}.`);
    }
    const key = `${eventId} ${path}`;
    if (this.values.get(eventId)?.includes(path) !== true) {
      throw wrong(`It erases what is at data${path} of event ${eventId}, where no entry before has a private value.`);
    }
    if (this.erased.has(key)) throw wrong(`It erases data${path} of event ${eventId}, which was erased before.`);
    this.erased.add(key);
  }

  private reopening({ previousOrigin, keptPosition }: NonNullable<Aside['reopens']>, position: bigint): void {
    const wrong = (why: string) => new VerificationError('REOPENING', why, position);
    if (keptPosition >= position) {
      throw wrong(`The log is said to go on from position ${keptPosition}, which it had not reached.`);
    }
    if (this.origins.has(previousOrigin)) {
      throw wrong(`The log is said to have been signed as ${shown(previousOrigin)} before, a name it goes by again.`);
    }
    this.origins.add(previousOrigin);
  }
}

const kindOf = (stream: string): string => stream.slice(0, stream.indexOf('/'));

function after(at: Instant, limit: Instant): boolean {
  return at > limit && Date.parse(at) - Date.parse(limit) > TOLERANCE_MS;
}

/** What is kept: a part of a text would keep all of that text in memory. */
export const ownCopy = (text: string): string => Buffer.from(text).toString();

/** Of all but the longest streams. */
const hashed = Buffer.alloc(1024);
NAMESPACE.copy(hashed);
/** Of so many bytes, made once each. */
const parts: Buffer[] = [];

/** What the id of an event is made of, in hex. */
function eventHash(commandId: string, stream: string, index: number): string {
  const name = `${commandId}/${stream}/${index}`;
  // No character of a text has more than three bytes.
  if (NAMESPACE.length + 3 * name.length > hashed.length) {
    return hash('sha1', Buffer.concat([NAMESPACE, Buffer.from(name)]), 'hex');
  }
  const length = NAMESPACE.length + hashed.write(name, NAMESPACE.length);
  const input = (parts[length] ??= hashed.subarray(0, length));
  return hash('sha1', input, 'hex');
}

/** UUID version 5. */
function idOf(hex: string): string {
  const rest = `${variantOf(hex)}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${rest}`;
}

const variantOf = (hex: string) => '89ab'.charAt(parseInt(hex.charAt(16), 16) & 0x3);

/** Whether `id === idOf(hex)`, without writing it where it is. */
function isIdOf(id: string, hex: string): boolean {
  for (let [at, n] = [0, 0]; at < id.length; at += 1) {
    if (at === 8 || at === 13 || at === 18 || at === 23) continue;
    // The digits of version and variant are of their own.
    if (n !== 12 && n !== 16 && id.charCodeAt(at) !== hex.charCodeAt(n)) return false;
    n += 1;
  }
  return id.charAt(14) === '5' && id.charAt(19) === variantOf(hex);
}
