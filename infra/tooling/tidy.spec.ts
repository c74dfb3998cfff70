import { describe, expect, it } from '@jest/globals';
import { untidy } from './tidy.rules.js';

const HOUSE = {
  'README.md': 'See [operating](infra/docs/operating.md) and [decisions](infra/decisions), or <https://example.org>.',
  'infra/docs/operating.md': 'Back to [the start](../../README.md#two-commands).',
  'infra/decisions/0001-why.md': 'Because.',
  'libs/slices/missions/mission/events.ts': 'export const missionEvents = events({ MissionDeclared: {} });',
  'libs/slices/accountability/commitment/view.ts': 'on: { MissionDeclared: one(), CommitmentMade: one() }',
  'libs/commons/timeline/view.ts':
    '// Such as MissionDeclared.\nfor (const [type, facets] of Object.entries(all)) add(type);',
};
const SLICES = [
  { folder: 'missions', events: ['MissionDeclared'] },
  { folder: 'accountability', events: ['CommitmentMade'] },
];

/** The house above, with these files beside or instead. */
function complaintsOf(changes: Readonly<Record<string, string>> = {}): readonly string[] {
  const files: Readonly<Record<string, string>> = { ...HOUSE, ...changes };
  return untidy({ files: Object.keys(files), read: (file) => files[file] ?? '', slices: SLICES });
}

describe('the tidy check', () => {
  it('finds nothing in a tidy house', () => {
    expect(complaintsOf()).toEqual([]);
  });

  it.each(['apps/web/styles/base.css.orig', 'libs/a.ts.rej', 'nohup.out', 'test/x.ts~'])('finds %s', (file) => {
    expect(complaintsOf({ [file]: '' })).toContainEqual(expect.stringContaining(`${file} looks left behind`));
  });

  it('finds what is new at the top level', () => {
    expect(complaintsOf({ 'scripts/run.ts': '' })).toEqual([
      expect.stringContaining('scripts is new at the top level'),
    ]);
  });

  it('finds a style sheet, a script and a document that nothing names', () => {
    expect(complaintsOf({ 'apps/web/styles/old.css': '', 'infra/docker/old.sh': '', 'infra/docs/old.md': '' })).toEqual(
      [
        expect.stringContaining('old.css is named by no other file'),
        expect.stringContaining('old.sh is named by no other file'),
        expect.stringContaining('old.md is named by no other file'),
      ],
    );
  });

  it('finds a link that leads nowhere', () => {
    expect(complaintsOf({ 'CHANGELOG.md': '[gone](infra/docs/gone.md)' })).toEqual([
      'CHANGELOG.md links to infra/docs/gone.md, where nothing is.',
    ]);
  });

  it('finds a slice that names an event of a later one, and not the other way round', () => {
    expect(complaintsOf({ 'libs/slices/missions/mission/view.ts': 'on: { CommitmentMade: one() }' })).toEqual([
      expect.stringContaining('libs/slices/missions/mission/view.ts names the event CommitmentMade'),
    ]);
  });

  it('finds commons that name any event', () => {
    expect(complaintsOf({ 'libs/commons/desk/view.ts': "const TYPES = ['MissionDeclared'];" })).toEqual([
      expect.stringContaining('libs/commons/desk/view.ts names the event MissionDeclared'),
    ]);
  });

  it('finds what slices build on that names any event', () => {
    expect(complaintsOf({ 'libs/evidence/events.ts': "const TYPES = ['MissionDeclared'];" })).toEqual([
      expect.stringContaining('libs/evidence/events.ts names the event MissionDeclared'),
    ]);
  });

  it('lets specs name what they like', () => {
    expect(complaintsOf({ 'libs/commons/desk/view.spec.ts': "'MissionDeclared'" })).toEqual([]);
  });
});
