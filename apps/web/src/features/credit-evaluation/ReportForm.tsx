import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { ConflictQuestion } from '@/shared/form/ConflictDialog';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { IndicatorEdit } from './IndicatorEdit';
import { valueWords } from './indicator-parts';
import { EVALUATIONS, GROUPS, useChanged, type Evaluation } from './model';
import { type Change, STEPS, type Steps, type Typed, type Value } from './report-merge';
import { type Question, useReportSaving } from './report-saving';
import { SavingNote } from './SavingNote';
import { Voluntary } from './Voluntary';

/** 自查自报: indicator by indicator, saved as it is typed, handed in with a commitment. */
export function ReportForm({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation('credit-evaluation');
  const english = useLanguage() === 'en';
  // a save answers with the whole record: the form keeps what is typed and only counts versions
  const [begun] = useState(evaluation);
  const saving = useReportSaving(begun);
  const [taken, setTaken] = useState<Readonly<Record<string, number>>>({});
  const filled = begun.indicators.filter(one => saving.known[one.code]).length;
  const put = (change: Change): void => saving.save(change, () => setTaken(before => ({ ...before, [change.member]: (before[change.member] ?? 0) + 1 })));
  const keyOf = (member: string): string => `${member}-${taken[member] ?? 0}`;
  return (
    <>
      <section className="hb-card hb-stack">
        <h2>{t('report.title')}</h2>
        <p>{t('report.lead', { done: filled, all: begun.indicators.length })}</p>
        <SavingNote state={saving.state} />
      </section>
      {GROUPS.map(group => (
        <section key={group} className="hb-card hb-stack">
          <h2>{t(`group.${group}`)}</h2>
          {begun.indicators.filter(one => one.group === group).map(one => <IndicatorEdit key={keyOf(one.code)} evaluationId={begun.id} indicator={one} known={(saving.known[one.code] ?? null) as Typed | null} levels={begun.levels} english={english} onChange={(mine, base) => put({ member: one.code, mine, base })} files={evaluation.indicators.find(each => each.code === one.code)?.files ?? []} />)}
        </section>
      ))}
      <Voluntary key={keyOf(STEPS)} known={saving.known[STEPS] as Steps} onChange={(mine, base) => put({ member: STEPS, mine, base })} />
      {saving.question && <Clash evaluation={begun} question={saving.question} />}
      <HandIn evaluation={begun} saving={saving} />
    </>
  );
}

/** Mine and theirs of one value, side by side. */
function Clash({ evaluation, question: { change, theirs, answer } }: { readonly evaluation: Evaluation; readonly question: Question }) {
  const { t } = useTranslation('credit-evaluation');
  const { member, mine } = change;
  const indicator = evaluation.indicators.find(one => one.code === member);
  const label = indicator ? { zh: `${member} ${indicator.title.zh}`, en: `${member} ${indicator.title.en}` } : t('voluntary.title');
  const words = (value: Value): string | null => {
    if (value === null) return null;
    if (!('applies' in value)) return value.map(one => `${one.title} ${one.doneOn}`).join('；') || null;
    return [valueWords(value, t), value.words].filter(Boolean).join(' · ');
  };
  return <ConflictQuestion conflicts={[{ member, mine: words(mine), theirs: words(theirs) }]} fields={[{ name: member, label, type: 'text' }]} onFinish={kept => answer(kept.has(member))} />;
}

function HandIn({ evaluation, saving }: { readonly evaluation: Evaluation; readonly saving: ReturnType<typeof useReportSaving> }) {
  const { t } = useTranslation('credit-evaluation');
  const changed = useChanged();
  const [agreed, setAgreed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  if (!evaluation.actions.includes('submit')) return <p className="hb-muted">{t('report.askAdmin')}</p>;
  const send = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await saving.settled();
      await rest('POST', `${EVALUATIONS}/${evaluation.id}/submit`, { body: { commitment: agreed, recordVersion: saving.version.current }, version: evaluation.version });
      await changed();
    } catch (thrown) {
      setProblem(thrown);
    }
    setBusy(false);
  };
  return (
    <section className="hb-card hb-stack">
      <h2>{t('report.handIn')}</h2>
      <ProblemAlert error={problem} />
      <Checkbox checked={agreed} onChange={event => setAgreed(event.target.checked)}>{evaluation.commitment}</Checkbox>
      <SavingNote state={saving.state} />
      <p><Button type="primary" size="large" loading={busy} onClick={() => void send()}>{t('report.submit')}</Button></p>
    </section>
  );
}
