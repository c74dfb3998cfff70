import { isUtf8 } from 'node:buffer';
import { VerificationError } from './fault.js';
import { COSIGNATURE, ED25519, parseVerifierKey, shown, type VerifierKey } from './note.js';

export interface PolicyLog {
  readonly key: VerifierKey;
  readonly url?: string;
}

export interface PolicyWitness {
  /** Of the policy's own; the key has another, under which it signs. */
  readonly name: string;
  readonly key: VerifierKey;
  readonly url?: string;
}

/** Which logs are believed, and which of the known witnesses must have cosigned (C2SP tlog-policy). */
export interface Policy {
  readonly logs: readonly PolicyLog[];
  readonly witnesses: readonly PolicyWitness[];
  /** The name of a witness or group, or `none`. */
  readonly quorum: string;
  /** Whether these witnesses, by the policy's names, make the quorum. */
  readonly met: Rule;
}

type Rule = (cosigners: ReadonlySet<string>) => boolean;

/** @throws {VerificationError} POLICY or KEY, naming the line. */
export function parsePolicy(policy: Uint8Array | string): Policy {
  const bytes = Buffer.from(policy as string);
  // Octets above ASCII are opaque: read as UTF-8 where they are that, else one character each. Both keep names apart.
  const encoding = isUtf8(bytes) ? 'utf8' : 'latin1';
  const reading = new PolicyReading((item) => Buffer.from(item, encoding).toString('utf8'));
  const lines = bytes.toString(encoding).split('\n');
  for (const [n, line] of lines.entries()) {
    try {
      reading.line(line);
    } catch (error) {
      if (!(error instanceof VerificationError)) throw error;
      throw new VerificationError(error.kind, `Line ${n + 1} of the policy: ${error.message}`);
    }
  }
  return reading.policy();
}

class PolicyReading {
  private readonly logs: PolicyLog[] = [];
  private readonly witnesses: PolicyWitness[] = [];
  private readonly rules = new Map<string, Rule>([['none', () => true]]);
  private readonly members = new Set<string>();
  private quorum: string | undefined;

  constructor(private readonly asUtf8: (item: string) => string) {}

  line(line: string): void {
    // eslint-disable-next-line no-control-regex
    if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(line)) throw wrong('it holds a control character other than tab.');
    const items = line.split(/[ \t]+/).filter((item) => item !== '');
    const [keyword, ...rest] = items;
    if (keyword === undefined || keyword.startsWith('#')) return;
    if (keyword === 'log') this.log(rest);
    else if (keyword === 'witness') this.witness(rest);
    else if (keyword === 'group') this.group(rest);
    else if (keyword === 'quorum') this.setQuorum(rest);
    else throw wrong(`${shown(keyword)} is none of log, witness, group and quorum.`);
  }

  policy(): Policy {
    const { logs, witnesses, quorum } = this;
    const met = quorum === undefined ? undefined : this.rules.get(quorum);
    if (quorum === undefined || met === undefined) throw wrong('The policy has no quorum line; one is needed.');
    return { logs, witnesses, quorum, met };
  }

  private log([vkey, url, ...more]: readonly string[]): void {
    if (vkey === undefined || more.length > 0) throw wrong('a log line reads: log <vkey> [<url>].');
    this.logs.push({ key: this.key(vkey, ED25519, this.logs), ...(url === undefined ? {} : { url }) });
  }

  private witness([name, vkey, url, ...more]: readonly string[]): void {
    if (name === undefined || vkey === undefined || more.length > 0) {
      throw wrong('a witness line reads: witness <name> <vkey> [<url>].');
    }
    this.mustBeNew(name);
    this.witnesses.push({
      name,
      key: this.key(vkey, COSIGNATURE, this.witnesses),
      ...(url === undefined ? {} : { url }),
    });
    this.rules.set(name, (cosigners) => cosigners.has(name));
  }

  private group([name, threshold, ...members]: readonly string[]): void {
    if (name === undefined || threshold === undefined || members.length === 0) {
      throw wrong('a group line reads: group <name> all|any|<number> <name>…, with at least one member.');
    }
    this.mustBeNew(name);
    const rules = members.map((member) => {
      const rule = member === 'none' ? undefined : this.rules.get(member);
      if (rule === undefined) throw wrong(`no line before defines a witness or group ${shown(member)}.`);
      if (this.members.has(member)) throw wrong(`${shown(member)} is a member of a group already.`);
      this.members.add(member);
      return rule;
    });
    const needed = threshold === 'any' ? 1 : threshold === 'all' ? rules.length : Number(threshold);
    if (!/^(?:any|all|[1-9][0-9]{0,5})$/.test(threshold) || needed > rules.length) {
      throw wrong(`its threshold is ${shown(threshold)}; all, any or 1 to ${rules.length} is accepted.`);
    }
    this.rules.set(name, (cosigners) => rules.filter((rule) => rule(cosigners)).length >= needed);
  }

  private setQuorum([name, ...more]: readonly string[]): void {
    if (name === undefined || more.length > 0) throw wrong('a quorum line reads: quorum <name>.');
    if (this.quorum !== undefined) throw wrong('there is a second quorum line; one is accepted.');
    if (!this.rules.has(name)) throw wrong(`no line before defines a witness or group ${shown(name)}.`);
    this.quorum = name;
  }

  private mustBeNew(name: string): void {
    if (this.rules.has(name)) throw wrong(`the name ${shown(name)} is taken; a name is defined once, none never.`);
  }

  private key(vkey: string, type: VerifierKey['type'], others: readonly { readonly key: VerifierKey }[]): VerifierKey {
    const key = parseVerifierKey(this.asUtf8(vkey));
    if (key.type !== type) {
      throw new VerificationError('KEY', `the key of ${key.name} is of type ${key.type}; ${type} is accepted here.`);
    }
    if (others.some((other) => other.key.publicKey.equals(key.publicKey))) {
      throw wrong(`the public key of ${key.name} was given on a line before.`);
    }
    return key;
  }
}

const wrong = (message: string) => new VerificationError('POLICY', message);
