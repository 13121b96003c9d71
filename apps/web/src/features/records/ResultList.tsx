import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, withQuery } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { monitoringPath, VERDICT_TONE, type Monitoring, type Result } from './model';
import { ReceivedReports, type ReceivedReport } from './ReceivedReports';
import { ResultForm } from './ResultForm';

/** Results of self-monitoring, with their verdicts, and the form for a new one. */
export function ResultList({ permitId }: { readonly permitId: string }) {
  const { t } = useTranslation('records');
  const { base } = useSession();
  const [open, setOpen] = useState(false);
  const [report, setReport] = useState<ReceivedReport | null>(null);
  const close = (): void => {
    setOpen(false);
    setReport(null);
  };
  const monitoring = useQuery(readPath<Monitoring>(monitoringPath(permitId)));
  const path = `${monitoringPath(permitId)}/results`;
  const columns: Column<Result>[] = [
    { key: 'what', title: t('result.what'), lead: true, render: row => `${row.place} ${textOf(row.pollutantTitle)}` },
    { key: 'at', title: t('result.at'), sortBy: 'day', render: row => <DateText value={row.sampledAt} time /> },
    { key: 'value', title: t('result.value'), align: 'end', render: row => <span className={`hb-num${row.correctedById || row.voided ? ' hb-muted' : ''}`}>{row.voided ? t('entry.voided') : `${row.reported} ${row.unit}`}</span> },
    { key: 'limit', title: t('result.limit'), align: 'end', render: row => <span className="hb-num">{row.limitValue === null ? '—' : `${row.comparedValue} / ${String(row.limitValue)}`}</span> },
    { key: 'verdict', title: t('result.verdict'), render: row => <Verdict result={row} /> },
  ];
  const may = monitoring.data?.actions.includes('monitoring.write') ?? false;
  return (
    <div className="hb-stack">
      {may && (
        <div className="hb-records__buttons">
          <Button type="primary" size="large" aria-expanded={open} onClick={() => (open ? close() : setOpen(true))}>
            {t(open ? 'day.close' : 'result.new')}
          </Button>
        </div>
      )}
      {may && open && monitoring.data && <ResultForm key={report?.id ?? 'new'} monitoring={monitoring.data} from={report} onDone={close} />}
      <ReceivedReports
        permitId={permitId}
        onEnter={may ? one => {
          setReport(one);
          setOpen(true);
        } : null}
      />
      <DataTable<Result>
        caption={t('tab.results')} path={path} columns={columns} rowKey={row => row.id} rowLink={row => `${base}/records/${permitId}/results/${row.id}`} searchHint={t('result.search')} defaultSort="-day"
        filters={[
          { name: 'verdict', label: t('result.verdict'), options: (['met', 'exceeded', 'no-limit', 'not-comparable'] as const).map(value => ({ value, label: t(`verdict.${value}`) })) },
          { name: 'from', label: t('entry.from'), type: 'date' }, { name: 'to', label: t('entry.to'), type: 'date' },
        ]}
        onExport={async query => location.assign(withQuery(`${path}/export`, query))} empty={<EmptyState title={t('result.empty')}>{t('result.emptyHint')}</EmptyState>}
      />
    </div>
  );
}

function Verdict({ result }: { readonly result: Result }) {
  const { t } = useTranslation('records');
  return (
    <div className="hb-row">
      <StatusTag tone={VERDICT_TONE[result.verdict]}>{t(`verdict.${result.verdict}`)}</StatusTag>
      {result.correctedById && <StatusTag tone="muted">{t('entry.replaced')}</StatusTag>}
      {result.correctsId && <StatusTag tone="info">{t('entry.correction')}</StatusTag>}
    </div>
  );
}
