/** Who may import whom (docs: the plan of the house). No exception list: what does not fit here is built differently. */
const PURE = 'codes|calendar|standards|sealing|offline-check|hj212|likeness';
const SERVICES = 'identity|documents|notifications|casework|signatures|reference';
const room = names => `^libs/(${names})/`;
const capability = `^libs/(?!(${PURE}|platform|${SERVICES})/)[^/]+/`;
const CODE = '^(apps|libs|migrations)/';

const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

module.exports = {
  forbidden: [
    rule('no-circular', 'Rooms and files that need each other cannot be understood alone.', {}, { circular: true }),
    rule('front-door-only', 'Another room is reached through its index.ts only.', { path: '^(?:libs|apps)/([^/]+)/' }, { path: '^libs/([^/]+)/src/(?!index\\.ts$)', pathNot: '^libs/$1/' }),
    rule('front-door-only-from-tests', 'Tests of routes and journeys see what other rooms see.', { path: '^test/(api|journeys|queue)/' }, { path: '^libs/([^/]+)/src/(?!index\\.ts$)' }),
    rule('pure-is-pure', 'Usable in a browser: no framework, no platform, no input or output.', { path: room(PURE), pathNot: '\\.spec\\.ts$' }, { path: '^(apps|migrations|libs/(?!(' + PURE + ')/))|^node_modules/(@nestjs|typeorm|pg|bullmq|fastify)|^(node:)?(fs|net|http|https|child_process|os|process)$' }),
    rule('platform-knows-no-room', 'No word of the environment in the technical services.', { path: '^libs/platform/' }, { path: '^libs/(?!platform/)(?!(' + PURE + ')/)' }),
    rule('identity-is-lowest', 'People know nobody above the platform.', { path: '^libs/identity/' }, { path: '^libs/(?!(identity|platform|' + PURE + ')/)' }),
    rule('services-know-no-capability', 'Casework, signatures, documents and notifications serve every capability and know none.', { path: room('documents|notifications|casework|signatures|reference') }, { path: capability }),
    rule('documents-and-notifications-below-casework', 'Cases have documents and send notices, not the other way round.', { path: room('documents|notifications') }, { path: '^libs/(casework|signatures)/' }),
    rule('reference-below-casework', 'Dated values serve casework and every capability; they know neither cases nor signatures.', { path: '^libs/reference/' }, { path: '^libs/(casework|signatures|notifications)/' }),
    rule('libs-know-no-app', 'Apps compose rooms.', { path: '^libs/' }, { path: '^apps/' }),
    rule('apps-apart', 'Each app is its own composition.', { path: '^apps/([^/]+)/' }, { path: '^apps/', pathNot: '^apps/$1/' }),
    rule('web-sees-pure-only', 'The browser shares rules, never services.', { path: '^apps/web/' }, { path: '^libs/(?!(' + PURE + ')/)|^migrations/' }),
    rule('migrations-stand-alone', 'A migration is frozen; code it imported would change under it.', { path: '^migrations/' }, { path: CODE, pathNot: '^migrations/' }),
    rule('nothing-imports-migrations', 'They are run by name, in order.', { path: '^(apps|libs)/' }, { path: '^migrations/' }),
    rule('typeorm-module-in-platform-only', 'An injected repository escapes the transaction.', { path: CODE, pathNot: '^libs/platform/' }, { path: '^node_modules/@nestjs/typeorm/' }),
    rule('no-test-code-in-production', 'Builders and harness stay in tests.', { path: '^(apps|libs)/', pathNot: '\\.spec\\.tsx?$|^apps/web/src/test/' }, { path: '^test/' }),
    rule('declared-packages-only', 'A package that is not in package.json comes and goes with others.', { path: CODE }, { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] }),
    rule('no-development-packages-in-production', 'They are not installed there.', { path: '^(apps/(api|worker)|libs|migrations)/', pathNot: '\\.spec\\.ts$' }, { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] }),
    rule('resolvable', 'Every import leads somewhere.', { path: CODE }, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // metadata.ts is generated: the compiler's list of all DTOs, not a line anybody wrote
    exclude: { path: '(^|/)(dist|dist-\\d+|coverage|\\.artifacts)/|^apps/api/src/metadata\\.ts$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    webpackConfig: { fileName: '.dependency-cruiser.aliases.cjs' },
    combinedDependencies: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'] },
  },
};
