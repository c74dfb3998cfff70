import { bundleDependencies } from './dependencies.js';

/** Once per run, before any suite is loaded. */
export default async function setUp() {
  process.env['TEST_DEPENDENCIES'] = await bundleDependencies();
}
