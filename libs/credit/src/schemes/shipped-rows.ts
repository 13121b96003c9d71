import type { RowAttributes, RowKind, SchemeRow } from '../engine/scheme';

export interface ShippedRow extends SchemeRow {
  readonly origin: string;
}

interface Words {
  readonly unit?: string;
  readonly legalBasis: string;
  readonly origin: string;
  readonly note?: string | null;
}

/** Rows of one source share basis and origin. Nothing that ships is verified: no person can be named who compared it with the text. */
export const rowsOf = (words: Words) => (kind: RowKind, [code, title]: readonly [string, string], value: string, { note = words.note ?? null, ...attributes }: RowAttributes & { readonly note?: string | null } = {}): ShippedRow => ({
  kind, code, title, value, unit: words.unit ?? '', attributes, legalBasis: words.legalBasis, verified: false, note, origin: words.origin,
});

/** Shortest time before repair, by class (信用修复管理办法, 2026-04-01): minor as soon as everything is done, general three months, serious a year. */
export const REPAIR_ROWS: readonly ShippedRow[] = (() => {
  const row = rowsOf({ unit: '个月', legalBasis: '信用修复管理办法（2026年4月1日施行）', origin: '二手资料转述，待核原文' });
  return [row('repair', ['minor', '轻微失信：可申请修复的最短期'], '0'), row('repair', ['general', '一般失信：可申请修复的最短期'], '3'), row('repair', ['serious', '严重失信：可申请修复的最短期'], '12')];
})();
