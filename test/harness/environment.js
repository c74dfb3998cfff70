/** Of a suite: the process as it is, in which the product runs where it is not tested, too. */
export default class ProcessItself {
  global = globalThis;

  async setup() {}

  async teardown() {}

  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** Jest wants to ask; there is none. */
  getVmContext() {
    return null;
  }
}
