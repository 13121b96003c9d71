import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
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
import { POSITIVE, POSITIVE_TONE, useEnforcementChanged, type Positive } from './model';

const CAUSES = ['violation', 'grade', 'term', 'asked', 'other'] as const;
const LEAVING = ['violation', 'asked', 'other'] as const;

/** Who is not visited without need; the bureau sees all, an enterprise its own. */
export function PositiveListPage() {
  const { t } = useTranslation('enforcement');
  const { base, can, organisation } = useSession();
  const isOwn = organisation?.orgKind === 'enterprise';
  const columns: Column<Positive>[] = [
    { key: 'name', title: t('enterprise'), lead: true, render: row => <>{row.enterpriseName}<div className="hb-small hb-muted">{row.number}</div></> },
    { key: 'category', title: t('positive.category'), render: row => row.categoryTitle },
    { key: 'from', title: t('positive.from'), sortBy: 'at', render: row => row.activeFrom ?? <DateText value={row.proposedAt} /> },
    { key: 'review', title: t('positive.review'), sortBy: 'review', render: row => row.leftOn ?? row.reviewOn ?? t('none') },
    { key: 'state', title: t('state'), render: row => <StatusTag tone={POSITIVE_TONE[row.state]}>{t(`positive.states.${row.state}`)}</StatusTag> },
  ];
  return (
    <>
      <PageHeader title={t('positive.title')} lead={t(isOwn ? 'positive.leadOwn' : 'positive.lead')} actions={can('positive-entry.propose') && <ButtonLink to={`${base}/positive-list/new`} kind="primary">{t('positive.propose')}</ButtonLink>} />
      <DataTable<Positive>
        caption={t('positive.title')}
        path={POSITIVE}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `${base}/positive-list/${row.id}`}
        searchHint={isOwn ? undefined : t('positive.search')}
        defaultSort="-at"
        filters={isOwn ? [] : [{ name: 'endsBy', label: t('positive.endsBy'), type: 'date' as const }, { name: 'exitCause', label: t('positive.cause'), options: CAUSES.map(value => ({ value, label: t(`positive.causes.${value}`) })) }, { name: 'state', label: t('state'), options: (['proposed', 'active', 'refused', 'left'] as const).map(value => ({ value, label: t(`positive.states.${value}`) })) }]}
        onExport={isOwn ? undefined : query => download(`${POSITIVE}/export`, query, `${t('positive.title')}.xlsx`)}
        empty={<EmptyState title={t(isOwn ? 'positive.emptyOwn' : 'positive.empty')} />}
      />
    </>
  );
}

/** One entry: why, how it is watched, until when; and what a second person decides. */
export function PositivePage() {
  const { entryId = '' } = useParams({ strict: false }) as { entryId?: string };
  const entry = useQuery(readPath<Positive>(`${POSITIVE}/${entryId}`));
  if (entry.isPending) return <PageSkeleton />;
  if (entry.error) return <RouteErrorPage error={entry.error} onRetry={() => void entry.refetch()} />;
  return <Whole entry={entry.data} />;
}

function Whole({ entry }: { readonly entry: Positive }) {
  const { t } = useTranslation('enforcement');
  const { base } = useSession();
  const rows = [
    { label: t('positive.category'), value: entry.categoryTitle }, { label: t('positive.basis'), value: entry.basis }, { label: t('positive.offsite'), value: entry.offsiteChecks },
    { label: t('positive.from'), value: entry.activeFrom ?? t('none') }, { label: t('positive.review'), value: entry.reviewOn ?? t('none') },
    ...(entry.renewFrom ? [{ label: t('positive.renewFrom'), value: entry.renewFrom }] : []),
    { label: t('positive.proposedBy'), value: <>{entry.proposedByName} <DateText value={entry.proposedAt} /></> },
    ...(entry.violation ? [{ label: t('positive.violation'), value: <StatusTag tone="danger">{entry.violation}</StatusTag> }] : []),
    ...(entry.decidedByName ? [{ label: t('positive.decidedBy'), value: <>{entry.decidedByName} <DateText value={entry.decidedAt} /> {entry.decisionReason}</> }] : []),
    ...(entry.leftOn ? [{ label: t('positive.left'), value: <>{entry.leftOn} {entry.exitCause && <StatusTag tone="muted">{t(`positive.causes.${entry.exitCause}`)}</StatusTag>} {entry.exitByName} {entry.exitReason}</> }] : []),
    ...entry.renewals.map(one => ({ label: t('positive.renewed'), value: <>{one.byName} → {one.decidedByName} <DateText value={one.decidedAt} /> {one.approved ? t('positive.renewedUntil', { day: one.until ?? '' }) : t('positive.renewalRefused')} {one.reason}</> })),
  ];
  return (
    <div className="hb-stack">
      <PageHeader title={entry.enterpriseName} lead={entry.number} back={{ to: `${base}/positive-list`, label: t('positive.title') }} tags={<StatusTag tone={POSITIVE_TONE[entry.state]}>{t(`positive.states.${entry.state}`)}</StatusTag>} actions={entry.actions.length > 0 && <Acts entry={entry} />} />
      <SummaryList groups={[{ title: t('positive.detail'), rows }, { title: t('positive.conditions'), rows: entry.conditions.map(one => ({ label: one.title, value: one.note })) }]} />
      {entry.renewal && <SummaryList groups={[{ title: t('positive.renewalWaits'), rows: [{ label: t('positive.proposedBy'), value: <>{entry.renewal.byName} <DateText value={entry.renewal.at} /></> }, { label: t('positive.basis'), value: entry.renewal.basis }, { label: t('positive.offsite'), value: entry.renewal.offsiteChecks }, ...entry.renewal.conditions.map(one => ({ label: one.title, value: one.note }))] }]} />}
      <p className="hb-muted">{t('positive.benefit')}</p>
    </div>
  );
}

const STEPS = { approve: 'active', refuse: 'refused' } as const;

function Acts({ entry }: { readonly entry: Positive }) {
  const { t } = useTranslation('enforcement');
  const changed = useEnforcementChanged();
  const { base } = useSession();
  const id = useId();
  const [step, setStep] = useState<'approve' | 'refuse' | 'leave' | 'renewYes' | 'renewNo' | null>(null);
  const [cause, setCause] = useState<(typeof LEAVING)[number]>('violation');
  const shown = step ?? 'approve';
  const send = async (reason: string): Promise<void> => {
    if (step === 'leave') await rest('POST', `${POSITIVE}/${entry.id}/leave`, { body: { cause, reason }, version: entry.version });
    else if (step === 'renewYes' || step === 'renewNo') await rest('POST', `${POSITIVE}/${entry.id}/renewal/decide`, { body: { approved: step === 'renewYes', reason }, version: entry.version });
    else await rest('POST', `${POSITIVE}/${entry.id}/decide`, { body: { verdict: STEPS[step === 'refuse' ? 'refuse' : 'approve'], reason }, version: entry.version });
    await changed();
  };
  return (
    <>
      {entry.actions.includes('decide') && <Button onClick={() => setStep('refuse')}>{t('positive.refuse')}</Button>}
      {entry.actions.includes('decide') && <Button type="primary" onClick={() => setStep('approve')}>{t('positive.approve')}</Button>}
      {entry.actions.includes('renew') && <ButtonLink to={`${base}/positive-list/${entry.id}/renew`} kind="primary">{t('positive.renew')}</ButtonLink>}
      {entry.actions.includes('decide-renewal') && <Button onClick={() => setStep('renewNo')}>{t('positive.renewNo')}</Button>}
      {entry.actions.includes('decide-renewal') && <Button type="primary" onClick={() => setStep('renewYes')}>{t('positive.renewYes')}</Button>}
      {entry.actions.includes('leave') && <Button danger onClick={() => setStep('leave')}>{t('positive.leave')}</Button>}
      <ConfirmAct open={step !== null} title={t(`positive.${shown}Title`)} act={t(`positive.${shown}`)} danger={shown === 'leave'} reason={{ label: t('reason'), required: true }} onConfirm={send} onClose={() => setStep(null)}>
        {t(`positive.${shown}Means`)}
        {shown === 'leave' && <div className="hb-form-line"><label htmlFor={id}>{t('positive.cause')}</label><Select id={id} value={cause} onChange={setCause} options={LEAVING.map(value => ({ value, label: t(`positive.causes.${value}`) }))} /></div>}
      </ConfirmAct>
    </>
  );
}
