import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { readPath, withQuery } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { download } from '../exchange/send-file';
import { referencePath, type ReferenceRow, type ReferenceSummary } from './model';
import { ReferenceEdit } from './ReferenceEdit';
import { VerifyActs } from './VerifyActs';
import './standards.css';

/** All dated reference data of the platform; what nobody has compared with its text is the work to do. */
export function ReferencePage() {
  const { t } = useTranslation('standards');
  const { base } = useSession();
  const client = useQueryClient();
  const summary = useQuery(readPath<ReferenceSummary>(`${referencePath}/summary`));
  const changed = (): Promise<unknown> => client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith(referencePath) });
  const columns: Column<ReferenceRow>[] = [
    { key: 'title', title: t('column.what'), lead: true, sortBy: 'title', render: row => row.title },
    { key: 'kind', title: t('column.kind'), render: row => textOf(row.kindTitle) },
    { key: 'value', title: t('reference.value'), render: row => <span className="hb-num hb-limit__value-cell">{row.value} {row.unit}</span> },
    { key: 'span', title: t('column.span'), sortBy: 'effectiveFrom', render: row => <span className="hb-num">{row.effectiveFrom ?? t('unknownDay')} – {row.effectiveTo ?? t('open')}</span> },
    { key: 'basis', title: t('reference.basis'), render: row => <span>{row.legalBasis}<span className="hb-small hb-muted hb-limit__title">{row.note ?? row.origin}</span></span> },
    { key: 'verified', title: t('column.verified'), render: row => <State row={row} /> },
  ];
  return (
    <>
      <PageHeader title={t('reference.title')} lead={t('reference.lead')} actions={<ButtonLink to={`${base}/reference-changes`}>{t('edit.changes')}</ButtonLink>} />
      {summary.data && <Alert type={summary.data.unverified > 0 ? 'warning' : 'success'} showIcon title={t('reference.count', { unverified: summary.data.unverified, total: summary.data.total })} description={t('reference.how')} style={{ marginBottom: 16 }} />}
      <DataTable<ReferenceRow>
        caption={t('reference.title')}
        path={referencePath}
        columns={columns}
        searchHint={t('reference.search')}
        rowKey={row => `${row.kind} ${row.key}`}
        rowActions={row => <span className="hb-row"><ReferenceEdit row={row} onDone={changed} /><VerifyActs small kind={row.kind} row={{ key: row.key, verified: row.verified, title: row.title, value: `${row.value} ${row.unit}` }} onDone={changed} /></span>}
        filters={[
          { name: 'state', label: t('column.verified'), options: [{ value: 'unverified', label: t('unverified') }, { value: 'verified', label: t('verified') }] },
          { name: 'kind', label: t('column.kind'), options: (summary.data?.kinds ?? []).map(one => ({ value: one.kind, label: `${textOf(one.title)}（${one.unverified}/${one.total}）` })) },
        ]}
        empty={<EmptyState title={t('reference.empty')} />}
        onExport={query => download(withQuery(`${referencePath}/export`, query), `${t('reference.title')}.xlsx`)}
      />
    </>
  );
}

function State({ row }: { readonly row: ReferenceRow }) {
  const { t } = useTranslation('standards');
  return (
    <span>
      <StatusTag tone={row.verified ? 'success' : 'warning'}>{t(row.verified ? 'verified' : 'unverified')}</StatusTag>
      {row.verified && row.check && (
        <span className="hb-small hb-muted hb-limit__title">
          {row.check.checkedByName} · <DateText value={row.check.checkedAt} /> · {row.check.against}
        </span>
      )}
    </span>
  );
}
