import { Injectable } from '@nestjs/common';
import { ActTable, allActTables, Words } from './act-tables';

/** A name in the two languages of the house. */
export interface Named {
  readonly zh: string;
  readonly en: string;
}

interface Area {
  readonly name?: Named;
  readonly acts: ReadonlyMap<string, Named>;
}

export interface NamedArea {
  /** `credit-event`: what the codes of its acts begin with. */
  readonly code: string;
  readonly name: Named;
}

/** What the codes of acts, kinds of records and jobs mean in words. The chain keeps the codes; an act of former days whose table is gone has no name. */
@Injectable()
export class ActNames {
  private book?: NameBook;

  /** `credit-event.record` → 信用记录 · 登记 */
  ofAct(code: string): Named | null {
    const area = this.names.areas.get(areaOf(code));
    const act = area?.acts.get(verbOf(code));
    return area?.name && act ? { zh: `${area.name.zh} · ${act.zh}`, en: `${area.name.en} · ${act.en}` } : null;
  }

  ofSubject(type: string): Named | null {
    return this.names.subjects.get(type) ?? null;
  }

  ofJob(name: string): Named | null {
    return this.names.jobs.get(name) ?? null;
  }

  /** All areas, in the order of their Chinese names. */
  areas(): readonly NamedArea[] {
    const named = [...this.names.areas].flatMap(([code, { name }]) => (name ? [{ code, name }] : []));
    return named.sort((a, b) => a.name.zh.localeCompare(b.name.zh, 'zh-CN') || a.code.localeCompare(b.code));
  }

  /** Codes of the acts whose words or code contain the text, for whoever searches the log. */
  actsLike(text: string): readonly string[] {
    const wanted = text.toLowerCase();
    const codes = [...this.names.areas].flatMap(([area, { acts }]) => [...acts.keys()].map(verb => (verb ? `${area}.${verb}` : area)));
    return codes.filter(code => [code, ...Object.values(this.ofAct(code) ?? {})].some(one => one.toLowerCase().includes(wanted)));
  }

  /** Every code that has a name, for who compares the tables with what the rooms do. */
  codes(): { readonly acts: readonly string[]; readonly subjects: readonly string[]; readonly jobs: readonly string[]; readonly twice: readonly string[] } {
    return { acts: this.actsLike(''), subjects: [...this.names.subjects.keys()], jobs: [...this.names.jobs.keys()], twice: this.names.twice };
  }

  private get names(): NameBook {
    return (this.book ??= bookOf(allActTables()));
  }
}

interface NameBook {
  readonly areas: ReadonlyMap<string, Area>;
  readonly subjects: ReadonlyMap<string, Named>;
  readonly jobs: ReadonlyMap<string, Named>;
  /** What two tables name: the first of them holds. */
  readonly twice: readonly string[];
}

const areaOf = (code: string): string => code.split('.', 1)[0] as string;
const verbOf = (code: string): string => code.slice(areaOf(code).length + 1);

/** All tables as one. Words are no reason to fail: of two names for one thing the first holds, and a test finds them. */
export function bookOf(tables: readonly ActTable[]): NameBook {
  const areas = new Map<string, { name?: Named; acts: Map<string, Named> }>();
  const twice: string[] = [];
  for (const [code, { name, acts }] of tables.flatMap(table => Object.entries(table.acts ?? {}))) {
    const area = areas.get(code) ?? { acts: new Map<string, Named>() };
    if (name && area.name) twice.push(code);
    if (name) area.name ??= namedBy(name);
    twice.push(...enter(area.acts, acts).map(verb => `${code}.${verb}`));
    areas.set(code, area);
  }
  const [subjects, jobs] = [new Map<string, Named>(), new Map<string, Named>()];
  for (const table of tables) {
    twice.push(...enter(subjects, table.subjects ?? {}), ...enter(jobs, table.jobs ?? {}));
  }
  return { areas, subjects, jobs, twice };
}

/** @returns what was named before */
function enter(into: Map<string, Named>, words: Readonly<Record<string, Words>>): string[] {
  const before = Object.keys(words).filter(key => into.has(key));
  for (const [key, word] of Object.entries(words)) if (!before.includes(key)) into.set(key, namedBy(word));
  return before;
}

const namedBy = ([zh, en]: Words): Named => ({ zh, en });
