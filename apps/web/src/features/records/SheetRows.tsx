import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema';
import { textOf, useLanguage } from '@/i18n';
import { StatusTag } from '@/shared/ui/StatusTag';
import { textOrNull, VERDICT_TONE, type Result } from './model';

export type ResultSheet = components['schemas']['ResultSheetView'];
type Row = ResultSheet['rows'][number];

/** So many rows are shown; wrong ones come first. */
const SHOWN = 200;
const ORDER = { refused: 0, accepted: 1, existing: 2 } as const;
const TONES = { accepted: 'success', existing: 'muted', refused: 'danger' } as const;

/** Every row of a workbook of results as it would be entered, with what is wrong in which cell. */
export function SheetRows({ sheet }: { readonly sheet: ResultSheet }) {
  const { t } = useTranslation('records');
  const rows = [...sheet.rows].sort((a, b) => ORDER[a.status] - ORDER[b.status] || a.line - b.line);
  return (
    <>
      <p className="hb-row" role="status">
        {(['refused', 'accepted', 'existing'] as const).filter(key => sheet[key] > 0).map(key => <StatusTag key={key} tone={TONES[key]}>{t(`sheet.count.${key}`, { count: sheet[key] })}</StatusTag>)}
        {rows.length === 0 && t('sheet.empty')}
      </p>
      <ol className="hb-plain-list hb-records__sheet">
        {rows.slice(0, SHOWN).map(row => <Line key={row.line} row={row} />)}
      </ol>
      {rows.length > SHOWN && <p className="hb-small hb-muted">{t('sheet.more', { count: rows.length - SHOWN })}</p>}
    </>
  );
}

function Line({ row }: { readonly row: Row }) {
  const { t } = useTranslation('records');
  const english = useLanguage() === 'en';
  const verdict = textOrNull(row.verdict) as Result['verdict'] | null;
  const limit = textOrNull(row.limitValue);
  return (
    <li>
      <span className="hb-small hb-muted hb-num">{t('sheet.line', { line: row.line })}</span>
      <span>{[row.place, textOf({ zh: row.pollutantZh, en: row.pollutantEn })].filter(Boolean).join(' ')}</span>
      <span className="hb-num hb-muted">{row.sampledAt}</span>
      <span className="hb-num">{row.value} {row.unit}{limit !== null && <span className="hb-muted"> / {limit}</span>}</span>
      <span>
        {row.status === 'refused' && <StatusTag tone="danger">{t('sheet.status.refused')}</StatusTag>}
        {row.status === 'existing' && <StatusTag tone="muted">{t('sheet.status.existing')}</StatusTag>}
        {row.status === 'accepted' && verdict && <StatusTag tone={VERDICT_TONE[verdict]}>{t(`verdict.${verdict}`)}</StatusTag>}
      </span>
      {row.problems.length > 0 && (
        <ul>
          {row.problems.map(one => <li key={`${one.address}${one.code}`}><strong className="hb-num">{one.address}</strong> {english ? one.en : one.zh}</li>)}
        </ul>
      )}
    </li>
  );
}
