import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest, withQuery } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import { DateText, DiffMark } from '@/shared/ui/values';
import { referencePath, type ReferenceChange } from './model';
import './standards.css';

const TONES: Readonly<Record<ReferenceChange['state'], Tone>> = { open: 'progress', approved: 'success', rejected: 'danger', withdrawn: 'muted' };
const STATES = ['open', 'approved', 'rejected', 'withdrawn'] as const;
type Decision = ReferenceChange['decisions'][number];

/** Changes of reference data: what somebody proposed, and what a second person made of it. */
export function ReferenceChangesPage() {
  const { t } = useTranslation('standards');
  const { base } = useSession();
  const columns: Column<ReferenceChange>[] = [
    { key: 'what', title: t('column.what'), lead: true, render: row => <span>{row.before.title === row.after.title ? row.before.title : <DiffMark from={row.before.title} to={row.after.title} />}<span className="hb-small hb-muted hb-limit__title">{textOf(row.kindTitle)}</span></span> },
    { key: 'value', title: t('reference.value'), render: row => <DiffMark from={`${row.before.value} ${row.before.unit}`} to={`${row.after.value} ${row.after.unit}`} /> },
    { key: 'span', title: t('edit.from'), render: row => <span className="hb-num">{row.after.effectiveFrom} – {row.after.effectiveTo ?? t('open')}</span> },
    { key: 'basis', title: t('reference.basis'), render: row => <span>{row.after.legalBasis}<span className="hb-small hb-muted hb-limit__title">{row.reason}</span></span> },
    { key: 'by', title: t('edit.by'), sortBy: 'proposedAt', render: row => <span>{row.proposedByName} · <DateText value={String(row.proposedAt)} /></span> },
    { key: 'state', title: t('edit.state'), render: row => <State row={row} /> },
  ];
  return (
    <>
      <PageHeader title={t('edit.changes')} lead={t('edit.changesLead')} back={{ to: `${base}/reference-data`, label: t('reference.title') }} />
      <DataTable<ReferenceChange>
        caption={t('edit.changes')}
        path={`${referencePath}/proposals`}
        columns={columns}
        rowKey={row => row.id}
        rowActions={row => <Decide row={row} />}
        searchHint={t('edit.search')}
        onExport={async query => location.assign(withQuery(`${referencePath}/proposals/export`, query))}
        filters={[{ name: 'state', label: t('edit.state'), options: STATES.map(value => ({ value, label: t(`edit.states.${value}`) })) }]}
        empty={<EmptyState title={t('edit.none')}>{t('edit.noneHint')}</EmptyState>}
      />
    </>
  );
}

function State({ row }: { readonly row: ReferenceChange }) {
  const { t } = useTranslation('standards');
  return (
    <span>
      <StatusTag tone={TONES[row.state]}>{t(`edit.states.${row.state}`)}</StatusTag>
      {row.decidedByName && <span className="hb-small hb-muted hb-limit__title">{row.decidedByName} · <DateText value={String(row.decidedAt)} />{row.decisionNote ? ` · ${row.decisionNote}` : ''}</span>}
    </span>
  );
}

function Decide({ row }: { readonly row: ReferenceChange }) {
  const { t } = useTranslation('standards');
  const client = useQueryClient();
  const [decision, setDecision] = useState<Decision | null>(null);
  const send = async (note: string): Promise<void> => {
    await rest('POST', `${referencePath}/proposals/decide`, { body: { id: row.id, decision, ...(note ? { note } : {}) } });
    await client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith(referencePath) });
  };
  return (
    <span className="hb-row">
      {row.decisions.map(one => <Button key={one} size="small" type={one === 'approve' ? 'primary' : 'default'} onClick={() => setDecision(one)}>{t(`edit.${one}`)}<span className="hb-sr-only"> {row.before.title}</span></Button>)}
      {decision && (
        <ConfirmAct
          open
          title={t(`edit.${decision}Title`)}
          act={t(`edit.${decision}`)}
          danger={decision === 'reject'}
          summary={[{ label: t('column.what'), value: row.after.title }, { label: t('reference.value'), value: <DiffMark from={`${row.before.value} ${row.before.unit}`} to={`${row.after.value} ${row.after.unit}`} /> }, { label: t('edit.from'), value: row.after.effectiveFrom }, { label: t('reference.basis'), value: row.after.legalBasis }]}
          {...(decision === 'withdraw' ? {} : { reason: { label: t('edit.note'), required: decision === 'reject' } })}
          onConfirm={send}
          onClose={() => setDecision(null)}
        >
          <p>{t(`edit.${decision}Means`)}</p>
        </ConfirmAct>
      )}
    </span>
  );
}
