import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '@maillage/platform';
import { ROUTES } from '../../apps/web/shell/routes.js';

const web = join(projectRoot, 'apps', 'web');

/**
 * The page of each route, as a chunk of its own that is loaded when it is opened; TypeScript checks that a page takes what its
 * address names. Imports must be written out for the bundler to find them, and need not be by hand.
 * @throws {Error} where a route names a page that is not there.
 */
export async function writePages(): Promise<void> {
  const lines = Object.entries(ROUTES).map(([route, folder]) => {
    const page = `pages/${folder}/${folder.slice(folder.lastIndexOf('/') + 1)}-page`;
    if (!existsSync(join(web, `${page}.tsx`))) {
      throw new Error(`apps/web/shell/routes.ts names ${folder} for ${route}, and there is no apps/web/${page}.tsx.`);
    }
    return `  '${route}': lazy(() => import('../${page}.js')),`;
  });
  const text = `// Written by \`npm run generate\` from the pages' list of routes.
import { lazy, type ComponentType } from 'react';
import type { StringRouteParams } from 'wouter';
import type { ROUTES } from '../shell/routes.js';

export const PAGES = {
${lines.join('\n')}
} satisfies { readonly [Route in keyof typeof ROUTES]: ComponentType<StringRouteParams<Route>> };
`;
  await writeFile(join(web, 'generated', 'pages.ts'), text);
}
