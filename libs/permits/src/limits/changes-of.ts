import type { FieldProblem } from '../form/field';
import type { LimitChangeDto, LimitRowDto } from './limits.dto';
import type { LimitChange, LimitContent } from './plan-changes';

type Read = { readonly changes: LimitChange[] } | { readonly problems: FieldProblem[] };

/** The changes of a request, each with the members its kind needs. */
export function changesOf(items: readonly LimitChangeDto[]): Read {
  const read = items.map(changeOf);
  const problems = read.flatMap((one, index) => ('missing' in one ? [lacking(index, one.missing)] : []));
  return problems.length > 0 ? { problems } : { changes: read.flatMap(one => ('missing' in one ? [] : [one])) };
}

type One = LimitChange | { readonly missing: string };

function changeOf({ op, id, row, confirmed, lastDay, standard, code, replacedBy }: LimitChangeDto): One {
  switch (op) {
    case 'add':
      return row ? { op, row: contentOf(row), confirmed } : { missing: 'row' };
    case 'replace':
    case 'correct':
      return !id ? { missing: 'id' } : row ? { op, id, row: contentOf(row), confirmed } : { missing: 'row' };
    case 'end':
      return !id ? { missing: 'id' } : lastDay ? { op, id, lastDay } : { missing: 'lastDay' };
    case 'add-standard':
      return standard ? { op, standard: { code: standard.code, title: standard.title, kind: standard.kind, inForceFrom: standard.inForceFrom ?? null, replaces: standard.replaces || null, note: standard.note || null } } : { missing: 'standard' };
    case 'end-standard':
      return !code ? { missing: 'code' } : lastDay ? { op, code, lastDay, replacedBy: replacedBy || null } : { missing: 'lastDay' };
  }
}

const lacking = (index: number, member: string): FieldProblem => ({ pointer: `/items/${index}/${member}`, code: 'missing', zh: '请填写这一项', en: 'Fill this in.' });

const none = (value: string | null | undefined): string | null => (value === undefined || value === null || value.trim() === '' ? null : value.trim());

/** Empty texts are nothing; numbers lose their 全角 digits. */
export function contentOf(row: LimitRowDto): LimitContent {
  return {
    standard: row.standard, medium: row.medium, source: row.source, pollutant: row.pollutant, tier: row.tier, value: row.value.normalize('NFKC').trim(), unit: row.unit, validFrom: row.validFrom,
    industry: none(row.industry), fuel: none(row.fuel), variant: none(row.variant), buildPeriod: row.buildPeriod ?? null, builtSince: none(row.builtSince), discharge: row.discharge ?? null, averaging: row.averaging ?? null,
    baseOxygen: none(row.baseOxygen), legalBasis: none(row.legalBasis), note: none(row.note),
  };
}
