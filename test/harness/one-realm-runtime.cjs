// Jest loads everything anew for each file of tests: Nest, TypeORM and all our rooms, some seconds of it. Here Node loads
// what is not a test, once for as long as the worker lives; tests and their harness are new in each file as ever. It all
// lives in one realm (one-realm-environment.cjs), so that `instanceof` says the truth on both sides.
const Module = require('node:module');
const { join, sep } = require('node:path');
const { compileFunction, constants } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

const TESTS = join(__dirname, '..') + sep;
const SPEC = /\.spec\.ts$/;

/** Source maps of what Node has loaded, for the stacks of every file that uses it. */
const maps = new Map();
let current;

Module._extensions['.ts'] = (module, filename) => {
  const { transformCache } = current;
  const code = transformCache.transform(filename);
  maps.set(filename, transformCache.getSourceMaps().get(filename));
  module._compile(code, filename);
};

/** The file that Node would load; null for what only Jest knows. */
function resolved(from, name) {
  if (name.startsWith('@jest/')) return null;
  try {
    return Module.createRequire(from).resolve(name);
  } catch {
    return null;
  }
}

module.exports = class extends Runtime {
  constructor(...args) {
    super(...args);
    current = this;
    const { executor } = this;
    executor.compile = (source, filename) => compileFunction(source, executor.injectedModuleParameters, { filename, importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER });
  }

  requireModuleOrMock(from, name) {
    const file = Module.isBuiltin(name) ? null : resolved(from, name);
    return file === null || file.startsWith(TESTS) || SPEC.test(file) ? super.requireModuleOrMock(from, name) : require(file);
  }

  getSourceMaps() {
    return new Map([...maps, ...super.getSourceMaps()]);
  }
};
