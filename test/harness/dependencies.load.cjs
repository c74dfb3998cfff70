// Beside the one file that holds the packages (`dependencies.js` makes both): runs it where it is asked for.
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { constants, Script } = require('node:vm');

const FILE = join(__dirname, 'dependencies.cjs');
/** What V8 made of it, to be found by other processes. V8 looks whether it is of the same version and text. */
const COMPILED = join(__dirname, 'dependencies.v8');

let script;
/** Not run yet. */
function compiled() {
  script ??= new Script(`(function (require, module, exports) {${readFileSync(FILE, 'latin1')}\n})`, {
    filename: FILE,
    cachedData: existsSync(COMPILED) ? readFileSync(COMPILED) : undefined,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  return script;
}

let packages;
function load(specifier) {
  if (packages === undefined) {
    const module = { exports: {} };
    compiled().runInThisContext()(require, module, module.exports);
    packages = module.exports;
  }
  return packages[specifier]();
}

module.exports = load;
/** With all the functions that were compiled as they were called. */
module.exports.keepCompiled = () => writeFileSync(COMPILED, compiled().createCachedData());
