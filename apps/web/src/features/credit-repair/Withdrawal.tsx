import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import type { StoredFile } from '@/shared/ui/files.types';
import { FileUpload } from '@/shared/ui/FileUpload';
import { SummaryList, type SummaryRow } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import type { ActSpec } from './Acts';
import { useChanged, type Repair } from './model';
import { words } from './parts';

const EVIDENCE = 'withdrawal-evidence';

/** A granted repair that is, or was, taken back: what is said against it, the word of the party, the decision and the ways to contest it. */
export function Withdrawal({ repair }: { readonly repair: Repair }) {
  const { t } = useTranslation('credit-repair');
  const changed = useChanged();
  const { withdrawal, actions } = repair;
  return (
    <>
      {actions.includes('credit-repair.propose-withdrawal') && <section className="hb-card hb-stack"><h2>{t('withdrawal.evidence')}</h2><p className="hb-small hb-muted">{t('withdrawal.evidenceHint')}</p><FileUpload label={t('withdrawal.add')} subjectType="credit-repair" subjectId={repair.id} purpose={EVIDENCE} onDone={() => void changed()} /></section>}
      {withdrawal && <Alert type={withdrawal.state === 'dropped' ? 'info' : 'warning'} showIcon title={t(`withdrawal.${standing(withdrawal)}`, { day: (withdrawal.state === 'proposed' ? withdrawal.statementUntil : withdrawal.countsFrom) ?? '', days: withdrawal.statementDays, number: withdrawal.number ?? '' })} />}
      {withdrawal && <Facts withdrawal={withdrawal} intent={repair.case.notices.find(one => one.id === withdrawal.intentNoticeId)} paper={repair.case.notices.find(one => one.id === withdrawal.noticeId)} />}
    </>
  );
}

type Paper = Repair['case']['notices'][number];
type Shown = NonNullable<Repair['withdrawal']>;

/** Which sentence says how it stands. */
function standing({ state, countsFrom, statementUntil }: Shown): 'untold' | 'lapsed' | Shown['state'] {
  if (state === 'proposed' && statementUntil === null) return 'untold';
  return state === 'withdrawn' && countsFrom === null ? 'lapsed' : state;
}

interface FactsProps {
  readonly withdrawal: Shown;
  readonly intent: Paper | undefined;
  readonly paper: Paper | undefined;
}

function Facts({ withdrawal, intent, paper }: FactsProps) {
  const { t } = useTranslation('credit-repair');
  const { falsehood, evidenceFileId, proposedByName, proposedAt, statement, statedByName, statedAt, reasons, decidedByName, decidedAt, remedies, servedOn, toldOn } = withdrawal;
  const by = (name: string | null, at: string | null) => <span className="hb-small hb-muted">{name} {at && <DateText value={at} time />}</span>;
  const rows: SummaryRow[] = [
    { label: t('withdrawal.falsehood'), value: <>{words(falsehood)} {by(proposedByName, proposedAt)}</> },
    { label: t('withdrawal.evidence'), value: <a href={`/api/v1/files/${evidenceFileId}/content`}>{t('withdrawal.look')}</a> },
    ...(intent ? [{ label: t('withdrawal.intent'), value: <PaperLink paper={intent} /> }, { label: t('withdrawal.toldOn'), value: toldOn ? <DateText value={toldOn} /> : t('withdrawal.notServed') }] : []),
    ...(statement ? [{ label: t('withdrawal.statement'), value: <>{words(statement)} {by(statedByName, statedAt)}</> }] : []),
    ...(reasons ? [{ label: t('page.decision'), value: <>{words(reasons)} {by(decidedByName, decidedAt)}</> }] : []),
    ...(paper ? [{ label: t('withdrawal.paper'), value: <PaperLink paper={paper} /> }, { label: t('withdrawal.servedOn'), value: servedOn ? <DateText value={servedOn} /> : t('withdrawal.notServed') }] : []),
    ...(remedies.length > 0 ? [{ label: t('page.remedies'), value: <ul className="hb-lines">{remedies.map(one => <li key={one.words}>{one.words} <span className="hb-small hb-muted">{one.until && t('page.remedyUntil', { day: one.until })}{!one.verified && t('unverified')}</span></li>)}</ul> }] : []),
  ];
  return <SummaryList groups={[{ title: t('withdrawal.title'), rows }]} />;
}

function PaperLink({ paper }: { readonly paper: Paper }) {
  const { t } = useTranslation('credit-repair');
  return <>{paper.fileId ? <a href={`/api/v1/files/${paper.fileId}/content`}>{paper.title}</a> : paper.title} <span className="hb-small hb-muted">{paper.number}{!paper.fileId && ` · ${t('page.drawing')}`}</span></>;
}

/** Proposed, answered, decided: three acts of three sides. */
export function useWithdrawalActs(repair: Repair): readonly ActSpec[] {
  const { t } = useTranslation('credit-repair');
  const may = (action: string): boolean => repair.actions.includes(`credit-repair.${action}`);
  const proposing = may('propose-withdrawal');
  const files = useQuery({ ...readPath<readonly StoredFile[]>('/api/v1/files', { subjectType: 'credit-repair', subjectId: repair.id }), enabled: proposing });
  const evidence = (files.data ?? []).filter(file => file.purpose === EVIDENCE);
  return [
    {
      name: 'propose-withdrawal', shown: proposing && evidence.length > 0, danger: true, lead: t('withdrawal.proposeMeans'),
      fields: [{ name: 'falsehood', label: t('withdrawal.falsehood'), type: 'textarea', required: true, max: 4000, help: t('act.falsehoodHelp') }, { name: 'evidenceFileId', label: t('withdrawal.evidence'), type: 'select', required: true, options: evidence.map(file => ({ value: file.id, label: file.name })) }],
    },
    { name: 'state-withdrawal', shown: may('state-withdrawal'), primary: true, lead: repair.withdrawal?.statementUntil ? t('withdrawal.stateMeans', { day: repair.withdrawal.statementUntil }) : t('withdrawal.stateUntold', { days: repair.withdrawal?.statementDays ?? 0 }), fields: [{ name: 'statement', label: t('withdrawal.statement'), type: 'textarea', required: true, max: 4000 }] },
    {
      name: 'decide-withdrawal', shown: may('decide-withdrawal'), danger: true, lead: t('withdrawal.decideMeans'),
      fields: [{ name: 'verdict', label: t('act.outcome'), type: 'select', required: true, options: (['withdrawn', 'dropped'] as const).map(value => ({ value, label: t(`withdrawal.verdict.${value}`) })) }, { name: 'reasons', label: t('field.reasonRead'), type: 'textarea', required: true, max: 2000 }],
    },
  ];
}
