import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { placesOf, privately, upcast } from '@maillage/kernel';
import { id, provenance } from '../../test/harness/given.js';
import { evidenceFieldsOf, evidenceFile, evidenceItems, evidencePath, filesOf, linksOf } from './events.js';
import { indicatorEvents } from '@maillage/missions';

const LINK = { url: 'https://example.org/', title: 'The site' };
const FILE = { sha256: 'ab'.repeat(32), name: 'Attestation é.pdf', mediaType: 'application/pdf', size: 1 };

function fault(item: unknown) {
  const [issue] = evidenceItems.safeParse([item]).error?.issues ?? [];
  return issue === undefined ? undefined : `${issue.path.join('.')}: ${issue.message}`;
}

describe('Evidence', () => {
  it('is links and files, each told from the other', () => {
    const items = evidenceItems.parse([FILE, LINK]);
    expect([items, linksOf(items), filesOf(items)]).toEqual([[FILE, LINK], [LINK], [FILE]]);
    expect(evidenceItems.parse(undefined)).toEqual([]);
  });

  it.each([
    [{ ...LINK, url: 'javascript:alert(1)' }, /^0\.url: is not a web address/],
    [{ ...LINK, url: 'https://user:password@example.org/' }, /^0\.url: holds a user name or password/],
    [{ ...LINK, url: 'https://user@example.org/' }, /^0\.url: holds a user name or password/],
    [{ ...LINK, title: ' ' }, /^0\.title: must not be empty/],
    [{ ...LINK, ...FILE }, /^0: is neither a link, .*, nor a file/],
    [{ ...LINK, more: 1 }, /^0: Unrecognized key/],
    [{ ...FILE, more: 1 }, /^0: Unrecognized key/],
    [{}, /^0: is neither a link/],
    [{ ...FILE, sha256: 'AB'.repeat(32) }, /^0\.sha256: is not a SHA-256 hash/],
    [{ ...FILE, name: '../x' }, /^0\.name: is not the plain name of a file/],
    [{ ...FILE, name: '..' }, /^0\.name: is not the plain name of a file/],
    [{ ...FILE, name: 'a\u202Eb' }, /^0\.name: holds a mark that turns the direction of reading/],
    [{ ...FILE, name: 'a\nb' }, /^0\.name: is not the plain name of a file/],
    [{ ...FILE, mediaType: 'text/html; charset=x' }, /^0\.mediaType: is not a media type/],
    [{ ...FILE, size: 0 }, /^0\.size: /],
    [{ ...FILE, size: 1.5 }, /^0: is neither a link/],
  ])('is refused where it is %j', (item, expected) => {
    expect(fault(item)).toMatch(expected);
  });

  it('is at most twenty of both', () => {
    expect(evidenceItems.safeParse([...Array.from({ length: 19 }, () => LINK), FILE]).success).toBe(true);
    expect(evidenceItems.safeParse([...Array.from({ length: 20 }, () => LINK), FILE]).success).toBe(false);
  });

  it('recorded before it could be a file fits as it is', () => {
    const { MeasurementRecorded } = indicatorEvents;
    const ids = { missionId: id(1), measurementId: id(2), recordedBy: id(3) };
    const old = { ...ids, value: '1', period: { from: '2026-01-01', to: '2026-01-01' }, evidence: [LINK] };
    const now = upcast('MeasurementRecorded', MeasurementRecorded, 1, old, provenance);
    expect(MeasurementRecorded.data.parse(now)).toMatchObject(old);
  });

  it('has an address that holds whatever its name is', () => {
    expect(evidencePath(FILE.sha256, 'é #?.pdf')).toBe(`/evidence/${FILE.sha256}/%C3%A9%20%23%3F.pdf`);
  });

  it('is found wherever it stands in a schema: in lists, within parts, alone, or private', () => {
    const schema = z.strictObject({
      sha256: z.string(),
      evidence: evidenceItems.describe('What speaks for it'),
      parts: z.array(z.strictObject({ evidence: evidenceItems })),
      plan: evidenceFile.refine(() => true).optional(),
      minutes: privately(evidenceItems),
    });
    const fields = evidenceFieldsOf(schema);
    expect(fields.map((keys) => keys.join('.'))).toEqual(['evidence.*', 'parts.*.evidence.*', 'plan', 'minutes.*']);
    const data = { evidence: [LINK, FILE], parts: [{ evidence: [] }, { evidence: [FILE] }], minutes: { sha256: 'ab' } };
    expect(fields.flatMap((keys) => placesOf(keys, data)).map(({ path }) => path)).toEqual([
      '/evidence/0',
      '/evidence/1',
      '/parts/1/evidence/0',
      '/plan',
    ]);
  });
});
