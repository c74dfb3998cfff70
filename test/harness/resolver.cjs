const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const NOWHERE = {};
let places;

/** Of the modules that stand for a package’s, by the path of what they stand for; none before the global set-up has run. */
function placesIn(folder) {
  if (folder === undefined) return NOWHERE;
  places ??= JSON.parse(readFileSync(join(folder, 'places.json'), 'utf8'));
  return places;
}

/** As Jest finds modules; who asks for a package that was put into one file gets it from there (`dependencies.js`). */
module.exports = (request, options) => {
  const found = options.defaultResolver(request, options);
  const folder = process.env.TEST_DEPENDENCIES;
  const place = placesIn(folder)[found];
  return place === undefined
    ? found
    : join(folder, options.conditions?.includes('import') ? place.import : place.require);
};
