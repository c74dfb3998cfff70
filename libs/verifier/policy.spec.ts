import { describe, expect, it } from '@jest/globals';
import { VerificationError } from './fault.js';
import { testKey } from './ledger.fixtures.js';
import { parsePolicy } from './policy.js';

const log = testKey('example.org/log');
const names = ['X1', 'X2', 'X3', 'Y1', 'Y2', 'Y3'];
const keys = names.map((name) => testKey(`${name.toLowerCase()}.example`));
const witnesses = names.map((name, n) => `witness ${name} ${keys[n]!.cosignerVkey}\n`).join('');
const met = (policy: string, ...cosigners: string[]) => parsePolicy(policy).met(new Set(cosigners));

describe('A policy', () => {
  it('asks for groups of groups', () => {
    const policy = `# Two houses
log ${log.vkey} https://example.org/log

${witnesses}group X-witnesses 2 X1 X2 X3
group Y-witnesses any Y1 Y2 Y3
group X-and-Y all X-witnesses Y-witnesses
\tquorum \t X-and-Y  `;
    const { logs, witnesses: known, quorum } = parsePolicy(policy);
    expect(logs).toMatchObject([{ key: { name: 'example.org/log' }, url: 'https://example.org/log' }]);
    expect(known.map(({ name, key }) => [name, key.name])).toEqual(names.map((name, n) => [name, keys[n]!.name]));
    expect(known[0]).not.toHaveProperty('url');
    expect(quorum).toBe('X-and-Y');
    expect(met(policy, 'X1', 'X3', 'Y2')).toBe(true);
    expect(met(policy, ...names)).toBe(true);
    expect(met(policy, 'X1', 'Y1', 'Y2', 'Y3')).toBe(false);
    expect(met(policy, 'X1', 'X2', 'X3')).toBe(false);
    expect(met(policy)).toBe(false);
  });

  it('may ask for one witness, or for none', () => {
    expect(met(`${witnesses}quorum X2\n`, 'X2')).toBe(true);
    expect(met(`${witnesses}quorum X2\n`, 'X1', 'X3')).toBe(false);
    expect(met('quorum none\n')).toBe(true);
  });

  it('counts all, any and a number', () => {
    expect(met(`${witnesses}group G all X1 X2\nquorum G\n`, 'X1')).toBe(false);
    expect(met(`${witnesses}group G any X1 X2\nquorum G\n`, 'X2')).toBe(true);
    expect(met(`${witnesses}group G 2 X1 X2\nquorum G\n`, 'X1', 'X2')).toBe(true);
  });

  it('takes names as the bytes they are, of whatever encoding', () => {
    const [e, k] = [Buffer.from('é', 'latin1'), Buffer.from('K')];
    const line = (name: Buffer, n: number) =>
      Buffer.concat([Buffer.from('witness '), name, Buffer.from(` ${keys[n]!.cosignerVkey}\n`)]);
    const group = Buffer.concat([Buffer.from('group G all K '), e, Buffer.from('\nquorum G\n')]);
    const parsed = parsePolicy(Buffer.concat([line(e, 0), line(k, 1), group]));
    expect(parsed.met(new Set(parsed.witnesses.map(({ name }) => name)))).toBe(true);
    expect(met(`witness Zürich ${keys[0]!.cosignerVkey}\nquorum Zürich\n`, 'Zürich')).toBe(true);
    // A Kelvin sign is no K.
    expect(() => parsePolicy(`witness K ${keys[0]!.cosignerVkey}\nquorum \u212a\n`)).toThrow(/no line before/);
  });

  const w = (n: number, name = names[n]) => `witness ${name} ${keys[n]!.cosignerVkey}\n`;
  it.each([
    ['without a quorum', w(0)],
    ['with two quorums', 'quorum none\nquorum none\n'],
    ['with a quorum of two names', `${w(0)}${w(1)}quorum X1 X2\n`],
    ['with a quorum defined later', `quorum X1\n${w(0)}`],
    ['with a quorum nobody defined', 'quorum X1\n'],
    ['with a member defined later', `group G any X1\n${w(0)}quorum G\n`],
    ['with a member in two groups', `${w(0)}${w(1)}group G any X1 X2\ngroup H any X1\nquorum G\n`],
    ['with a member twice in a group', `${w(0)}group G 2 X1 X1\nquorum G\n`],
    ['with none as a member', `${w(0)}group G any X1 none\nquorum G\n`],
    ['with a group within itself', `${w(0)}group G any X1 G\nquorum G\n`],
    ['with a group of nobody', 'group G all\nquorum G\n'],
    ['with a name defined twice', `${w(0)}${w(1, 'X1')}quorum X1\n`],
    ['with a group of a witness’s name', `${w(0)}${w(1)}group X1 any X2\nquorum X1\n`],
    ['with a witness named none', `${w(0, 'none')}quorum none\n`],
    ['with a threshold of 0', `${w(0)}group G 0 X1\nquorum G\n`],
    ['with a threshold above the members', `${w(0)}group G 2 X1\nquorum G\n`],
    ['with a threshold of 01', `${w(0)}group G 01 X1\nquorum G\n`],
    ['with a threshold of +1', `${w(0)}group G +1 X1\nquorum G\n`],
    ['with a threshold of 0x1', `${w(0)}group G 0x1 X1\nquorum G\n`],
    ['with a public key of two witnesses', `${w(0)}${w(0, 'other')}quorum X1\n`],
    ['with a public key of two logs', `log ${log.vkey}\nlog ${log.vkey} https://example.org\nquorum none\n`],
    ['with a word nobody knows', 'threshold 2\nquorum none\n'],
    ['with a log line too long', `log ${log.vkey} https://example.org more\nquorum none\n`],
    ['with a witness line too short', 'witness X1\nquorum none\n'],
    ['with a carriage return', 'quorum none\r\n'],
    ['with NUL in a comment', '# \0\nquorum none\n'],
    ['that is empty', ''],
  ])('%s is refused', (_, policy) => {
    expect(() => parsePolicy(policy)).toThrow(VerificationError);
    expect(() => parsePolicy(policy)).toThrow(expect.objectContaining({ kind: 'POLICY' }));
  });

  it('has Ed25519 keys of logs, and cosignature keys of witnesses', () => {
    for (const policy of [`log ${log.cosignerVkey}\nquorum none\n`, `witness W ${keys[0]!.vkey}\nquorum W\n`]) {
      expect(() => parsePolicy(policy)).toThrow(expect.objectContaining({ kind: 'KEY' }));
      expect(() => parsePolicy(policy)).toThrow(/^Line 1 of the policy: /);
    }
  });

  it('may be large', () => {
    const many = Array.from({ length: 32 }, (_, n) => `witness W${n} ${testKey(`w${n}.example`).cosignerVkey}\n`);
    const logs = Array.from({ length: 32 }, (_, n) => `log ${testKey(`l${n}.example`).vkey}\n`);
    const groups = Array.from({ length: 32 }, (_, n) => `group G${n} all W${n}${n === 0 ? '' : ` G${n - 1}`}\n`);
    const policy = `${logs.join('')}${many.join('')}${groups.join('')}quorum G31\n`;
    const all = many.map((_, n) => `W${n}`);
    expect(met(policy, ...all)).toBe(true);
    expect(met(policy, ...all.slice(1))).toBe(false);
  });
});
