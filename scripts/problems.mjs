// Writes apps/api/src/problems.json, the list behind /problems, from every `new AppError(…)` of the code.
// `--check` fails when the list has drifted.
import './ensure-deps.mjs';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inRoot, isMain } from './lib/paths.mjs';

const ts = createRequire(import.meta.url)('typescript');
const OUTPUT = inRoot('apps/api/src/problems.json');
const PLACES = ['libs', 'apps/api/src'];

function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.ts$/.test(entry.name) && !/\.(spec|d)\.ts$/.test(entry.name)) yield path;
  }
}

/** The text of an expression; what is filled in at run time becomes `…`. */
function textOf(node, given) {
  if (!node) return '…';
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isIdentifier(node) && given.has(node.text)) return textOf(given.get(node.text), new Map());
  if (ts.isTemplateExpression(node)) return node.templateSpans.reduce((text, span) => `${text}…${span.literal.text}`, node.head.text);
  if (ts.isConditionalExpression(node)) return textOf(node.whenTrue, given);
  return '…';
}

function memberOf(node, name, given) {
  if (!node || !ts.isObjectLiteralExpression(node)) return '…';
  const member = node.properties.find(property => property.name?.getText() === name);
  if (!member) return '…';
  return textOf(ts.isShorthandPropertyAssignment(member) ? member.name : member.initializer, given);
}

/** The function around a node that gives its parameters to it: `const refuse = (code, zh, en) => new AppError(kind, code, { zh, en })`. */
function helperAround(node) {
  for (let at = node.parent; at; at = at.parent) {
    if (!ts.isArrowFunction(at) && !ts.isFunctionDeclaration(at)) continue;
    const name = (at.name ?? at.parent.name)?.getText();
    return name ? { name, parameters: at.parameters.map(parameter => parameter.name.getText()) } : undefined;
  }
  return undefined;
}

function visit(node, found) {
  if (found(node)) return;
  ts.forEachChild(node, child => visit(child, found));
}

/** Every AppError of one file; an error built by a helper is listed once for each call of the helper. */
function problemsOf(path) {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const entries = [];
  const add = ([kind, code, text], given) => {
    const entry = { code: textOf(code, given), kind: textOf(kind, given), zh: memberOf(text, 'zh', given), en: memberOf(text, 'en', given) };
    if (!entry.code.includes('…')) entries.push(entry);
    return !entry.code.includes('…');
  };
  visit(file, node => {
    if (!ts.isNewExpression(node) || node.expression.getText() !== 'AppError' || add(node.arguments, new Map())) return false;
    const helper = helperAround(node);
    if (!helper) throw new Error(`${path}: the code of this AppError is not known before run time: ${node.getText()}`);
    visit(file, call => {
      if (ts.isCallExpression(call) && call.expression.getText() === helper.name) add(node.arguments, new Map(helper.parameters.map((parameter, index) => [parameter, call.arguments[index]])));
      return false;
    });
    return false;
  });
  return entries;
}

/** @returns {{code: string, kind: string, zh: string, en: string}[]} sorted by code */
export function collectProblems() {
  const all = PLACES.flatMap(place => [...sources(inRoot(place))]).filter(path => readFileSync(path, 'utf8').includes('new AppError(')).flatMap(problemsOf);
  const unique = new Map(all.map(entry => [JSON.stringify(entry), entry]));
  return [...unique.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

export const render = () => `[\n${collectProblems().map(entry => `  ${JSON.stringify(entry)}`).join(',\n')}\n]\n`;

if (isMain(import.meta.url)) {
  const drifted = !existsSync(OUTPUT) || readFileSync(OUTPUT, 'utf8') !== render();
  if (drifted && process.argv.includes('--check')) {
    console.error('apps/api/src/problems.json does not match the errors of the code. Run `node scripts/problems.mjs` and commit the result.');
    process.exit(1);
  }
  if (drifted) writeFileSync(OUTPUT, render());
  console.log(`${JSON.parse(readFileSync(OUTPUT, 'utf8')).length} problems ${drifted ? 'written' : 'as before'}.`);
}
