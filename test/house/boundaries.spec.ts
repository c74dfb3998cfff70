import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '@maillage/platform';

/** A house that breaks each rule once, on purpose. */
const BROKEN: Readonly<Record<string, string>> = {
  'libs/kernel/index.ts': 'export const kernel = 1;',
  'libs/slices/directory/index.ts': "import '../accountability/index.js';\nexport const directory = 1;",
  'libs/slices/accountability/index.ts': 'export const accountability = 1;',
  'libs/slices/missions/index.ts': "import '../../commons/index.js';\nexport const missions = 1;",
  'libs/slices/missions/mission/events.ts': 'export const missionEvents = {};',
  'libs/commons/index.ts': "import '../slices/missions/mission/events.js';\nexport const commons = 1;",
  'libs/engine/here.ts': "import type { There } from './there.js';\nexport interface Here { there: There }",
  'libs/engine/there.ts': "import type { Here } from './here.js';\nexport interface There { here: Here }",
  'apps/web/pages/missions/mission/page.tsx': "import '../../directory/organisation/page.js';\nexport const page = 1;",
  'apps/web/pages/directory/organisation/page.tsx': 'export const page = 1;',
  'apps/web/pages/commons/desk/page.tsx':
    "import '../../../generated/graphql/pages/missions/mission/mission.js';\nexport const page = 1;",
  'apps/web/generated/graphql/pages/missions/mission/mission.ts': 'export const MissionPageDocument = 1;',
  'apps/web/parts/card.tsx': "import '../pages/directory/organisation/page.js';\nexport const card = 1;",
  'apps/web/shell/routes.ts': "import '../parts/card.js';\nexport const ROUTES = {};",
  // In the order of the real house.
  'apps/host/slices.ts': `export const slices = await Promise.all([
  import('../../libs/slices/directory/slice.js'),
  import('../../libs/slices/missions/slice.js'),
  import('../../libs/slices/accountability/slice.js'),
]);`,
  'apps/api/pages.ts': "import '../web/parts/card.js';\nimport '../web/shell/routes.js';\nexport const pages = 1;",
};

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

let scratch = '';
let violations: readonly Violation[] = [];

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'maillage-house-'));
  for (const [file, text] of Object.entries(BROKEN)) {
    await mkdir(dirname(join(scratch, file)), { recursive: true });
    await writeFile(join(scratch, file), text);
  }
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
    await cp(join(projectRoot, file), join(scratch, file));
  }
  await symlink(join(projectRoot, 'node_modules'), join(scratch, 'node_modules'));
  violations = await cruised();
});

afterAll(async () => {
  await rm(scratch, { recursive: true, force: true });
});

/** What `npm run depcruise` finds there: the same program and rules. */
function cruised(): Promise<readonly Violation[]> {
  const program = join(projectRoot, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [program, 'apps', 'libs', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: scratch, maxBuffer: 2 ** 26 }, (error, stdout) => {
      try {
        const { summary } = JSON.parse(stdout) as { summary: { violations: readonly Violation[] } };
        resolve(summary.violations);
      } catch {
        reject(error ?? new Error(stdout));
      }
    });
  });
}

function brokenBy(from: string): readonly string[] {
  return violations.filter((each) => each.from === from).map(({ rule }) => rule.name);
}

describe('the rules on imports fail', () => {
  it('on a circle, of types alone', () => {
    expect([...brokenBy('libs/engine/here.ts'), ...brokenBy('libs/engine/there.ts')]).toContain('no-circular');
  });

  it('on a page that imports another page', () => {
    expect(brokenBy('apps/web/pages/missions/mission/page.tsx')).toContain('pages-import-parts');
  });

  it('on a page that asks by the documents of another page', () => {
    expect(brokenBy('apps/web/pages/commons/desk/page.tsx')).toContain('pages-import-parts');
  });

  it('on a part that needs a page', () => {
    expect(brokenBy('apps/web/parts/card.tsx')).toContain('parts-know-no-page');
  });

  it('on a server that knows more of the pages than their routes', () => {
    const broken = violations.filter(({ rule }) => rule.name === 'pages-are-known-by-their-routes');
    expect(broken.map(({ to }) => to)).toEqual(['apps/web/parts/card.tsx']);
  });

  it('on a list of routes that imports something', () => {
    expect(brokenBy('apps/web/shell/routes.ts')).toContain('routes-are-data');
  });

  it('on a slice that imports a later one', () => {
    expect(brokenBy('libs/slices/directory/index.ts')).toContain('directory-knows-nothing-above-it');
  });

  it('on a slice that imports the commons', () => {
    expect(brokenBy('libs/slices/missions/index.ts')).toContain('slices-knows-nothing-above-it');
  });

  it('on commons that import the events of a slice', () => {
    expect(brokenBy('libs/commons/index.ts')).toContain('commons-know-no-slice-s-events');
  });
});
