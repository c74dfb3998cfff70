// How Jest loads suites and what they test: by Node itself. Jest's own loader makes a world anew for every suite, in which the
// whole product is compiled and run again, and nothing is ever warm; that took most of the time of a suite. Here the suites
// of a process share what they test, as the requests to a server do, and each has its own of what tests are made of
// (`typescript.hooks.js`). What a suite changes in the process itself is put back after it.
const { register } = require('node:module');
const { pathToFileURL } = require('node:url');
const { ModuleMocker } = require('jest-mock');

const ADAPTER = require.resolve('jest-circus/runner').replace(/runner\.js$/, 'jestAdapterInit.js');
/** Under which Jest's framework keeps the suite's state. */
const OF_THE_FRAMEWORK = /^(JEST_\w+|EVENT_HANDLERS)$/;

register('./typescript.hooks.js', {
  parentURL: pathToFileURL(__filename).href,
  data: {
    globals: pathToFileURL(require.resolve('./globals.js')).href,
    dependencies: process.env.TEST_DEPENDENCIES,
  },
});
process.setSourceMapsEnabled(true);

/** Each suite is given one that keeps what it says. */
const { console } = globalThis;
let suites = 0;

/** As much of Jest's own (`jest-runtime`) as its runner and its framework ask for: no module is mocked, none is covered. */
class Runtime {
  constructor() {
    suites += 1;
    this.mocker = new ModuleMocker(globalThis);
    const { env, exit, exitCode } = process;
    this.before = { env, variables: { ...env }, exit, exitCode, symbols: symbols() };
  }

  /** The framework keeps its state beside its code: each suite has one of its own. */
  requireInternalModule(path) {
    if (path === ADAPTER) {
      delete require.cache[path];
      // Jest's finds no lines of sources that it has not compiled itself; Node's does.
      Error.prepareStackTrace = undefined;
    }
    return require(path);
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  /** A set-up file runs for every suite. */
  async unstable_importModule(path) {
    await import(`${pathToFileURL(path).href}?suite=${suites}`);
  }

  setGlobalsForRuntime(globals) {
    const { mocker } = this;
    const jest = {
      fn: mocker.fn.bind(mocker),
      spyOn: mocker.spyOn.bind(mocker),
      restoreAllMocks: mocker.restoreAllMocks.bind(mocker),
    };
    globalThis[Symbol.for('globals of the suite')] = { ...globals, jest };
  }

  /** Handed over, and called only where a project has serializers or set-ups that are no modules. */
  requireModule(path) {
    return require(path);
  }

  getSourceMaps() {
    return new Map();
  }

  getAllCoverageInfoCopy() {
    return undefined;
  }

  enterTestCode() {}

  leaveTestCode() {}

  /** Tells set-up files first, which undo what they did. */
  teardown() {
    process.emit('end of suite');
    const { env, variables, exit, exitCode, symbols: known } = this.before;
    this.mocker.restoreAllMocks();
    for (const name of Object.keys(env)) if (!(name in variables)) delete env[name];
    Object.assign(env, variables);
    Object.assign(process, { env, exit, exitCode });
    globalThis.console = console;
    for (const symbol of symbols()) {
      if (!known.has(symbol) && OF_THE_FRAMEWORK.test(symbol.description)) delete globalThis[symbol];
    }
  }
}

function symbols() {
  return new Set(Object.getOwnPropertySymbols(globalThis));
}

module.exports = { __esModule: true, default: Runtime };
