import type { Calendar } from '@huanbao/calendar';
import type { AirKeyRegion, Area } from '@huanbao/platform';
import type { Form, Text } from '../form/field';
import type { BusinessType } from '../life/business-types';
import type { FuelWords } from './fuels';

/** E stops the submission, W asks a person to look. */
export type FindingLevel = 'E' | 'W';

/** One remark of the machine: where, what stands there, what the rule expects and on which ground, and how to mend it. */
export interface Finding {
  readonly ruleId: string;
  readonly level: FindingLevel;
  /** Into the whole form: `/air-limits/limits/3/concentrationMgM3`. */
  readonly pointer: string;
  readonly actual: string;
  readonly expected: string;
  /** Article of law or standard. */
  readonly basis: string;
  readonly suggestion: Text;
  /** What the rule looked at, so that a person can check it. */
  readonly evidence: string | null;
  /** The reference limits the remark rests on, strictest first. */
  readonly limits: readonly LimitRow[];
}

/** By whose authority a limit holds. */
export type LimitTier = 'national' | 'special' | 'provincial' | 'ultra-low' | 'approval';
export type LimitMedium = 'air' | 'fugitive' | 'water' | 'noise';

/** One reference limit as it held from–to. `value` is a decimal string in `unit`. What is left out does not narrow it. */
export interface LimitRow {
  readonly id?: string;
  readonly standard: string;
  readonly title: string;
  readonly medium: LimitMedium;
  /** Value of `AIR_SOURCES` or `WATER_SOURCES`; `boundary`, `zone-0`–`zone-4` at the boundary; `*` for any. */
  readonly source: string;
  readonly pollutant: string;
  readonly value: string;
  readonly unit: string;
  /** `special` holds in key regions only; `approval` for the plant whose approval has this number; the others everywhere in the city. */
  readonly tier: LimitTier;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** False until somebody compared it with the text of the standard. */
  readonly verified: boolean;
  readonly note: string | null;
  /** Classes of GB/T 4754 that begin so. */
  readonly industry?: string | null;
  readonly fuel?: string | null;
  /** What further tells rows of one standard apart, in its own words. */
  readonly variant?: string | null;
  /** Plants approved from `builtSince` on are new, earlier ones existing. */
  readonly buildPeriod?: 'new' | 'existing' | null;
  readonly builtSince?: string | null;
  readonly discharge?: 'direct' | 'indirect' | null;
  readonly averaging?: 'hour' | 'day' | 'month' | 'once' | null;
  /** Percent by volume at which the value is meant. */
  readonly baseOxygen?: string | null;
  /** Table or article of the standard. */
  readonly legalBasis?: string | null;
  /** Where it was taken from, while nobody has compared it. */
  readonly origin?: string | null;
}

/** A standard with the days on which it is in force; unknown where nobody has verified them. */
export interface StandardHead {
  readonly code: string;
  readonly title: string;
  readonly inForceFrom: string | null;
  readonly inForceTo: string | null;
  readonly replacedBy: string | null;
  readonly verified: boolean;
}

/** A least frequency of monitoring as dated reference data. */
export interface LeastFrequency {
  readonly key: string;
  readonly value: string;
  readonly verified: boolean;
}

/** A pollutant that key units monitor automatically at main outlets, as dated reference data. */
export interface AutomaticFactor {
  /** `air:PM` */
  readonly key: string;
  /** E where the law leaves no doubt or somebody compared the row, W otherwise. */
  readonly level: 'E' | 'W';
}

export interface ReviewContext {
  readonly form: Form;
  readonly enterprise: { readonly uscc: string; readonly name: string };
  /** Civil date of the application: the law of that day applies. */
  readonly applicationDate: string;
  /** Day of the newest submission, today for a draft; the day of the application when left out. */
  readonly handInDate?: string;
  readonly limits: readonly LimitRow[];
  /** The standards known, with or without limits. */
  readonly standards?: readonly StandardHead[];
  /** Least frequencies of monitoring that hold on the day; those of practice when left out. */
  readonly frequencies?: readonly LeastFrequency[];
  /** Pollutants that are monitored automatically on the day; none when left out. */
  readonly automatic?: readonly AutomaticFactor[];
  /** Words by which fuels are told on the day; those that ship when left out. */
  readonly fuels?: readonly FuelWords[];
  /** Catalogues of permit classes (first day) that somebody compared with the promulgated text. */
  readonly verifiedCatalogues?: readonly string[];
  /** WGS-84 bounding box of the city. */
  readonly bounds: { readonly west: number; readonly south: number; readonly east: number; readonly north: number };
  /** The city's outline, where one is configured; without it the box decides. */
  readonly boundary?: Area;
  readonly cityName: string;
  /** The key region for air the whole city lies in, where it does. */
  readonly airKeyRegion?: AirKeyRegion;
  /** What the application is for; a first one when left out. */
  readonly businessType?: BusinessType;
  /** The version of the permit it changes. */
  readonly base?: { readonly form: Form; readonly version: number; readonly validTo: string; /** Last day on which its renewal is asked for in time. */ readonly renewBy: string } | null;
  /** Kinds of attachment this application needs; those of a first application when left out. */
  readonly needed?: readonly string[];
  /** Published holiday years; a year that is missing counts weekends only. */
  readonly calendar?: Calendar;
}

export interface Rule {
  readonly id: string;
  /** Changes with the rule's content; a run records the versions it used. */
  readonly version: string;
  /** First day on which this version of the rule was run. */
  readonly since: string;
  /** Article or standard it rests on. */
  readonly basis: string;
  readonly title: Text;
  check(context: ReviewContext): Finding[];
}

type Details = Omit<Finding, 'ruleId' | 'suggestion' | 'evidence' | 'limits'> & { readonly zh: string; readonly en: string; readonly evidence?: string; readonly limits?: readonly LimitRow[] };

/** Findings of one rule, written as one line each. */
export function findingOf(ruleId: string): (details: Details) => Finding {
  return ({ zh, en, evidence, limits, ...rest }) => ({ ruleId, ...rest, suggestion: { zh, en }, evidence: evidence ?? null, limits: limits ?? [] });
}
