import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { AppLink } from '@/shared/ui/AppLink';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import { download } from '../market/download';
import { entriesPath, ENTRY_TONE, SEVERITY_TONE, type Entry } from './model';
import './credit.css';

/** The desk of entries by hand: what waits for a second person stands on top of the filter. */
export function EntryListPage() {
  const { t } = useTranslation('credit');
  const { base, can } = useSession();
  return (
    <>
      <PageHeader title={t('entries.title')} lead={t('entries.lead')} back={{ to: `${base}/credit`, label: t('register.title') }} actions={can('credit.record') && <ButtonLink to={`${base}/credit-entries/new`} kind="primary">{t('events.record')}</ButtonLink>} />
      <DataTable<Entry>
        caption={t('entries.caption')}
        path={entriesPath}
        columns={useColumns()}
        rowKey={entry => entry.id}
        rowLink={entry => `${base}/credit-entries/${entry.id}`}
        searchHint={t('entries.search')}
        defaultSort="-at"
        filters={[
          { name: 'state', label: t('entries.state'), options: (['proposed', 'recorded', 'refused'] as const).map(value => ({ value, label: t(`entries.states.${value}`) })) },
          { name: 'kind', label: t('entries.kindLabel'), options: (['record', 'revoke'] as const).map(value => ({ value, label: t(`entries.kind.${value}`) })) },
        ]}
        onExport={query => download(`${entriesPath}/export`, query, `${t('entries.exportName')}.xlsx`)}
        empty={<EmptyState title={t('entries.empty')} />}
      />
    </>
  );
}

function useColumns(): Column<Entry>[] {
  const { t } = useTranslation('credit');
  return [
    { key: 'what', title: t('entries.what'), lead: true, render: entry => <>{entry.title}<div className="hb-small hb-muted">{t(`entries.kind.${entry.kind}`)} · {t(`types.${entry.type as 'fine'}`)}</div></> },
    { key: 'subject', title: t('entries.subject'), render: entry => entry.subjectName },
    { key: 'severity', title: t('events.severity'), render: entry => <StatusTag tone={SEVERITY_TONE[entry.severity]}>{t(`severity.${entry.severity}`)}</StatusTag> },
    { key: 'at', title: t('entries.at'), sortBy: 'at', render: entry => <DateText value={entry.proposedAt} /> },
    { key: 'by', title: t('entries.by'), wideOnly: true, render: entry => entry.proposedByName },
    { key: 'state', title: t('entries.state'), render: entry => <StatusTag tone={ENTRY_TONE[entry.state]}>{t(`entries.states.${entry.state}`)}</StatusTag> },
  ];
}

/** One entry with its evidence; the second person confirms or refuses here. */
export function EntryPage() {
  const { entryId = '' } = useParams({ strict: false }) as { entryId?: string };
  const entry = useQuery(readPath<Entry>(`${entriesPath}/${entryId}`));
  if (entry.isPending) return <PageSkeleton />;
  if (entry.error) return <RouteErrorPage error={entry.error} onRetry={() => void entry.refetch()} />;
  return <Whole entry={entry.data} />;
}

function Whole({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('credit');
  const { base } = useSession();
  return (
    <>
      <PageHeader
        title={`${t(`entries.kind.${entry.kind}`)}：${entry.title}`}
        lead={entry.state === 'proposed' && entry.actions.length === 0 ? t('entries.waits') : undefined}
        back={{ to: `${base}/credit-entries`, label: t('entries.back') }}
        tags={<StatusTag tone={ENTRY_TONE[entry.state]}>{t(`entries.states.${entry.state}`)}</StatusTag>}
        actions={entry.actions.length > 0 && <Acts entry={entry} />}
      />
      <Facts entry={entry} />
    </>
  );
}

function Facts({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('credit');
  const { base } = useSession();
  const rows = [
    { label: t('entries.subject'), value: <AppLink to={`${base}/credit/${entry.subjectId}`}>{entry.subjectName}</AppLink> },
    { label: t('events.type'), value: t(`types.${entry.type as 'fine'}`) }, { label: t('events.severity'), value: t(`severity.${entry.severity}`) },
    { label: entry.kind === 'revoke' ? t('events.revokeReason') : t('entries.facts'), value: <span className="hb-credit__said">{entry.facts}</span> },
    { label: t('entries.basis'), value: entry.legalBasis }, { label: t('entries.document'), value: entry.documentNo ?? t('none') },
    { label: t('entries.occurred'), value: entry.occurredOn }, { label: t('entries.validFrom'), value: entry.validFrom }, { label: t('entries.validUntil'), value: entry.validUntil ?? t('entries.byScheme') },
    ...(entry.indicator ? [{ label: t('types.reading'), value: t('entries.reading', { indicator: entry.indicator, value: entry.measure ?? entry.score ?? t('entries.notApplicable') }) }] : []),
    ...(entry.evidenceFileId ? [{ label: t('entries.evidence'), value: <a href={`/api/v1/files/${entry.evidenceFileId}/content?inline=1`} target="_blank" rel="noreferrer">{t('entries.view')}</a> }] : []),
    { label: t('entries.by'), value: <>{entry.proposedByName} <DateText value={entry.proposedAt} time /></> },
    ...(entry.decidedByName ? [{ label: t('entries.decided'), value: <>{entry.decidedByName} <DateText value={entry.decidedAt} time /></> }, { label: t('entries.reason'), value: entry.decisionReason ?? '' }] : []),
  ];
  return <SummaryList groups={[{ title: t('events.detail'), rows }]} />;
}

const STEPS = { confirm: 'recorded', refuse: 'refused' } as const;
type Step = keyof typeof STEPS;

function Acts({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('credit');
  const client = useQueryClient();
  const [step, setStep] = useState<Step | null>(null);
  const shown = step ?? 'confirm';
  return (
    <>
      <Button onClick={() => setStep('refuse')}>{t('entries.refuse')}</Button>
      <Button type="primary" onClick={() => setStep('confirm')}>{t('entries.confirm')}</Button>
      <ConfirmAct
        open={step !== null}
        title={t(`entries.${shown}Title`)}
        act={t(`entries.${shown}`)}
        reason={{ label: t('entries.why'), required: true }}
        onConfirm={async reason => {
          await rest('POST', `${entriesPath}/${entry.id}/decide`, { body: { verdict: STEPS[shown], reason }, version: entry.version });
          await client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith('/api/v1/credit') });
        }}
        onClose={() => setStep(null)}
      >
        <p>{t(`entries.${shown}Means`)}</p>
      </ConfirmAct>
    </>
  );
}
