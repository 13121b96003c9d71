import type { Form, SectionData } from './field';

/**
 * A form as today's sections hold it. Forms of 2026.1 kept the plant totals with the limits to air and the limits to
 * water with its outlets. What was signed stays as it is: this is for reading and for beginning anew. Pure, idempotent.
 */
export function upgraded(form: Form): Form {
  return moved(moved(form, 'air-limits', 'plantTotals', { to: 'air-totals', flag: 'hasTotals' }), 'water-outlets', 'limits', { to: 'water-limits', flag: 'hasWaterLimits' });
}

function moved(form: Form, from: 'air-limits' | 'water-outlets', table: string, { to, flag }: { to: 'air-totals' | 'water-limits'; flag: string }): Form {
  const { [table]: rows, ...rest } = (form[from] ?? {}) as Record<string, SectionData[string]>;
  if (form[from] === undefined || form[to] !== undefined) return form;
  const has = Array.isArray(rows) && rows.length > 0;
  return { ...form, [from]: rest, [to]: { [flag]: has, ...(has ? { [table]: rows } : {}) } };
}
