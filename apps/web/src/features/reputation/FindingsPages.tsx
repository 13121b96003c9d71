import { useTranslation } from 'react-i18next';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { download } from '../market/download';
import { FINDING_KINDS, FINDING_STATES, FINDING_TONE, findingsPath, type Finding } from './model';

/** The bureau's desk of findings. */
export function BureauFindingsPage() {
  const { t } = useTranslation('reputation');
  const { base, can } = useSession();
  return (
    <>
      <PageHeader title={t('findings.title')} lead={t('findings.leadBureau')} actions={can('firm-finding.propose') && <ButtonLink to={`${base}/firm-findings/new`} kind="primary">{t('findings.propose')}</ButtonLink>} />
      <FindingTable path="firm-findings" bureau />
    </>
  );
}

/** What is brought against the own firm. */
export function FirmFindingsPage() {
  const { t } = useTranslation('reputation');
  return (
    <>
      <PageHeader title={t('findings.title')} lead={t('findings.leadFirm')} />
      <FindingTable path="findings" bureau={false} />
    </>
  );
}

function FindingTable({ path, bureau }: { readonly path: string; readonly bureau: boolean }) {
  const { t } = useTranslation('reputation');
  const { base } = useSession();
  return (
    <DataTable<Finding>
      caption={t('findings.caption')}
      path={findingsPath}
      columns={useColumns(bureau)}
      rowKey={finding => finding.id}
      rowLink={finding => `${base}/${path}/${finding.id}`}
      searchHint={t('findings.search')}
      defaultSort="-at"
      filters={[
        { name: 'state', label: t('findings.state'), options: FINDING_STATES.map(value => ({ value, label: t(`findings.states.${value}`) })) },
        { name: 'kind', label: t('findings.kind'), options: FINDING_KINDS.map(value => ({ value, label: t(`firm.findingKind.${value}`) })) },
        { name: 'inForce', label: t('findings.inForce'), options: [{ value: 'true', label: t('findings.onlyInForce') }] },
      ]}
      onExport={query => download(`${findingsPath}/export`, query, `${t('findings.exportName')}.xlsx`)}
      empty={<EmptyState title={t(bureau ? 'findings.empty' : 'findings.emptyFirm')} />}
    />
  );
}

function useColumns(bureau: boolean): Column<Finding>[] {
  const { t } = useTranslation('reputation');
  return [
    { key: 'firm', title: bureau ? t('findings.firm') : t('findings.kind'), lead: true, render: row => (bureau ? row.firmName : t(`firm.findingKind.${row.kind}`)) },
    ...(bureau ? [{ key: 'kind', title: t('findings.kind'), render: (row: Finding) => t(`firm.findingKind.${row.kind}`) }] : []),
    { key: 'source', title: t('findings.source'), render: row => <>{row.source}{row.taskTitle && <div className="hb-small hb-muted">{row.taskTitle}</div>}</> },
    { key: 'found', title: t('findings.found'), sortBy: 'at', render: row => <DateText value={row.proposedAt} /> },
    { key: 'effect', title: t('findings.effect'), render: row => (row.effectiveFrom ? `${row.effectiveFrom} – ${row.effectiveTo ?? ''}` : t('findings.no')) },
    { key: 'state', title: t('findings.state'), render: row => <StatusTag tone={FINDING_TONE[row.state]}>{t(`findings.states.${row.state}`)}</StatusTag> },
  ];
}
