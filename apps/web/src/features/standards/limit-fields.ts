import type { FieldSpec } from '@/shared/form/field';
import { MEDIA, TIERS, type LimitDetail, type LimitOptions } from './model';

type Translate = (key: string) => string;

/** Fields that ask why and after which paper. */
export const WHY_FIELDS = (t: Translate): FieldSpec[] => [
  { name: 'reason', label: t('propose.reason'), type: 'text', required: true, max: 500, group: t('propose.why'), width: 'full', example: t('propose.reasonExample') },
  { name: 'citation', label: t('propose.citation'), type: 'text', required: true, max: 500, width: 'full', example: t('propose.citationExample') },
];

/** The form of a limit. Where a row is replaced or corrected, what makes it the same limit is not asked again. */
export function limitFields({ media, standards }: LimitOptions, t: Translate, { fixed }: { readonly fixed: boolean }): FieldSpec[] {
  const choices = (values: readonly string[], root: string) => values.map(value => ({ value, label: t(`${root}.${value}`) }));
  const byMedium = media.flatMap(one => {
    const when = { field: 'medium', in: [one.medium] };
    const labelled = (list: readonly { value: string; zh: string; en: string }[]) => list.map(each => ({ value: each.value, label: each }));
    const own: FieldSpec[] = fixed ? [] : [
      { name: `source_${one.medium}`, label: t('field.source'), type: 'select', required: when, visibleWhen: when, options: labelled(one.sources) },
      { name: `pollutant_${one.medium}`, label: t('field.pollutant'), type: 'select', required: when, visibleWhen: when, options: labelled(one.pollutants) },
    ];
    return [...own, { name: `unit_${one.medium}`, label: t('field.unit'), type: 'select', required: when, visibleWhen: when, options: one.units.map(unit => ({ value: unit, label: unit })) } satisfies FieldSpec];
  });
  const identity: FieldSpec[] = fixed ? [] : [
    { name: 'standard', label: t('column.standard'), type: 'select', required: true, options: standards.map(one => ({ value: one.value, label: one })), group: t('propose.which') },
    { name: 'tier', label: t('column.tier'), type: 'select', required: true, options: choices(TIERS, 'tier'), help: t('field.tierHelp') },
    { name: 'medium', label: t('field.medium'), type: 'select', required: true, options: choices(MEDIA, 'medium') },
  ];
  const narrowing: FieldSpec[] = fixed ? [] : [
    { name: 'industry', label: t('field.industry'), type: 'text', pattern: '^\\d{2,4}$', patternHint: t('field.industryHint'), example: '252', group: t('propose.narrow') },
    { name: 'buildPeriod', label: t('field.buildPeriod'), type: 'select', options: choices(['new', 'existing'], 'build') },
    { name: 'builtSince', label: t('field.builtSince'), type: 'date', visibleWhen: { field: 'buildPeriod', in: ['new', 'existing'] }, required: { field: 'buildPeriod', in: ['new', 'existing'] } },
    { name: 'discharge', label: t('field.discharge'), type: 'select', visibleWhen: { field: 'medium', in: ['water'] }, options: choices(['direct', 'indirect'], 'discharge') },
    { name: 'averaging', label: t('field.averaging'), type: 'select', options: choices(['hour', 'day', 'month', 'once'], 'averaging') },
    { name: 'fuel', label: t('field.fuel'), type: 'text', max: 40 },
    { name: 'variant', label: t('field.variant'), type: 'text', max: 60, help: t('field.variantHelp') },
  ];
  return [
    ...identity, ...byMedium,
    { name: 'value', label: t('column.value'), type: 'text', required: true, max: 40, help: t('field.valueHelp'), example: '30' },
    { name: 'validFrom', label: t('field.validFrom'), type: 'date', required: true },
    { name: 'baseOxygen', label: t('field.baseOxygen'), type: 'text', unit: '%', visibleWhen: { field: 'medium', in: ['air'] }, max: 6, example: '3.5' },
    ...narrowing,
    { name: 'legalBasis', label: t('field.legalBasis'), type: 'text', max: 100, example: t('field.legalBasisExample') },
    { name: 'note', label: t('field.note'), type: 'text', max: 300, width: 'full' },
  ];
}

const NAMES = ['standard', 'tier', 'medium', 'value', 'validFrom', 'industry', 'fuel', 'variant', 'buildPeriod', 'builtSince', 'discharge', 'averaging', 'baseOxygen', 'legalBasis', 'note'] as const;

/** What the form begins with: the row itself; its day only where the row is corrected. */
export function valuesOf(limit: LimitDetail | null, op: string): Record<string, string | null> {
  if (!limit) return { medium: 'air' };
  const kept = Object.fromEntries(NAMES.map(name => [name, limit[name]]));
  return { ...kept, ...(op === 'replace' ? { validFrom: null, note: null } : {}), [`source_${limit.medium}`]: limit.source, [`pollutant_${limit.medium}`]: limit.pollutant, [`unit_${limit.medium}`]: limit.unit };
}

/** The row to send: source, pollutant and unit are those of the medium. */
export function rowOf(values: Record<string, unknown>): Record<string, unknown> {
  const medium = String(values['medium']);
  const given = Object.fromEntries(NAMES.flatMap(name => (typeof values[name] === 'string' && values[name] !== '' ? [[name, values[name]]] : [])));
  return { ...given, source: values[`source_${medium}`], pollutant: values[`pollutant_${medium}`], unit: values[`unit_${medium}`] };
}
