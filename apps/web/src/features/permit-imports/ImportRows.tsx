import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { AppLink } from '@/shared/ui/AppLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import type { ImportRow } from './model';

/** The lines of a list of one kind: old → new for what changed, place and mend for what was refused. */
export function ImportRows({ path, kind }: { readonly path: string; readonly kind: ImportRow['kind'] }) {
  const { t } = useTranslation('permit-imports');
  const columns: Column<ImportRow>[] = [
    { key: 'name', title: t('rows.name'), lead: true, render: row => row.name },
    { key: 'line', title: t('rows.line'), align: 'end', render: row => <span className="hb-num">{row.line}</span> },
    { key: 'number', title: t('rows.number'), render: row => <Number row={row} /> },
    { key: 'what', title: t('rows.what'), render: row => <What row={row} /> },
  ];
  return (
    <DataTable<ImportRow> caption={t('rows.caption')} path={`${path}/rows`} query={{ kind }} columns={columns} rowKey={row => String(row.line)} searchHint={t('rows.search')} pageSize={50} empty={<EmptyState title={t('rows.empty')} />} />
  );
}

function Number({ row }: { readonly row: ImportRow }) {
  const { base } = useSession();
  const number = <span className="hb-num">{row.number}</span>;
  return row.permitId && row.outcome === 'applied' ? <AppLink to={`${base}/certificates/${row.permitId}`}>{number}</AppLink> : number;
}

function What({ row }: { readonly row: ImportRow }) {
  const { t } = useTranslation('permit-imports');
  return (
    <ul className="hb-plain-list">
      {row.problems.map((one, index) => (
        <li key={`${one.address}${index}`}>
          <strong className="hb-num">{one.address}</strong> {one.column && <span className="hb-muted">{textOf(one.column)}</span>} {one.found !== '' && `“${one.found}” `}{textOf(one)}
        </li>
      ))}
      {row.changes.map(one => (
        <li key={one.key}>
          {textOf(one.label)}：<del>{one.before || t('rows.empty2')}</del> → <ins>{one.after || t('rows.empty2')}</ins>
        </li>
      ))}
      {row.notes.map(one => <li key={one.zh} className="hb-muted">{textOf(one)}</li>)}
      {row.outcome && <li className="hb-muted">{t(`rows.outcome.${row.outcome}`)}</li>}
    </ul>
  );
}
