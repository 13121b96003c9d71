import { Inject, Injectable } from '@nestjs/common';
import { Actor, CITY, City, Clock, Db, shanghaiDate } from '@huanbao/platform';
import { ApplicationRecords } from '../application.records';
import type { FieldProblem, Form, SectionKey } from '../form/field';
import { explainStrictest } from '../review/explain-limits';
import { remarksOn } from '../review/remarks';
import { claimsOf, LimitIndex, limitsFor, LIMIT_SECTIONS } from '../review/limit-facts';
import type { LimitQuestion } from '../review/limit-fit';
import { unitsOf } from '../review/strictest-limit';
import { SectionStore } from '../section-store';
import { LIMIT_POLLUTANTS, LIMIT_SOURCES } from './limit-checks';
import { MEDIUM_WORDS, pollutantWords } from './limit-names';
import { inForce, LimitTable } from './limit-table';
import { strictestView } from './limit-views';
import { MEDIA, StrictestQuery, TIERS } from './limits.dto';
import type { ApplicableLimitView, LimitOptionsView, MediumOptionsView, StrictestView } from './limits.view';
import { TIER_WORDS } from '../review/strictest-limit';
import type { StoredLimit } from './plan-changes';

/** The strictest applicable limit, computed and explained: for everyone, and beside the fields of a form. */
@Injectable()
export class LimitLookup {
  constructor(
    private readonly db: Db,
    private readonly table: LimitTable,
    private readonly records: ApplicationRecords,
    private readonly sections: SectionStore,
    private readonly clock: Clock,
    @Inject(CITY) private readonly city: City,
  ) {}

  async strictest({ date, ...asked }: StrictestQuery): Promise<StrictestView> {
    const day = date ?? this.clock.today();
    return strictestView(explainStrictest(inForce(await this.table.stored()).limits, { ...asked, date: day }), day);
  }

  /** The strictest limit beside every concentration of a section. */
  async ofSection(actor: Actor, applicationId: string, section: string): Promise<ApplicableLimitView[]> {
    const application = await this.records.find(actor, applicationId);
    if (!(LIMIT_SECTIONS as readonly string[]).includes(section)) return [];
    const day = application.submittedAt ? shanghaiDate(application.submittedAt) : this.clock.today();
    const index = new LimitIndex(inForce(await this.table.stored()).limits);
    const root = `/${section}/`;
    return claimsOf(await this.sections.form(applicationId), day).filter(claim => claim.pointer.startsWith(root)).map(claim => {
      const { pointer, place, pollutant, question } = claim;
      const about = question && limitsFor(claim, question, index);
      const { strictest, summary } = about ? explainStrictest(about.rows, about.question) : NOT_SAID;
      return {
        pointer: pointer.slice(root.length - 1), place, pollutant, pollutantTitle: question ? pollutantWords(question) : { zh: pollutant, en: pollutant }, summary: { ...summary },
        value: strictest?.row.value ?? null, unit: strictest?.row.unit ?? null, comparedValue: strictest?.comparedValue ?? null, standard: strictest?.row.standard ?? null,
        verified: strictest?.row.verified ?? false, certain: strictest?.certain ?? false, question: question ? withoutGaps(question) : null,
      };
    });
  }

  /** What one should know of a section as it was saved: places outside the city, values in a wrong unit or looser than the limit. Never refuses. */
  async remarks(form: Form, section: SectionKey): Promise<FieldProblem[]> {
    return remarksOn(form, section, { date: this.clock.today(), limits: inForce(await this.table.stored()).limits, bounds: this.city.bounds, boundary: this.city.boundary, cityName: this.city.name });
  }

  async options(): Promise<LimitOptionsView> {
    const { limits, standards } = await this.table.stored();
    const distinct = (name: 'fuel' | 'variant'): string[] => [...new Set(limits.flatMap(row => (row[name] ? [row[name]] : [])))].sort((a, b) => a.localeCompare(b, 'zh-CN'));
    return {
      media: MEDIA.map(medium => mediumOptions(medium, limits)), tiers: TIERS.map(value => ({ value, ...TIER_WORDS[value] })), fuels: distinct('fuel'), variants: distinct('variant'),
      standards: standards.map(one => ({ value: one.code, zh: `${one.code} ${one.title}`, en: `${one.code} ${one.title}` })).sort((a, b) => a.value.localeCompare(b.value)), today: this.clock.today(),
    };
  }
}

const NOT_SAID = { strictest: null, summary: { zh: '先在排放口里选择排放源，这里才能给出适用限值', en: 'Say at the outlet what emits; the limit is shown then.' } } as const;

function mediumOptions(medium: (typeof MEDIA)[number], limits: readonly StoredLimit[]): MediumOptionsView {
  const known: Record<string, string[]> = {};
  for (const row of limits.filter(one => one.medium === medium)) known[row.source] = [...new Set([...(known[row.source] ?? []), row.pollutant])];
  const plain = ({ value, zh, en }: { value: string; zh: string; en: string }): { value: string; zh: string; en: string } => ({ value, zh, en });
  return { medium, title: { ...MEDIUM_WORDS[medium] }, sources: LIMIT_SOURCES[medium].map(plain), pollutants: LIMIT_POLLUTANTS[medium].map(plain), units: [...unitsOf(medium)], known };
}

/** Members that are not known are left out. */
function withoutGaps(question: LimitQuestion): LimitQuestion {
  return Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined)) as unknown as LimitQuestion;
}
