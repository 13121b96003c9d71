import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { IndicatorEdit, type Typed } from './IndicatorEdit';
import { EVALUATIONS, GROUPS, useChanged, type Evaluation } from './model';
import { useSaving } from './saving';
import { SavingNote } from './SavingNote';
import { Voluntary, type Steps } from './Voluntary';

/** 自查自报: indicator by indicator, saved as it is typed, handed in with a commitment. */
export function ReportForm({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation('credit-evaluation');
  const english = useLanguage() === 'en';
  // a save answers with the whole record: the form keeps what is typed and only counts versions
  const [begun] = useState(evaluation);
  const saving = useSaving(begun, 'report');
  const [filled, setFilled] = useState<ReadonlySet<string>>(() => new Set(begun.indicators.filter(one => one.answer).map(one => one.code)));
  const put = (code: string, value: Typed): void => {
    setFilled(before => new Set([...before, code]));
    void saving.save({ answers: [{ indicator: code, ...value }] });
  };
  const putSteps = (voluntary: Steps): void => void saving.save({ answers: [], voluntary });
  return (
    <>
      <section className="hb-card hb-stack">
        <h2>{t('report.title')}</h2>
        <p>{t('report.lead', { done: filled.size, all: begun.indicators.length })}</p>
        <SavingNote state={saving.state} />
      </section>
      {GROUPS.map(group => (
        <section key={group} className="hb-card hb-stack">
          <h2>{t(`group.${group}`)}</h2>
          {begun.indicators.filter(one => one.group === group).map(one => <IndicatorEdit key={one.code} evaluationId={begun.id} indicator={one} levels={begun.levels} english={english} onChange={value => put(one.code, value)} files={evaluation.indicators.find(each => each.code === one.code)?.files ?? []} />)}
        </section>
      ))}
      <Voluntary steps={begun.voluntary} onChange={putSteps} />
      <HandIn evaluation={begun} saving={saving} />
    </>
  );
}

function HandIn({ evaluation, saving }: { readonly evaluation: Evaluation; readonly saving: ReturnType<typeof useSaving> }) {
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
