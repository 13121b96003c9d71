import js from '@eslint/js';
import ts from 'typescript-eslint';

const NOW = { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Ask the Clock: tests move the time.' };
const DATE_NOW = { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Ask the Clock: tests move the time.' };
const ENVIRONMENT = { selector: "MemberExpression[object.name='process'][property.name='env']", message: 'Settings come from Env; the environment is read once.' };
const PARALLEL_IN_TRANSACTION = {
  selector: "CallExpression[callee.property.name='transaction'] CallExpression[callee.object.name='Promise'][callee.property.name='all']",
  message: 'One connection runs one query at a time: use for … of inside a transaction.',
};

const LIMITS = {
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 45, skipBlankLines: true, skipComments: true }],
  'max-depth': ['error', 3],
};

export default ts.config(
  { ignores: ['dist/**', 'node_modules/**', 'apps/web/dist/**', 'coverage/**', 'apps/api/src/metadata.ts', 'apps/web/src/api/schema.d.ts', '.data/**', 'test/.artifacts/**'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  // Chinese text has full-width spaces, and control characters are what some rules remove
  { rules: { 'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipJSXText: true, skipComments: true }], 'no-control-regex': 'off' } },
  {
    files: ['libs/**/*.ts', 'apps/api/**/*.ts', 'apps/worker/**/*.ts', 'test/**/*.ts', 'migrations/**/*.ts'],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['libs/**/*.ts', 'apps/api/**/*.ts', 'apps/worker/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      ...LIMITS,
      // constructors are lists of what a service needs
      'max-params': 'off',
      '@typescript-eslint/max-params': 'off',
      'no-restricted-syntax': ['error', NOW, DATE_NOW, ENVIRONMENT, PARALLEL_IN_TRANSACTION],
      'no-restricted-imports': ['error', { paths: [{ name: '@nestjs/typeorm', importNames: ['InjectRepository'], message: 'Repositories come from Db: an injected one escapes the transaction.' }] }],
    },
  },
  // composition roots and command-line tools read the environment, seeds and forms are tables
  { files: ['apps/**/main.ts', 'apps/api/src/{prepare,migrate-only,openapi}.ts', 'apps/api/src/cli/*.ts', 'libs/platform/src/config/*.ts'], rules: { 'no-restricted-syntax': ['error', NOW, DATE_NOW] } },
  { files: ['migrations/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['apps/web/**/*.{ts,tsx}'], rules: { '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }], '@typescript-eslint/no-explicit-any': 'error', eqeqeq: ['error', 'always', { null: 'ignore' }] } },
  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', setInterval: 'readonly', clearInterval: 'readonly', URL: 'readonly', fetch: 'readonly', performance: 'readonly', Buffer: 'readonly', require: 'readonly', module: 'writable', __dirname: 'readonly', globalThis: 'readonly', FormData: 'readonly', Blob: 'readonly', document: 'readonly', window: 'readonly', AbortController: 'readonly', AbortSignal: 'readonly', setImmediate: 'readonly', TextEncoder: 'readonly', crypto: 'readonly', structuredClone: 'readonly', getComputedStyle: 'readonly', location: 'readonly', localStorage: 'readonly' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
