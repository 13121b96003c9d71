// Tests in the realm of Node itself: what is loaded by Node may be shared with them, and `instanceof` says the truth of it.
const { ModuleMocker } = require('jest-mock');
const { TestEnvironment } = require('jest-environment-node');

module.exports = class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global = globalThis;
    this.moduleMocker = new ModuleMocker(globalThis);
  }
};
