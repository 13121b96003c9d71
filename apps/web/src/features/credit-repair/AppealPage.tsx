import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList, type SummaryRow } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import { CaseBall } from '@/shared/ui/CaseBall';
import { Acts, type ActSpec } from './Acts';
import { APPEALS, STATE_TONE, type Appeal } from './model';
import { Papers } from './Papers';
import { Claiming, EventFacts, HandIn, History, Proofs, Remedies, words } from './parts';

/** One appeal against an event. The same page for both sides. */
export function AppealPage() {
  const { appealId = '' } = useParams({ strict: false }) as { appealId?: string };
  const appeal = useQuery(readPath<Appeal>(`${APPEALS}/${appealId}`));
  if (appeal.isPending) return <PageSkeleton />;
  if (!appeal.data) return <RouteErrorPage error={appeal.error} onRetry={() => void appeal.refetch()} />;
  return <Whole appeal={appeal.data} />;
}

function Whole({ appeal }: { readonly appeal: Appeal }) {
  const { t } = useTranslation('credit-repair');
  const { base, organisation } = useSession();
  const english = useLanguage() === 'en';
  const isBureau = organisation?.orgKind === 'bureau';
  const label = appeal.case.case.stateLabel;
  return (
    <>
      <PageHeader
        title={t('appeal.title', { event: appeal.eventTitle })}
        lead={`${appeal.number ?? t('list.notYet')} · ${appeal.subjectName}`}
        back={{ to: `${base}/credit-appeals`, label: t(isBureau ? 'list.appeal' : 'list.own.appeal') }}
        tags={<StatusTag tone={STATE_TONE[appeal.state]}>{english ? label.en : label.zh}</StatusTag>}
        actions={<Claiming about={appeal} />}
      />
      <div className="hb-stack">
        <CaseBall of={appeal.case} />
        {appeal.frozen && <Alert type="info" showIcon title={t('appeal.frozen', { day: appeal.frozenUntil ?? '' })} description={t(appeal.hidesGrade ? 'appeal.frozenGrade' : 'appeal.frozenEvent')} />}
        <Acts about={appeal} kind="appeal" acts={useActs(appeal)} />
        <EventFacts about={appeal} more={[{ label: t('field.ground'), value: t(`ground.${appeal.ground}`) }]} />
        <Proofs about={appeal} kind="appeal" mayAdd={appeal.actions.includes('credit-appeal.prepare')} places={[{ purpose: 'evidence', title: t('appeal.evidence'), hint: t('proof.required') }]} />
        {appeal.actions.includes('credit-appeal.submit') && appeal.state === 'draft' && <HandIn about={appeal} kind="appeal" action="submit" />}
        <Said appeal={appeal} />
        <Remedies about={appeal} />
        <Papers about={appeal} />
        <History about={appeal} />
      </div>
    </>
  );
}

function Said({ appeal }: { readonly appeal: Appeal }) {
  const { t } = useTranslation('credit-repair');
  const rows: SummaryRow[] = [
    ...(appeal.statement ? [{ label: t('form.wrong'), value: words(appeal.statement) }] : []),
    ...(appeal.submittedAt ? [{ label: t('page.submitted'), value: <>{appeal.committedByName} <DateText value={appeal.submittedAt} time /></> }, { label: t('page.service'), value: t(appeal.electronicService ? 'page.electronic' : 'page.onPaper') }] : []),
    ...(appeal.acceptedByName ? [{ label: t('page.accepted'), value: appeal.acceptedByName }] : []),
    ...(appeal.advice ? [{ label: t('act.advice'), value: t(`advice.${appeal.advice}`) }] : []),
    ...(appeal.findings ? [{ label: t('act.findings'), value: <>{words(appeal.findings)} <span className="hb-small hb-muted">{appeal.verifiedByName}</span></> }] : []),
    ...(appeal.reasons ? [{ label: t('page.decision'), value: <>{words(appeal.reasons)} <span className="hb-small hb-muted">{appeal.decidedByName} {appeal.decidedAt && <DateText value={appeal.decidedAt} time />}</span></> }] : []),
  ];
  return rows.length === 0 ? null : <SummaryList groups={[{ title: t('page.course'), rows }]} />;
}

function useActs(appeal: Appeal): readonly ActSpec[] {
  const { t } = useTranslation('credit-repair');
  const may = (action: string): boolean => appeal.actions.includes(`credit-appeal.${action}`);
  const reason = { name: 'reason', label: t('field.reasonRead'), type: 'textarea' as const, required: true, max: 2000 };
  const accepting = may('accept') && appeal.state === 'submitted';
  const deciding = may('decide') && appeal.state === 'reviewed';
  return [
    { name: 'accept', shown: accepting, primary: true, fields: [], lead: t('act.acceptAppealMeans') },
    { name: 'reject', shown: accepting, danger: true, fields: [reason] },
    {
      name: 'review', shown: may('verify') && appeal.state === 'reviewing', primary: true,
      fields: [
        { name: 'advice', label: t('act.advice'), type: 'select', required: true, options: (['uphold', 'dismiss'] as const).map(value => ({ value, label: t(`advice.${value}`) })) },
        { name: 'findings', label: t('act.findings'), type: 'textarea', required: true, max: 4000, help: t('act.findingsHelp') },
      ],
    },
    {
      name: 'decide', shown: deciding, primary: true, lead: t('act.decideMeans'),
      fields: [
        { name: 'outcome', label: t('act.outcome'), type: 'select', required: true, options: (['upheld', 'dismissed'] as const).map(value => ({ value, label: t(`outcome.${value}`) })) },
        { ...reason, name: 'reasons' },
      ],
    },
    { name: 'review-again', shown: deciding, fields: [reason] },
    { name: 'withdraw', shown: may('submit') && ['draft', 'submitted', 'reviewing'].includes(appeal.state), fields: [], lead: t('act.withdrawMeans') },
  ];
}
