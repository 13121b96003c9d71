import type { Form, SectionKey, Text } from '../form/field';
import { differences } from '../life/differences';
import type { BusinessType } from '../life/business-types';
import type { Specialty } from './officers.entity';

export interface Medium {
  readonly key: Exclude<Specialty, 'other'>;
  readonly label: Text;
  readonly sections: readonly SectionKey[];
}

/** What a review has to speak of, part by part; the four conditions of 排污许可管理条例 art. 11 are judged on these. */
export const MEDIA: readonly Medium[] = [
  { key: 'air', label: { zh: '大气', en: 'Air' }, sections: ['air-outlets', 'air-limits', 'fugitive', 'air-totals'] },
  { key: 'water', label: { zh: '水', en: 'Water' }, sections: ['water-outlets', 'water-limits'] },
  { key: 'solid-noise', label: { zh: '固废和噪声', en: 'Solid waste and noise' }, sections: ['solid-waste', 'noise'] },
  { key: 'monitoring', label: { zh: '监测和台账', en: 'Monitoring and ledgers' }, sections: ['self-monitoring', 'ledgers'] },
];

/** Types that keep the permit as it is but for what they alter: only that is reviewed. */
const IN_PART: ReadonlySet<BusinessType> = new Set(['change', 'adjust']);

export interface Reviewed {
  readonly businessType: BusinessType;
  readonly form: Form;
  /** The version of the permit it alters; null for a first application. */
  readonly base: Form | null;
}

/** Of which media an opinion has to be there: of what the form holds, or of what a change alters. Pure. */
export function mediaOf({ businessType, form, base }: Reviewed): Medium[] {
  if (base === null || !IN_PART.has(businessType)) return MEDIA.filter(medium => medium.sections.some(section => holdsRows(form, section)));
  const altered = new Set(differences(base, form).map(one => one.section));
  return MEDIA.filter(medium => medium.sections.some(section => altered.has(section)));
}

interface Given {
  /** Sections of single opinions, with `overall` among them. */
  readonly opinions: readonly string[];
  /** Parts that were handed in. */
  readonly parts: readonly string[];
}

/** Whether somebody has spoken of it: by its part, or by an opinion on one of its sections. The overall one speaks of no medium. Pure. */
export const isGiven = (medium: Medium, { opinions, parts }: Given): boolean => parts.includes(medium.key) || medium.sections.some(section => opinions.includes(section));

const holdsRows = (form: Form, section: SectionKey): boolean => Object.values(form[section] ?? {}).some(value => Array.isArray(value) && value.length > 0);
