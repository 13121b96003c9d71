import { entryFor, type EntryVerdict } from './classify';
import { type Answers, evaluate, type Situation } from './evaluate';
import { type Catalogue, type CatalogueEntry, type Condition, LEVELS, type PermitLevel } from './types';

/** What is certain of a class while some questions are open: the strictest columns that hold already, and what could still make it stricter. */
export interface ClassBound {
  /** The class is this or a stricter one; null: nothing holds yet. */
  readonly level: PermitLevel | null;
  readonly deciding: readonly EntryVerdict[];
  /** Questions whose answers could still lead to a class stricter than the one asked about. */
  readonly asks: readonly string[];
}

const PROCESS_FROM = 109;

/**
 * The least strict class a unit of this industry can have by what is known, and the open questions that could make it
 * stricter than `declared`. Pure; answers as `classify` takes them.
 */
export function boundOf(catalogue: Catalogue, industry: string, { answers, declared }: { answers: Answers; declared: PermitLevel }): ClassBound {
  const stricter = LEVELS.slice(0, LEVELS.indexOf(declared));
  const processes = catalogue.entries.filter(entry => entry.no >= PROCESS_FROM);
  const common: Situation = { industry: '', answers };
  const certainly = processes.flatMap(entry => held(entry, common));
  const process = strictest(certainly);
  const own = entryFor(catalogue, industry);
  const all = [...held(own, { industry, answers, process }), ...certainly];
  const level = strictest(all);
  const processAsks = openIn(processes, common, stricter);
  const ownAsks = openIn([own], processAsks.length > 0 ? { industry, answers, processAsks } : { industry, answers, process }, stricter);
  return { level, deciding: all.filter(one => one.level === level), asks: [...new Set([...ownAsks, ...processAsks])] };
}

/** The strictest column of an entry that holds whatever the open answers are. */
function held(entry: CatalogueEntry, situation: Situation): EntryVerdict[] {
  const level = LEVELS.find(one => entry.columns[one] && evaluate(entry.columns[one].when, situation).holds === true);
  return level === undefined ? [] : [{ entryNo: entry.no, entryTitle: entry.title, industry: situation.industry === '' ? null : situation.industry, level, text: entry.columns[level]?.text ?? null }];
}

function openIn(entries: readonly CatalogueEntry[], situation: Situation, levels: readonly PermitLevel[]): string[] {
  return entries.flatMap(entry => levels.flatMap(level => {
    const { holds, asks } = entry.columns[level] ? evaluate(entry.columns[level].when, situation) : { holds: false, asks: [] };
    return holds === undefined ? asks : [];
  }));
}

const strictest = (verdicts: readonly EntryVerdict[]): PermitLevel | null => LEVELS.find(level => verdicts.some(one => one.level === level)) ?? null;

/** The questions an entry may ask. */
export function questionsOf(entry: CatalogueEntry): string[] {
  const of = (condition: Condition): string[] => ('question' in condition ? [condition.question] : 'of' in condition ? [condition.of].flat().flatMap(member => of(member as Condition)) : []);
  return Object.values(entry.columns).flatMap(column => of(column.when));
}
