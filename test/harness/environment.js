import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { TestEnvironment } from 'jest-environment-node';

const loader = createRequire(import.meta.url);

/** Those that the suite under way has used, of its own packages too. */
const storages = new Set();
for (const method of ['run', 'enterWith']) {
  const used = AsyncLocalStorage.prototype[method];
  AsyncLocalStorage.prototype[method] = function (...rest) {
    storages.add(this);
    return used.apply(this, rest);
  };
}

/** Jest's own for Node. The packages that the global set-up put into one file are compiled once for all suites. */
export default class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    const folder = process.env['TEST_DEPENDENCIES'];
    if (folder === undefined) return;
    const { compiled } = loader(join(folder, 'load.cjs'));
    // What runs is the suite's own all the same, in its own context.
    this.global[Symbol.for('dependencies of the tests')] = () => compiled().runInContext(this.getVmContext());
  }

  async teardown() {
    await super.teardown();
    // Node asks every storage in use at every promise: those of all suites before would slow a process down more and more.
    for (const storage of storages) storage.disable();
    storages.clear();
  }
}
