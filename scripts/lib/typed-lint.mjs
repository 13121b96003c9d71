// node scripts/lib/typed-lint.mjs TSCONFIG PATH…: type errors of the project and ESLint's findings in the paths. Both need
// the types of everything; from one program they are worked out once.
import { relative } from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript';
import { inRoot, root } from './paths.mjs';
import { HOST, programOf } from './typescript.mjs';

/** @returns {Promise<string>} what ESLint has to say; warnings count as errors */
async function findings(program, paths) {
  const eslint = new ESLint({ cwd: root, overrideConfig: { files: ['**/*.ts', '**/*.tsx'], languageOptions: { parserOptions: { programs: [program], projectService: false } } } });
  return (await eslint.loadFormatter('stylish')).format(await eslint.lintFiles(paths));
}

const [config, ...paths] = process.argv.slice(2);
const program = programOf(config);
const errors = ts.getPreEmitDiagnostics(program);
if (errors.length > 0) console.log(ts.formatDiagnostics(errors, HOST), `${errors.length} type errors of ${relative(root, inRoot(config))}`);
const said = await findings(program, paths);
if (said) console.log(said);
process.exitCode = errors.length > 0 || said ? 1 : 0;
