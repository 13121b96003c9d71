// House rules that a machine can check. Nothing is excepted by a comment; where a rule does not fit, the folder is named here.
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const LIMITS = {
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
  'max-depth': ['error', 3],
};

const forbid = (message, ...selectors) => selectors.map(selector => ({ selector, message }));

/** Constructors take services and routes take bound parameters: nobody writes those arguments in a call. */
const MANY_PARAMETERS = [
  ...forbid('More than four parameters: pass one object.', ':matches(FunctionDeclaration, ArrowFunctionExpression)[params.length>4]', ":not(MethodDefinition[kind='constructor']) > FunctionExpression[params.length>4]:not([params.0.decorators.length>0])"),
  ...forbid('More than ten collaborators: this class does more than one thing.', "MethodDefinition[kind='constructor'] > FunctionExpression[params.length>10]"),
];
const ENVIRONMENT = forbid('Settings come from Env; the environment is read once.', "MemberExpression[object.name='process'][property.name='env']");
const NOW = forbid('Ask the Clock: tests move the time, and the zone is Asia/Shanghai.', "NewExpression[callee.name='Date'][arguments.length=0]", "CallExpression[callee.object.name='Date'][callee.property.name='now']");
const PARALLEL_QUERIES = forbid('One connection runs one query at a time: use for … of inside a transaction.', "CallExpression[callee.property.name='transaction'] CallExpression[callee.object.name='Promise'][callee.property.name='all']");

const OURS = ['apps/api/**/*.ts', 'apps/worker/**/*.ts', 'libs/**/*.ts'];
const TESTS = ['**/*.spec.ts', '**/*.spec.tsx', 'test/**/*.ts', 'apps/web/src/test/**'];
const NODE_GLOBALS = ['AbortController', 'AbortSignal', 'Blob', 'Buffer', 'FormData', 'URL', '__dirname', 'clearInterval', 'clearTimeout', 'console', 'crypto', 'fetch', 'globalThis', 'module', 'performance', 'process', 'require', 'setImmediate', 'setInterval', 'setTimeout', 'structuredClone', 'TextDecoderStream', 'TextEncoder'];
const PAGE_GLOBALS = ['document', 'window', 'location', 'localStorage', 'getComputedStyle', 'requestAnimationFrame', 'addEventListener', 'MessageChannel'];
const readonly = names => Object.fromEntries(names.map(name => [name, 'readonly']));

export default tseslint.config(
  { ignores: ['**/node_modules/', '**/dist/', '**/dist-*/', 'coverage/', '.data/', 'test/.artifacts/', 'apps/api/src/metadata.ts', 'apps/web/src/api/schema.d.ts'] },
  js.configs.recommended,
  {
    name: 'all TypeScript, with its types',
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...LIMITS,
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      // the full-width space is a Chinese character; input is cleaned of control characters by naming them
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipJSXText: true, skipComments: true }],
      'no-control-regex': 'off',
      'no-restricted-syntax': ['error', ...MANY_PARAMETERS],
      'no-restricted-imports': ['error', { paths: [{ name: '@nestjs/typeorm', importNames: ['InjectRepository'], message: 'Repositories come from Db: an injected one escapes the transaction.' }] }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  { name: 'settings and time come from the platform', files: OURS, rules: { 'no-restricted-syntax': ['error', ...MANY_PARAMETERS, ...ENVIRONMENT, ...NOW, ...PARALLEL_QUERIES] } },
  {
    name: 'where settings are read',
    files: ['libs/platform/src/config/**/*.ts', 'apps/*/src/main.ts', 'apps/api/src/{prepare,migrate-only,openapi}.ts', 'apps/api/src/cli/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...MANY_PARAMETERS, ...NOW, ...PARALLEL_QUERIES] },
  },
  { name: 'where the time is read', files: ['libs/platform/src/clock/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...MANY_PARAMETERS, ...ENVIRONMENT] } },
  { name: 'a page is one tree of elements', files: ['apps/web/**/*.tsx'], rules: { 'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }] } },
  { name: 'migrations are SQL, frozen once merged', files: ['migrations/**/*.ts'], rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' } },
  {
    name: 'scripts run in Node before anything is compiled',
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: { globals: readonly(NODE_GLOBALS) },
    rules: { ...LIMITS, 'no-restricted-syntax': ['error', ...MANY_PARAMETERS], eqeqeq: 'error', 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }] },
  },
  { name: 'browser tests reach into the page', files: ['test/**/*.mjs', 'scripts/bench.mjs'], languageOptions: { globals: readonly(PAGE_GLOBALS) } },
  {
    name: 'tests: a describe block or a list of steps is long by nature',
    files: [...TESTS, 'test/**/*.mjs'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off', 'max-depth': 'off', 'no-restricted-syntax': 'off' },
  },
);
