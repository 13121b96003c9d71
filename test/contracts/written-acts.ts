import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** One place of the sources that writes to the audit log, with what it can write. */
export interface WrittenAct {
  readonly place: string;
  readonly action: Found;
  readonly subjectType: Found;
}

/** The values an expression can have; `open`: places whose value the sources do not tell. */
export interface Found {
  readonly values: ReadonlySet<string>;
  readonly open: ReadonlySet<string>;
}

const ROOT = join(__dirname, '../..');
/** Stands for the kind of any case: the engine of procedures writes what the machines name. */
export const ANY_MACHINE = '<machine>';
/** More steps from caller to caller mean a circle. */
const DEEPEST = 12;

/** Every `audit.record(…)` of the rooms and processes, each value followed to where it is written: through parameters to their callers, through constants, tables and types. */
export function writtenActs(): readonly WrittenAct[] {
  return new Reader(sources()).acts();
}

/** The rooms' and processes' own files, without tests and what is generated. */
function sources(): string[] {
  const rooms = readdirSync(join(ROOT, 'libs')).map(room => join(ROOT, 'libs', room, 'src')).filter(folder => existsSync(folder));
  const within = [...rooms, join(ROOT, 'apps/api/src'), join(ROOT, 'apps/worker/src')];
  return within.flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => join(folder, file))).filter(file => file.endsWith('.ts') && !/\.(spec|d)\.ts$|metadata\.ts$/.test(file));
}

const isKnown = ({ values, open }: Found): boolean => open.size === 0 && values.size > 0;
const nothing = (): Found => ({ values: new Set(), open: new Set() });
const known = (...values: string[]): Found => ({ values: new Set(values), open: new Set() });
const together = (all: readonly Found[]): Found => ({ values: new Set(all.flatMap(one => [...one.values])), open: new Set(all.flatMap(one => [...one.open])) });

class Reader {
  private readonly program: ts.Program;
  private readonly checker: ts.TypeChecker;
  /** Calls by the name that is called. */
  private readonly calls = new Map<string, ts.CallExpression[]>();
  private readonly callers = new Map<ts.SignatureDeclaration, readonly ts.CallExpression[]>();
  private readonly records: ts.CallExpression[] = [];

  constructor(files: readonly string[]) {
    const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile).config, ts.sys, ROOT);
    this.program = ts.createProgram([...files], { ...options, noEmit: true });
    this.checker = this.program.getTypeChecker();
    for (const file of files) this.collect(this.program.getSourceFile(file) as ts.Node);
  }

  acts(): readonly WrittenAct[] {
    return this.records.filter(call => this.isAudit(call)).map(call => {
      const entry = call.arguments[0] as ts.Expression;
      return { place: this.place(call), action: this.member(entry, ['action']), subjectType: this.member(entry, ['subject', 'type']) };
    });
  }

  private collect(node: ts.Node): void {
    if (ts.isCallExpression(node)) {
      const name = calledName(node);
      if (name) this.calls.set(name, [...(this.calls.get(name) ?? []), node]);
      if (name === 'record') this.records.push(node);
    }
    ts.forEachChild(node, child => this.collect(child));
  }

  private isAudit({ expression }: ts.CallExpression): boolean {
    // Audit itself calls `record` once more inside a transaction
    return ts.isPropertyAccessExpression(expression) && expression.expression.kind !== ts.SyntaxKind.ThisKeyword && this.checker.getTypeAtLocation(expression.expression).symbol?.name === 'Audit';
  }

  private isKindOfCase(node: ts.Expression | undefined): boolean {
    return node !== undefined && ts.isPropertyAccessExpression(node) && node.name.text === 'kind' && ['Machine', 'CaseRecord'].includes(this.typeName(node.expression));
  }

  private typeName(node: ts.Expression): string {
    const type = this.checker.getTypeAtLocation(node);
    return (type.aliasSymbol ?? type.symbol)?.name ?? '';
  }

  private place(node: ts.Node): string {
    const file = node.getSourceFile();
    return `${relative(ROOT, file.fileName)}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  }

  /** What a string expression can be. */
  private values(given: ts.Expression, depth = 0): Found {
    const node = bare(given);
    if (depth > DEEPEST) return this.unknown(node);
    if (ts.isStringLiteralLike(node)) return known(node.text);
    if (ts.isConditionalExpression(node)) return together([this.values(node.whenTrue, depth), this.values(node.whenFalse, depth)]);
    if (this.isKindOfCase(node)) return known(ANY_MACHINE);
    if (ts.isPropertyAccessExpression(node) && node.name.text === 'subjectType' && this.place(node).startsWith('libs/documents/')) return this.fileSubjects(depth);
    if (ts.isTemplateExpression(node) && this.isKindOfCase(node.templateSpans[0]?.expression)) return known(ANY_MACHINE);
    if (ts.isTemplateExpression(node)) return node.templateSpans.reduce((found, span) => joined(found, this.values(span.expression, depth), span.literal.text), known(node.head.text));
    const traced = ts.isPropertyAccessExpression(node) ? this.member(node.expression, [node.name.text], depth + 1) : this.named(node, [], depth);
    return traced && isKnown(traced) ? traced : this.ofType(node, traced);
  }

  /** What a member of an object can be, the object followed to where it is written. */
  private member(given: ts.Expression, path: readonly string[], depth = 0): Found {
    const [name, ...rest] = path as [string, ...string[]];
    const node = bare(given);
    if (depth > DEEPEST) return this.unknown(node);
    if (ts.isConditionalExpression(node)) return together([this.member(node.whenTrue, path, depth), this.member(node.whenFalse, path, depth)]);
    if (ts.isObjectLiteralExpression(node)) return this.ofLiteral(node, name, rest, depth);
    if (ts.isPropertyAccessExpression(node)) return this.settled(this.member(node.expression, [node.name.text, ...path], depth + 1), node, path);
    return this.settled(this.named(node, path, depth) ?? this.unknown(node), node, path);
  }

  private settled(traced: Found, node: ts.Expression, path: readonly string[]): Found {
    return isKnown(traced) ? traced : (this.literals(this.typeAlong(this.checker.getTypeAtLocation(node), path, node)) ?? (traced.open.size > 0 ? traced : this.unknown(node)));
  }

  private ofLiteral(node: ts.ObjectLiteralExpression, name: string, rest: readonly string[], depth: number): Found {
    const property = node.properties.find(one => one.name !== undefined && ts.isIdentifier(one.name) && one.name.text === name);
    if (property && ts.isPropertyAssignment(property)) return rest.length > 0 ? this.member(property.initializer, rest, depth) : this.values(property.initializer, depth);
    if (property && ts.isShorthandPropertyAssignment(property)) return this.ofShorthand(property, rest, depth);
    return this.ofSpreads(node.properties.filter(ts.isSpreadAssignment).reverse(), [name, ...rest], depth);
  }

  private ofShorthand(property: ts.ShorthandPropertyAssignment, rest: readonly string[], depth: number): Found {
    const traced = this.ofSymbol(this.checker.getShorthandAssignmentValueSymbol(property), rest, property.name, depth);
    return traced && isKnown(traced) ? traced : rest.length > 0 ? this.settled(traced ?? nothing(), property.name, rest) : this.ofType(property.name, traced);
  }

  /** What is spread last wins. */
  private ofSpreads([last, ...before]: readonly ts.SpreadAssignment[], path: readonly string[], depth: number): Found {
    if (!last) return nothing();
    const found = this.member(last.expression, path, depth);
    return isKnown(found) || before.length === 0 ? found : this.ofSpreads(before, path, depth);
  }

  /** Files belong to whatever a room has registered for them; who uploads names it. */
  private fileSubjects(depth: number): Found {
    const registered = (this.calls.get('register') ?? []).filter(({ expression }) => ts.isPropertyAccessExpression(expression) && this.typeName(expression.expression) === 'FileSubjects');
    return together(registered.map(call => this.values(call.arguments[0] as ts.Expression, depth + 1)));
  }

  /** An identifier, followed to its declaration. */
  private named(node: ts.Expression, path: readonly string[], depth: number): Found | undefined {
    if (ts.isElementAccessExpression(node)) return this.ofTable(node.expression, path, depth);
    return ts.isIdentifier(node) ? this.ofSymbol(this.checker.getSymbolAtLocation(node), path, node, depth) : undefined;
  }

  /** `TABLE[key]`: whatever stands in the table. */
  private ofTable(table: ts.Expression, path: readonly string[], depth: number): Found | undefined {
    const held = ts.isIdentifier(table) ? this.declaration(this.checker.getSymbolAtLocation(table)) : undefined;
    const literal = held && ts.isVariableDeclaration(held) && held.initializer ? bare(held.initializer) : undefined;
    if (!literal || !ts.isObjectLiteralExpression(literal)) return undefined;
    return together(literal.properties.filter(ts.isPropertyAssignment).map(one => (path.length > 0 ? this.member(one.initializer, path, depth + 1) : this.values(one.initializer, depth + 1))));
  }

  private declaration(symbol: ts.Symbol | undefined): ts.Declaration | undefined {
    return this.real(symbol)?.valueDeclaration;
  }

  /** What an imported name stands for. */
  private real(symbol: ts.Symbol | undefined): ts.Symbol | undefined {
    return symbol && symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
  }

  private ofSymbol(symbol: ts.Symbol | undefined, path: readonly string[], at: ts.Expression, depth: number): Found | undefined {
    const declared = this.declaration(symbol);
    if (!declared) return undefined;
    if (ts.isParameter(declared)) return this.ofParameter(declared, path, depth + 1);
    if (ts.isBindingElement(declared)) return this.ofBinding(declared, path, depth + 1);
    if (ts.isVariableDeclaration(declared) && declared.initializer && ts.getCombinedNodeFlags(declared) & ts.NodeFlags.Const) return path.length > 0 ? this.member(declared.initializer, path, depth + 1) : this.values(declared.initializer, depth + 1);
    return this.unknown(at);
  }

  private ofBinding(element: ts.BindingElement, path: readonly string[], depth: number): Found | undefined {
    const name = element.propertyName ?? element.name;
    const holder = element.parent.parent;
    if (!ts.isIdentifier(name) || ts.isArrayBindingPattern(element.parent)) return undefined;
    // `...rest` holds members of the whole
    const whole = element.dotDotDotToken ? path : [name.text, ...path];
    if (ts.isParameter(holder)) return this.ofParameter(holder, whole, depth);
    if (ts.isVariableDeclaration(holder) && holder.initializer) return this.member(holder.initializer, whole, depth);
    return undefined;
  }

  /** What callers hand in. */
  private ofParameter(parameter: ts.ParameterDeclaration, path: readonly string[], depth: number): Found | undefined {
    const owner = parameter.parent;
    const place = owner.parameters.indexOf(parameter);
    const given = this.callersOf(owner).map(call => call.arguments[place] ?? parameter.initializer).filter(argument => argument !== undefined);
    if (given.length === 0) return undefined;
    return together(given.map(argument => (path.length > 0 ? this.member(argument, path, depth) : this.values(argument, depth))));
  }

  private callersOf(owner: ts.SignatureDeclaration): readonly ts.CallExpression[] {
    const found = this.callers.get(owner) ?? (this.calls.get(nameOf(owner) ?? '') ?? []).filter(({ expression }) => this.isOf(owner, ts.isPropertyAccessExpression(expression) ? expression.name : expression));
    this.callers.set(owner, found);
    return found;
  }

  /** Whether a called name is this function; asking for its symbol is far cheaper than resolving the call. */
  private isOf(owner: ts.SignatureDeclaration, called: ts.Expression | ts.MemberName): boolean {
    return (this.real(this.checker.getSymbolAtLocation(called))?.declarations ?? []).some(one => one === owner || one === owner.parent);
  }

  private ofType(node: ts.Expression, traced: Found | undefined): Found {
    return this.literals(this.checker.getTypeAtLocation(node)) ?? (traced && traced.open.size > 0 ? traced : this.unknown(node));
  }

  private typeAlong(type: ts.Type, path: readonly string[], at: ts.Node): ts.Type | undefined {
    return path.reduce<ts.Type | undefined>((held, name) => {
      const member = held && this.checker.getPropertyOfType(held, name);
      return member && this.checker.getTypeOfSymbolAtLocation(member, at);
    }, type);
  }

  private literals(type: ts.Type | undefined): Found | undefined {
    if (!type) return undefined;
    const parts = type.isUnion() ? type.types : [type];
    return parts.every(one => one.isStringLiteral()) ? known(...parts.map(one => (one as ts.StringLiteralType).value)) : undefined;
  }

  private unknown(node: ts.Node): Found {
    return { values: new Set(), open: new Set([`${this.place(node)} ${node.getText()}`]) };
  }
}

/** Without brackets, `as`, `!`, `satisfies` and `await`. */
function bare(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node) || ts.isSatisfiesExpression(node) || ts.isAwaitExpression(node) ? bare(node.expression) : node;
}

function joined(before: Found, middle: Found, after: string): Found {
  return { values: new Set([...before.values].flatMap(start => [...middle.values].map(part => start + part + after))), open: new Set([...before.open, ...middle.open]) };
}

function calledName({ expression }: ts.CallExpression): string | undefined {
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text;
  return ts.isIdentifier(expression) ? expression.text : undefined;
}

/** The name by which a function is called: its own, or the constant's that holds it. */
function nameOf(owner: ts.SignatureDeclaration): string | undefined {
  if (owner.name && ts.isIdentifier(owner.name)) return owner.name.text;
  return ts.isVariableDeclaration(owner.parent) && ts.isIdentifier(owner.parent.name) ? owner.parent.name.text : undefined;
}
