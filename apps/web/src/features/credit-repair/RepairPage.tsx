import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList, type SummaryRow } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import { CaseBall } from '@/shared/ui/CaseBall';
import { Acts, type ActSpec } from './Acts';
import { useWithdrawalActs, Withdrawal } from './Withdrawal';
import { REPAIRS, STATE_TONE, type Repair } from './model';
import { Papers } from './Papers';
import { Claiming, ClockActs, EventFacts, HandIn, History, Proofs, Remedies, words } from './parts';

/** One application: what it is about, what is to be done next, what came of it. The same page for both sides. */
export function RepairPage() {
  const { repairId = '' } = useParams({ strict: false }) as { repairId?: string };
  const repair = useQuery(readPath<Repair>(`${REPAIRS}/${repairId}`));
  if (repair.isPending) return <PageSkeleton />;
  if (!repair.data) return <RouteErrorPage error={repair.error} onRetry={() => void repair.refetch()} />;
  return <Whole repair={repair.data} />;
}

function Whole({ repair }: { readonly repair: Repair }) {
  const { t } = useTranslation('credit-repair');
  const { base, organisation } = useSession();
  const english = useLanguage() === 'en';
  const isBureau = organisation?.orgKind === 'bureau';
  const mayPrepare = repair.actions.includes('credit-repair.prepare');
  const maySubmit = repair.actions.includes('credit-repair.submit');
  const label = repair.case.case.stateLabel;
  return (
    <>
      <PageHeader
        title={t('repair.title', { event: repair.eventTitle })}
        lead={`${repair.number ?? t('list.notYet')} · ${repair.subjectName}`}
        back={{ to: isBureau ? `${base}/credit-repairs` : `${base}/credit-repairs/list`, label: t(isBureau ? 'list.repair' : 'list.own.repair') }}
        tags={<><StatusTag tone={STATE_TONE[repair.state]}>{english ? label.en : label.zh}</StatusTag>{repair.withdrawal?.state === 'withdrawn' && <StatusTag tone="danger">{t('withdrawal.tag')}</StatusTag>}</>}
        actions={<Claiming about={repair} />}
      />
      <div className="hb-stack">
        <CaseBall of={repair.case} />
        <Asked repair={repair} />
        <Withdrawal repair={repair} />
        <Acts about={repair} kind="repair" acts={[...useActs(repair), ...useWithdrawalActs(repair)]} />
        {isBureau && <ClockActs about={repair} />}
        <EventFacts about={repair} more={[{ label: t('field.from'), value: <DateText value={repair.eligibleFrom} /> }]} />
        <Proofs about={repair} kind="repair" mayAdd={mayPrepare} places={repair.proofs.map(one => ({ purpose: `proof-${one.key}`, title: one.title, hint: t(one.required ? 'proof.required' : 'proof.optional') }))} />
        {maySubmit && (repair.state === 'draft' || repair.state === 'correcting') && <HandIn key={repair.state} about={repair} kind="repair" action={repair.state === 'draft' ? 'submit' : 'resubmit'} />}
        <Said repair={repair} />
        {isBureau && repair.since.length > 0 && <Since repair={repair} />}
        <Remedies about={repair} />
        {repair.certificateId && !isBureau && <p><AppLink to={`${base}/credit-repairs/certificates`}>{t('certificates.open')}</AppLink></p>}
        <Papers about={repair} />
        <History about={repair} />
      </div>
    </>
  );
}

/** What the bureau wants completed. */
function Asked({ repair }: { readonly repair: Repair }) {
  const { t } = useTranslation('credit-repair');
  const round = repair.case.corrections.find(one => one.state === 'open');
  if (!round) return null;
  return <Alert type="warning" showIcon title={t('repair.asked')} description={<ul className="hb-lines">{round.items.map(item => <li key={item.id}><strong>{item.label}</strong>：{item.requirement} <span className="hb-small hb-muted">{item.reason}</span></li>)}</ul>} />;
}

/** What the applicant said, what was found, what was decided. */
function Said({ repair }: { readonly repair: Repair }) {
  const { t } = useTranslation('credit-repair');
  const rows: SummaryRow[] = [
    ...(repair.statement ? [{ label: t('form.mended'), value: words(repair.statement) }] : []),
    ...(repair.submittedAt ? [{ label: t('page.committed'), value: <>{repair.committedByName} <DateText value={repair.submittedAt} time /></> }, { label: t('page.service'), value: t(repair.electronicService ? 'page.electronic' : 'page.onPaper') }] : []),
    ...(repair.acceptedByName ? [{ label: t('page.accepted'), value: repair.acceptedByName }] : []),
    ...(repair.verdict ? [{ label: t('act.verdict'), value: t(`verdict.${repair.verdict}`) }] : []),
    ...(repair.findings ? [{ label: t('act.findings'), value: <>{words(repair.findings)} <span className="hb-small hb-muted">{repair.verifiedByName}{repair.siteCheckedOn && ` · ${t('act.siteCheckedOn')} ${repair.siteCheckedOn}`}</span></> }] : []),
    ...(repair.falsehood ? [{ label: t('act.falsehood'), value: words(repair.falsehood) }] : []),
    ...(repair.reasons ? [{ label: t('page.decision'), value: <>{words(repair.reasons)} <span className="hb-small hb-muted">{repair.decidedByName} {repair.decidedAt && <DateText value={repair.decidedAt} time />}</span></> }] : []),
    ...(repair.foundFalse ? [{ label: t('page.false'), value: t('page.falseMeans') }] : []),
  ];
  return rows.length === 0 ? null : <SummaryList groups={[{ title: t('page.course'), rows }]} />;
}

function Since({ repair }: { readonly repair: Repair }) {
  const { t } = useTranslation('credit-repair');
  return <section className="hb-card"><h2>{t('repair.since')}</h2><p className="hb-small hb-muted">{t('repair.sinceHint')}</p><ul className="hb-lines">{repair.since.map((one, nth) => <li key={nth}>{one.title} <span className="hb-muted">{one.occurredOn} · {t(`severity.${one.severity}`)}{one.status && ` · ${t(`status.${one.status as 'active'}`)}`}</span></li>)}</ul></section>;
}

function useActs(repair: Repair): readonly ActSpec[] {
  const { t } = useTranslation('credit-repair');
  const may = (action: string): boolean => repair.actions.includes(`credit-repair.${action}`);
  const reason = { name: 'reason', label: t('field.reasonRead'), type: 'textarea' as const, required: true, max: 2000 };
  const reasons = { ...reason, name: 'reasons' };
  const places = [{ value: '/statement', label: t('form.mended') }, ...repair.proofs.map(one => ({ value: `/proofs/${one.key}`, label: one.title }))];
  const accepting = may('accept') && repair.state === 'submitted';
  const deciding = may('decide') && repair.state === 'verified';
  return [
    { name: 'accept', shown: accepting, primary: true, fields: [], lead: t('act.acceptMeans') },
    {
      name: 'request-correction', shown: accepting && repair.correctionsLeft > 0, lead: t('act.correctMeans'),
      fields: [{ name: 'items', label: t('act.items'), type: 'table', required: true, min: 1, max: 10, columns: [{ name: 'pointer', label: t('act.what'), type: 'select', required: true, options: places }, { name: 'requirement', label: t('act.requirement'), type: 'text', required: true, max: 500 }, { name: 'reason', label: t('act.basis'), type: 'text', required: true, max: 300 }] }],
    },
    { name: 'reject', shown: accepting, fields: [reason], danger: true },
    {
      name: 'verify', shown: may('verify') && repair.state === 'verifying', primary: true, lead: t('act.verifyMeans'),
      fields: [
        { name: 'verdict', label: t('act.verdict'), type: 'select', required: true, options: (['mended', 'not-mended', 'false'] as const).map(value => ({ value, label: t(`verdict.${value}`) })) },
        { name: 'findings', label: t('act.findings'), type: 'textarea', required: true, max: 4000, help: t('act.findingsHelp') },
        { name: 'siteCheckedOn', label: t('act.siteCheckedOn'), type: 'date' },
        { name: 'falsehood', label: t('act.falsehood'), type: 'textarea', max: 4000, required: { field: 'verdict', in: ['false'] }, visibleWhen: { field: 'verdict', in: ['false'] }, help: t('act.falsehoodHelp') },
      ],
    },
    { name: 'grant', shown: deciding && repair.verdict === 'mended', primary: true, fields: [reasons], lead: t('act.grantMeans') },
    {
      name: 'refuse', shown: deciding, danger: true, lead: t('act.refuseMeans'),
      fields: [reasons, ...(repair.verdict === 'false' ? [{ name: 'isFalse', label: t('act.isFalse'), type: 'select' as const, required: true, options: [{ value: 'yes', label: t('act.isFalseYes') }, { value: 'no', label: t('act.isFalseNo') }] }] : [])],
      body: values => ({ reasons: values['reasons'], isFalse: values['isFalse'] === 'yes' }),
    },
    { name: 'verify-again', shown: deciding, fields: [reason] },
    { name: 'withdraw', shown: may('submit') && ['draft', 'submitted', 'correcting', 'verifying'].includes(repair.state), fields: [], lead: t('act.withdrawMeans') },
  ];
}
