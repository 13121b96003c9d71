import type { Form, Row } from '../form/field';
import { rowsOf, textOf } from '../form/form';
import { concentrationUnit } from '../form/pollutants';
import { amountOf } from '../form/validate';
import type { LimitQuestion } from './limit-fit';
import type { LimitMedium, LimitRow } from './rule';

/** One concentration the form asks to be permitted, and what is known of the outlet it stands at. */
export interface LimitClaim {
  /** Into the whole form. */
  readonly pointer: string;
  readonly row: Row;
  /** The outlet, the place at the boundary, or the boundary itself. */
  readonly place: string;
  readonly pollutant: string;
  /** Undefined while nothing or "/" is entered. */
  readonly claimed: string | undefined;
  /** In which the claim and what the approval demands are written. */
  readonly unit: string;
  /** What the form says the environmental approval demands here; undefined where it demands nothing. */
  readonly approved?: string;
  /** Undefined where the outlet does not say what emits. */
  readonly question: LimitQuestion | undefined;
}

const OUTLET_MEDIA = [
  { medium: 'air', limits: 'air-limits', outlets: 'air-outlets', field: 'concentrationMgM3', approval: 'approvalMgM3' },
  { medium: 'water', limits: 'water-limits', outlets: 'water-outlets', field: 'concentrationMgL', approval: 'approvalMgL' },
] as const;

/** Sections whose concentrations are compared with the reference limits. */
export const LIMIT_SECTIONS = ['air-limits', 'fugitive', 'water-limits', 'noise'] as const;
export type LimitSection = (typeof LIMIT_SECTIONS)[number];

/** Every concentration of the form with its question. Pure. */
export function claimsOf(form: Form, date: string): LimitClaim[] {
  return [...OUTLET_MEDIA.flatMap(media => atOutlets(form, date, media)), ...atBoundary(form, date), ...noiseClaims(form, date)];
}

type Common = Pick<LimitQuestion, 'date' | 'inKeyRegion' | 'industry' | 'builtOn' | 'discharge' | 'approval'>;

/** What holds for the whole plant: region, industry, when it was approved, how it discharges, its approval. */
export function plantFacts(form: Form, date: string): Common {
  const { basic } = form;
  const inKeyRegion = basic?.['inKeyRegion'];
  const discharge = textOf(form['water-outlets'], 'discharge');
  const known: Common = {
    date, ...(typeof inKeyRegion === 'boolean' ? { inKeyRegion } : {}), industry: textOf(basic, 'industryCode'), builtOn: textOf(basic, 'eiaDate') ?? textOf(basic, 'productionStartDate'),
    discharge: discharge === 'direct' || discharge === 'indirect' ? discharge : undefined, approval: textOf(basic, 'eiaNumber'),
  };
  return known;
}

/** Source and name of each outlet by its code. */
function outletsOf(form: Form, section: 'air-outlets' | 'water-outlets'): Map<string, string | undefined> {
  return new Map(rowsOf(form, section, 'outlets').map(row => [textOf(row, 'code') ?? '', textOf(row, 'source')]));
}

/** Columns of their own that are asked only where something is entered: the mean, or the kind of limit, that each is compared with. */
const BESIDE = [
  { field: 'hourMgM3', asks: { averaging: 'hour' } },
  { field: 'dayMgM3', asks: { averaging: 'day' } },
  { field: 'specialMgM3', asks: { tier: 'special' } },
] as const;

function besideOf({ row, question, ...claim }: LimitClaim, at: string): LimitClaim[] {
  return BESIDE.flatMap(({ field, asks }) => {
    const claimed = amountOf(row, field);
    return claimed === undefined ? [] : [{ ...claim, row, claimed, approved: undefined, pointer: `${at}/${field}`, question: question && { ...question, ...asks } }];
  });
}

function atOutlets(form: Form, date: string, { medium, limits, outlets, field, approval }: (typeof OUTLET_MEDIA)[number]): LimitClaim[] {
  const sources = outletsOf(form, outlets);
  const common = plantFacts(form, date);
  return rowsOf(form, limits, 'limits').flatMap((row, index) => {
    const [place, pollutant] = [textOf(row, 'outletCode') ?? '', textOf(row, 'pollutant') ?? ''];
    const source = sources.get(place);
    const at = `/${limits}/limits/${index}`;
    const claim: LimitClaim = { pointer: `${at}/${field}`, row, place, pollutant, claimed: amountOf(row, field), approved: amountOf(row, approval), unit: concentrationUnit(medium, pollutant), question: source === undefined || pollutant === '' ? undefined : { ...common, medium, source, pollutant } };
    return [claim, ...(medium === 'air' ? besideOf(claim, at) : [])];
  });
}

function atBoundary(form: Form, date: string): LimitClaim[] {
  const common = plantFacts(form, date);
  return rowsOf(form, 'fugitive', 'points').map((row, index) => {
    const pollutant = textOf(row, 'pollutant') ?? '';
    return {
      pointer: `/fugitive/points/${index}/concentrationMgM3`, row, place: textOf(row, 'name') ?? '', pollutant, claimed: amountOf(row, 'concentrationMgM3'), unit: concentrationUnit('fugitive', pollutant),
      question: pollutant === '' ? undefined : { ...common, medium: 'fugitive', source: 'boundary', pollutant },
    };
  });
}

function noiseClaims(form: Form, date: string): LimitClaim[] {
  const common = plantFacts(form, date);
  return rowsOf(form, 'noise', 'boundaries').flatMap((row, index) => {
    const zone = textOf(row, 'functionalZone');
    return ([['dayDbA', 'noise-day'], ['nightDbA', 'noise-night']] as const).map(([field, pollutant]) => ({
      pointer: `/noise/boundaries/${index}/${field}`, row, place: textOf(row, 'point') ?? '', pollutant, claimed: amountOf(row, field), unit: 'dB(A)',
      question: zone === undefined ? undefined : { ...common, medium: 'noise' as const, source: `zone-${zone}`, pollutant },
    }));
  });
}

/** Rows by what they speak of, so that thousands of limits are compared with a few rows each. */
export class LimitIndex {
  private readonly byKey = new Map<string, LimitRow[]>();

  constructor(rows: readonly LimitRow[]) {
    for (const row of rows) {
      const key = keyOf(row.medium, row.source, row.pollutant);
      this.byKey.set(key, [...(this.byKey.get(key) ?? []), row]);
    }
  }

  about({ medium, source, pollutant }: LimitQuestion): readonly LimitRow[] {
    return [...(this.byKey.get(keyOf(medium, source, pollutant)) ?? []), ...(source === '*' ? [] : (this.byKey.get(keyOf(medium, '*', pollutant)) ?? []))];
  }
}

const APPROVAL = '环评批复';
const ALWAYS = '1900-01-01';

/**
 * What is compared with a claim: the reference rows about it, and what the form itself says the approval of the project demands. The
 * applicant states that against itself, so it binds like a row that was compared; that it is what the paper says, the documents check looks at.
 */
export function limitsFor({ approved, unit, pollutant }: LimitClaim, question: LimitQuestion, index: LimitIndex): { readonly rows: readonly LimitRow[]; readonly question: LimitQuestion } {
  const rows = index.about(question);
  if (approved === undefined) return { rows, question };
  const standard = question.approval ?? APPROVAL;
  const stated: LimitRow = {
    standard, title: APPROVAL, medium: question.medium, source: question.source, pollutant, value: approved, unit, tier: 'approval', validFrom: ALWAYS, validTo: null, verified: true, note: '表中填写的环评批复要求',
  };
  return { rows: [...rows, stated], question: { ...question, approval: standard } };
}

const keyOf = (medium: LimitMedium, source: string, pollutant: string): string => `${medium}|${source}|${pollutant}`;
