const { rmSync } = require('node:fs');

/** Stops what the set-up started; called once for each project, the first call does the work. */
module.exports = async () => {
  const started = globalThis.__HUANBAO_SERVER__;
  if (!started) return;
  globalThis.__HUANBAO_SERVER__ = undefined;
  await started.stop();
  if (started.folder) rmSync(started.folder, { recursive: true, force: true });
};
