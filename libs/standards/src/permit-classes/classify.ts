import { industryOf } from '../industries/industries';
import { type Answers, evaluate, type Situation } from './evaluate';
import { type Catalogue, type CatalogueEntry, type Condition, LEVELS, type PermitLevel } from './types';

/** What one entry of the catalogue says. */
export interface EntryVerdict {
  readonly entryNo: number;
  readonly entryTitle: string;
  /** Four-digit class it was looked up for; null for a common process. */
  readonly industry: string | null;
  /** null: none of its columns applies. */
  readonly level: PermitLevel | null;
  /** The words of the column that applies. */
  readonly text: string | null;
}

export interface Decided {
  readonly state: 'decided';
  /** null: the catalogue asks for nothing. */
  readonly level: PermitLevel | null;
  /** Article 6: whether the permit covers everything or only the boilers, furnaces, surface or water treatment; null without a level. */
  readonly scope: 'whole' | 'processes' | null;
  /** The verdicts of that level, and everything else that was looked at. */
  readonly deciding: readonly EntryVerdict[];
  readonly others: readonly EntryVerdict[];
}

export interface Asking {
  readonly state: 'asking';
  /** Names of the questions that are needed next, in the order of the catalogue. */
  readonly asks: readonly string[];
}

interface Found extends EntryVerdict {
  readonly viaProcess: boolean;
}

const PROCESS_FROM = 109;
const OTHER_INDUSTRIES = 108;
const rank = (level: PermitLevel | null): number => (level === null ? LEVELS.length : LEVELS.indexOf(level));
const isAsking = <T extends object>(value: T | Asking): value is Asking => 'state' in value && value.state === 'asking';

/** The entry of the catalogue that covers a four-digit class; entry 108 for those that none of 1–107 names. */
export function entryFor(catalogue: Catalogue, industry: string): CatalogueEntry {
  const named = catalogue.entries.find(entry => entry.industries.some(code => industry.startsWith(code)) && !entry.except?.some(code => industry.startsWith(code)));
  return named ?? entryNumbered(catalogue, OTHER_INDUSTRIES);
}

/**
 * The class of a unit that works in these industries at one place: the strictest entry wins (one permit, article 5). Asks
 * only for what can still change the outcome.
 * @param industries four-digit classes of GB/T 4754-2017
 * @param answers amounts as decimal texts in the unit of the question
 * @throws RangeError for an unknown class, an unknown question or an amount that is none
 */
export function classify(catalogue: Catalogue, industries: readonly string[], answers: Answers): Decided | Asking {
  if (industries.length === 0) throw new RangeError('at least one industry is needed');
  for (const code of industries) if (code.length !== 4 || !industryOf(code)) throw new RangeError(`${code} is no class of GB/T 4754-2017`);
  assertAnswers(catalogue, answers);

  const own: Found[] = [];
  for (const industry of new Set(industries)) {
    const verdict = ownVerdict(catalogue, industry, answers);
    if (isAsking(verdict)) return verdict;
    own.push(verdict);
  }
  const strictest = Math.min(...own.map(verdict => rank(verdict.level)));
  // a milder process changes nothing, but one of the same level is named when it is what decided
  const viaProcess = own.some(verdict => rank(verdict.level) === strictest && verdict.viaProcess);
  const levels = LEVELS.slice(0, viaProcess ? strictest + 1 : strictest);
  if (levels.length === 0) return decided(own, []);
  const processes = processVerdicts(catalogue, answers, levels);
  return isAsking(processes) ? processes : decided(own, processes);
}

function ownVerdict(catalogue: Catalogue, industry: string, answers: Answers): Found | Asking {
  const entry = entryFor(catalogue, industry);
  if (!mentionsProcess(entry)) return verdictOf(entry, { industry, answers });
  const processes = processVerdicts(catalogue, answers, LEVELS);
  const known = isAsking(processes) ? { processAsks: processes.asks } : { process: strictestOf(processes) };
  return verdictOf(entry, { industry, answers, ...known });
}

/** The strictest column that holds; asks as soon as a stricter one cannot be ruled out. */
function verdictOf(entry: CatalogueEntry, situation: Situation, levels: readonly PermitLevel[] = LEVELS): Found | Asking {
  const base = { entryNo: entry.no, entryTitle: entry.title, industry: situation.industry === '' ? null : situation.industry };
  for (const level of levels) {
    const column = entry.columns[level];
    if (!column) continue;
    const { holds, asks } = evaluate(column.when, situation);
    if (holds === undefined) return { state: 'asking', asks };
    if (holds) return { ...base, level, text: column.text, viaProcess: holdsByProcess(column.when, situation) };
  }
  return { ...base, level: null, text: null, viaProcess: false };
}

function processVerdicts(catalogue: Catalogue, answers: Answers, levels: readonly PermitLevel[]): readonly Found[] | Asking {
  const verdicts = catalogue.entries.filter(entry => entry.no >= PROCESS_FROM).map(entry => verdictOf(entry, { industry: '', answers }, levels));
  const asks = verdicts.filter(isAsking).flatMap(verdict => verdict.asks);
  return asks.length > 0 ? { state: 'asking', asks: [...new Set(asks)] } : (verdicts as Found[]);
}

function decided(own: readonly Found[], processes: readonly Found[]): Decided {
  const all = [...own, ...processes.filter(verdict => verdict.level !== null)];
  const level = strictestOf(all);
  const deciding = all.filter(verdict => verdict.level !== null && verdict.level === level);
  // Article 6: what is due only to a process is a permit for that process. A unit that is due as a whole stays whole.
  const isWhole = own.some(verdict => verdict.level !== null && verdict.level !== 'registration' && !verdict.viaProcess) || own.some(verdict => verdict.level === level && !verdict.viaProcess);
  return { state: 'decided', level, scope: level === null ? null : isWhole ? 'whole' : 'processes', deciding: deciding.map(plain), others: all.filter(verdict => !deciding.includes(verdict)).map(plain) };
}

const plain = ({ viaProcess: _via, ...verdict }: Found): EntryVerdict => verdict;
const strictestOf = (verdicts: readonly Found[]): PermitLevel | null => LEVELS[Math.min(LEVELS.length, ...verdicts.map(verdict => rank(verdict.level)))] ?? null;
const mentionsProcess = (entry: CatalogueEntry): boolean => Object.values(entry.columns).some(column => mentions(column.when));
const mentions = (condition: Condition): boolean => condition.op === 'process' || ('of' in condition && [condition.of].flat().some(member => mentions(member as Condition)));

/** Whether the column holds only because of a common process. */
function holdsByProcess(condition: Condition, situation: Situation): boolean {
  return mentions(condition) && evaluate(condition, { ...situation, process: null }).holds !== true;
}

function entryNumbered(catalogue: Catalogue, no: number): CatalogueEntry {
  const found = catalogue.entries.find(entry => entry.no === no);
  if (!found) throw new RangeError(`catalogue ${catalogue.edition} has no entry ${no}`);
  return found;
}

const AMOUNT = /^\d{1,12}(\.\d{1,6})?$/;

function assertAnswers(catalogue: Catalogue, answers: Answers): void {
  for (const [name, answer] of Object.entries(answers)) {
    const question = catalogue.questions[name];
    if (!question) throw new RangeError(`${name} is no question of catalogue ${catalogue.edition}`);
    if (answer === undefined || answer === '') continue;
    const fits = question.kind === 'yes-no' ? typeof answer === 'boolean' : typeof answer === 'string' && AMOUNT.test(answer);
    if (!fits) throw new RangeError(`${name}: ${question.kind === 'yes-no' ? 'true or false' : 'an amount such as 1500 or 0.5'} is needed`);
  }
}
