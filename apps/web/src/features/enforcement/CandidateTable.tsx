import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { AppLink } from '@/shared/ui/AppLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { StatusTag } from '@/shared/ui/StatusTag';
import { download } from '../market/download';
import { CLASSES, DRAWS, type Candidate, type Draw } from './model';

/** Everybody of the frozen pool, drawn ones first: weight line by line, and why somebody was left out. */
export function CandidateTable({ draw }: { readonly draw: Draw }) {
  const { t } = useTranslation('enforcement');
  return (
    <DataTable<Candidate>
      caption={t('draws.candidates')}
      path={`${DRAWS}/${draw.id}/candidates`}
      columns={useColumns()}
      rowKey={row => row.enterpriseId}
      searchHint={t('targets.search')}
      filters={[
        { name: 'outcome', label: t('candidates.outcome'), options: (['drawn', 'waiting', 'out'] as const).map(value => ({ value, label: t(`candidates.${value}`) })) },
        { name: 'targetClass', label: t('targets.class'), options: CLASSES.map(value => ({ value, label: t(`classes.${value}`) })) },
      ]}
      onExport={query => download(`${DRAWS}/${draw.id}/candidates/export`, query, `${draw.number}.xlsx`)}
      empty={<EmptyState title={t('candidates.empty')} />}
    />
  );
}

function useColumns(): Column<Candidate>[] {
  const { t } = useTranslation('enforcement');
  const { base } = useSession();
  const english = useLanguage() === 'en';
  return [
    { key: 'name', title: t('enterprise'), lead: true, render: row => <>{row.enterpriseName}<div className="hb-small hb-muted">{t(`classes.${row.targetClass}`)}{row.place !== null && ` · ${t('candidates.place', { place: row.place })}`}</div></> },
    { key: 'outcome', title: t('candidates.outcome'), render: row => <Outcome row={row} /> },
    { key: 'why', title: t('candidates.why'), render: row => (row.why ? <span className="hb-small">{english ? row.why.en : row.why.zh}</span> : row.inspectionId ? <><AppLink to={`${base}/inspections/${row.inspectionId}`}>{row.inspectionNumber}</AppLink><div className="hb-small hb-muted">{row.crew.join(t('comma'))}</div>{row.cancelledReason && <div className="hb-small hb-warning-text">{t('publicDraws.notHeld', { reason: row.cancelledReason })}</div>}</> : t('none')) },
    { key: 'weight', title: t('candidates.weight'), align: 'end', render: row => <span className="hb-num">{row.weight}</span> },
    { key: 'parts', title: t('candidates.parts'), wideOnly: true, render: row => <span className="hb-small">{row.parts.map(one => `${english ? one.en : one.zh} ×${one.factor}`).join('；')}</span> },
    { key: 'lot', title: t('candidates.lot'), wideOnly: true, render: row => (row.lot ? <span className="hb-num hb-small" title={row.lot}>{`${row.lot.slice(0, 10)}…`}</span> : t('none')) },
  ];
}

function Outcome({ row }: { readonly row: Candidate }) {
  const { t } = useTranslation('enforcement');
  if (row.leftOut) return <StatusTag tone="muted">{t(row.fellOut ? 'candidates.fell' : 'candidates.out')}</StatusTag>;
  if (row.drawn) return <StatusTag tone="success">{t('candidates.drawn')}</StatusTag>;
  return <StatusTag tone="neutral">{t(row.lot ? 'candidates.waiting' : 'candidates.inPool')}</StatusTag>;
}
