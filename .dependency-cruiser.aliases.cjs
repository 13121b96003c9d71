// The web's own short way to its sources, in the form dependency-cruiser reads; apps/web/tsconfig.json has it for the compiler.
module.exports = { resolve: { alias: { '@': `${__dirname}/apps/web/src` } } };
