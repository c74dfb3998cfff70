// What `@jest/globals` is to suites that Node itself has loaded (`runtime.cjs`). Each suite has a framework of its own, and what
// they share asks at each call whose turn it is.
const now = () => globalThis[Symbol.for('globals of the suite')];

function ofTheSuite(name) {
  return new Proxy(() => undefined, {
    apply: (_target, _this, args) => now()[name](...args),
    get: (_target, key) => now()[name][key],
  });
}

export const jest = ofTheSuite('jest');
export const expect = ofTheSuite('expect');
export const describe = ofTheSuite('describe');
export const it = ofTheSuite('it');
export const test = ofTheSuite('test');
export const beforeAll = ofTheSuite('beforeAll');
export const beforeEach = ofTheSuite('beforeEach');
export const afterEach = ofTheSuite('afterEach');
export const afterAll = ofTheSuite('afterAll');
