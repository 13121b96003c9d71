import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema';
import { readPath } from '@/api/rest';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';

type Decided = components['schemas']['DecidedComplaintView'];

/** Somebody who only stood in reads what he decided, and nothing of the rest; where he decided nothing, what went wrong. */
export function DecidedOr({ complaintId, children }: { readonly complaintId: string; readonly children: ReactNode }) {
  const decided = useQuery({ ...readPath<Decided>(`/api/v1/decided-complaints/${complaintId}`), retry: false });
  if (decided.isPending) return <PageSkeleton />;
  return decided.data ? <Page decided={decided.data} /> : children;
}

function Page({ decided }: { readonly decided: Decided }) {
  const { t } = useTranslation('complaints');
  const words = (text: string | null) => text && <span className="hb-complaints__words">{text}</span>;
  const groups = decided.decisions.map(one => ({
    title: t(one.level === 'review' ? 'decided.review' : 'decided.first', { round: one.round }),
    rows: [
      { label: t('page.answer'), value: <>{one.outcome && `${t(`outcome.${one.outcome}`)} `}{words(one.answer)}</> },
      { label: t('decided.said'), value: words(one.reason) },
      { label: t('decided.decision'), value: <>{t(one.state === 'reopened' ? 'decided.reopened' : 'decided.upheld')} <DateText value={one.decidedAt} time /></> },
      { label: t('decided.reason'), value: words(one.decisionReason) },
    ],
  }));
  return (
    <>
      <PageHeader title={decided.place} lead={`${decided.number} · ${t(`subject.${decided.subject}`)}`} />
      <p className="hb-muted">{t('decided.lead')}</p>
      <SummaryList groups={groups} />
    </>
  );
}
