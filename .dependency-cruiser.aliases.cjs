// The web's own short ways to its sources, in the form dependency-cruiser reads; apps/web/tsconfig.json has them for the compiler.
module.exports = { resolve: { alias: { '@': `${__dirname}/apps/web/src`, '@huanbao/offline-check': `${__dirname}/libs/offline-check/assets/check.mjs` } } };
