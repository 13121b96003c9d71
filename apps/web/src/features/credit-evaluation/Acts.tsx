import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { useChosen } from '@/shared/ui/use-chosen';
import { EVALUATIONS, useChanged, type Evaluation } from './model';

type Act = 'take-up' | 'confirm' | 'send-back' | 'object' | 'recheck' | 'propose-correction' | 'decide-correction';
const ACTS: readonly Act[] = ['confirm', 'send-back', 'take-up', 'propose-correction', 'decide-correction', 'recheck', 'object'];
const FIRST: readonly Act[] = ['confirm', 'recheck', 'take-up', 'propose-correction', 'decide-correction'];

/** What the reader may do with the case now; one form at a time. */
export function Acts({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation('credit-evaluation');
  const changed = useChanged();
  const open = ACTS.filter(one => evaluation.actions.includes(one));
  const [act, setAct] = useChosen(open);
  if (open.length === 0) return null;
  if (act === null) return <div className="hb-row hb-no-print">{open.map(one => <Button key={one} type={FIRST.includes(one) ? 'primary' : 'default'} onClick={() => setAct(one)}>{t(`act.${one}`)}</Button>)}</div>;
  const send = async (values: Record<string, unknown>): Promise<void> => {
    await rest('POST', `${EVALUATIONS}/${evaluation.id}/${act}`, { body: bodyOf(act, values), version: evaluation.version });
    setAct(null);
    await changed();
  };
  return (
    <section className="hb-card hb-stack">
      <h2>{t(`act.${act}`)}</h2>
      <QuickForm fields={fieldsOf(act, evaluation, t)} submit={t(`act.${act}`)} onSubmit={send} control={FieldControl} head={<p>{t(`act.means.${act}`)}</p>} aside={<Button onClick={() => setAct(null)}>{t('act.cancel')}</Button>} />
    </section>
  );
}

function bodyOf(act: Act, values: Record<string, unknown>): Record<string, unknown> {
  if (act === 'recheck') return recheckBody(values);
  return act === 'decide-correction' ? { approved: values.approved === 'yes', reason: values.reason } : values;
}

/** One indicator can be changed here; several by several answers of the server’s interface. */
function recheckBody({ verdict, answer, indicator, level, score, measure, reason }: Record<string, unknown>): Record<string, unknown> {
  if (verdict === 'kept') return { verdict, answer };
  const value = measure != null && measure !== '' ? { measure: Number(measure) } : { level: Number(level), score: Number(score) };
  return { verdict, answer, items: [{ indicator, verdict: 'change', reason, ...value }] };
}

function fieldsOf(act: Act, evaluation: Evaluation, t: (key: string, values?: Record<string, unknown>) => string): readonly FieldSpec[] {
  const reason: FieldSpec = { name: 'reason', label: t('act.reason'), type: 'textarea', required: true, max: 2000 };
  switch (act) {
    case 'take-up':
      return [];
    case 'confirm':
      return [{ name: 'note', label: t('act.note'), type: 'textarea', required: true, max: 2000 }];
    case 'send-back':
    case 'propose-correction':
      return [reason];
    case 'decide-correction':
      return [{ name: 'approved', label: t('act.decision'), type: 'select', required: true, options: (['yes', 'no'] as const).map(value => ({ value, label: t(`act.approved.${value}`) })) }, reason];
    case 'object':
      return [{ name: 'words', label: t('act.words'), type: 'textarea', required: true, max: 2000, help: t('act.wordsHelp') }];
    case 'recheck':
      return recheckFields(evaluation, t);
  }
}

function recheckFields(evaluation: Evaluation, t: (key: string, values?: Record<string, unknown>) => string): readonly FieldSpec[] {
  const whenChanged = { field: 'verdict', in: ['changed'] };
  const [measured, scored] = [evaluation.indicators.filter(one => one.input === 'measure'), evaluation.indicators.filter(one => one.input === 'score')].map(some => some.map(one => one.code));
  return [
    { name: 'verdict', label: t('act.verdict'), type: 'select', required: true, options: (['kept', 'changed'] as const).map(value => ({ value, label: t(`verdict.${value}`) })) },
    { name: 'answer', label: t('act.answer'), type: 'textarea', required: true, max: 2000, help: t('act.answerHelp') },
    { name: 'indicator', label: t('act.indicator'), type: 'select', required: whenChanged, visibleWhen: whenChanged, options: evaluation.indicators.map(one => ({ value: one.code, label: `${one.code} ${one.title.zh}` })) },
    { name: 'measure', label: t('report.measure'), type: 'decimal', unit: '%', min: 0, max: 100, visibleWhen: { field: 'indicator', in: measured ?? [] } },
    { name: 'level', label: t('report.level'), type: 'select', visibleWhen: { field: 'indicator', in: scored ?? [] }, options: evaluation.levels.map(one => ({ value: String(one.level), label: t('report.levelOf', { level: one.level, low: one.low, high: one.high }) })) },
    { name: 'score', label: t('report.score'), type: 'decimal', min: 0, max: 100, visibleWhen: { field: 'indicator', in: scored ?? [] } },
    { name: 'reason', label: t('check.reason'), type: 'textarea', max: 1000, required: whenChanged, visibleWhen: whenChanged },
  ];
}
