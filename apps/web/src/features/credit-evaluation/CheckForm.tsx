import { Button, Input, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { FileUpload } from '@/shared/ui/FileUpload';
import { Read } from './Indicators';
import { EVALUATIONS, GROUPS, useChanged, type Evaluation, type Indicator } from './model';
import { useSaving } from './saving';
import { SavingNote } from './SavingNote';

/** 县级初核: each indicator is accepted or changed with a reason; what is left can be accepted at once. */
export function CheckForm({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation('credit-evaluation');
  const changed = useChanged();
  const [begun] = useState(evaluation);
  const saving = useSaving(begun, 'checks');
  const [done, setDone] = useState<ReadonlySet<string>>(() => new Set(begun.indicators.filter(one => one.check).map(one => one.code)));
  const put = async (items: readonly object[], codes: readonly string[]): Promise<void> => {
    await saving.save({ items });
    setDone(before => new Set([...before, ...codes]));
    await changed();
  };
  const left = begun.indicators.filter(one => !done.has(one.code));
  const judge = (nth: number, accepted: boolean, reason: string | null): void => void saving.save({ items: [], voluntary: [{ nth, accepted, reason }] }).then(changed);
  return (
    <>
      <section className="hb-card hb-stack">
        <h2>{t(evaluation.isCorrection ? 'check.correctionTitle' : 'check.title')}</h2>
        {evaluation.isCorrection && <p className="hb-small hb-muted">{t('check.correctionLead')}</p>}
        <p>{t('check.lead', { done: done.size, all: begun.indicators.length })}</p>
        <SavingNote state={saving.state} />
        {left.length > 0 && <p><Button onClick={() => void put(left.map(one => ({ indicator: one.code, verdict: 'accept' })), left.map(one => one.code))}>{t('check.acceptRest', { count: left.length })}</Button></p>}
      </section>
      {GROUPS.map(group => <section key={group} className="hb-card hb-stack"><h2>{t(`group.${group}`)}</h2>{evaluation.indicators.filter(one => one.group === group).map(one => <OneCheck key={one.code} evaluation={evaluation} indicator={one} onPut={item => void put([item], [one.code])} />)}</section>)}
      {evaluation.voluntary.length > 0 && <section className="hb-card hb-stack"><h2>{t('voluntary.title')}</h2><ul className="hb-lines">{evaluation.voluntary.map((one, nth) => <li key={nth}>{one.title} <span className="hb-small hb-muted">{one.doneOn}</span> <Radio.Group aria-label={one.title} value={one.accepted} onChange={event => judge(nth, event.target.value as boolean, event.target.value ? null : t('voluntary.notProved'))}><Radio value>{t('voluntary.accepted')}</Radio><Radio value={false}>{t('voluntary.refused')}</Radio></Radio.Group></li>)}</ul></section>}
      {evaluation.actions.includes('finish') && <Finish evaluation={evaluation} />}
    </>
  );
}

function OneCheck({ evaluation, indicator, onPut }: { readonly evaluation: Evaluation; readonly indicator: Indicator; readonly onPut: (item: object) => void }) {
  const { t } = useTranslation('credit-evaluation');
  const changed = useChanged();
  const { code, check } = indicator;
  const [open, setOpen] = useState(false);
  return (
    <fieldset className="hb-evaluation__indicator">
      <legend className="hb-sr-only">{code} {indicator.title.zh}</legend>
      <dl className="hb-evaluation__read"><Read indicator={indicator} /></dl>
      <div className="hb-row hb-no-print">
        <Button size="small" aria-label={t('check.acceptOf', { code })} type={check ? 'default' : 'primary'} onClick={() => { setOpen(false); onPut({ indicator: code, verdict: 'accept' }); }}>{t('check.accept')}</Button>
        <Button size="small" aria-label={t('check.changeOf', { code })} onClick={() => setOpen(!open)}>{t('check.change')}</Button>
      </div>
      {open && <Changing evaluation={evaluation} indicator={indicator} onPut={item => { setOpen(false); onPut(item); }} />}
      {open && <FileUpload label={t('check.addFile', { code })} subjectType="credit-evaluation" subjectId={evaluation.id} purpose={`check-${code}`} onDone={() => void changed()} />}
    </fieldset>
  );
}

function Changing({ evaluation, indicator, onPut }: { readonly evaluation: Evaluation; readonly indicator: Indicator; readonly onPut: (item: object) => void }) {
  const { t } = useTranslation('credit-evaluation');
  const { code, input, answer } = indicator;
  const [measure, setMeasure] = useState<number | null>(answer?.measure ?? null);
  const [level, setLevel] = useState<number | null>(answer?.level ?? null);
  const [score, setScore] = useState<number | null>(answer?.score ?? null);
  const [reason, setReason] = useState('');
  const range = evaluation.levels.find(one => one.level === level);
  const ready = reason.trim().length >= 4 && (input === 'measure' ? measure !== null : range !== undefined && score !== null);
  return (
    <div className="hb-stack">
      {input === 'measure' ? <div className="hb-form-line"><label htmlFor={`to-${code}`}>{t('report.measure')}</label><InputNumber id={`to-${code}`} min={0} max={100} precision={2} value={measure} onChange={setMeasure} /></div> : (
        <>
          <Radio.Group aria-label={t('report.level')} value={level} onChange={event => { setLevel(event.target.value as number); setScore(evaluation.levels.find(one => one.level === event.target.value)?.high ?? null); }}>{evaluation.levels.map(one => <Radio key={one.level} value={one.level}>{t('report.levelOf', { level: one.level, low: one.low, high: one.high })}</Radio>)}</Radio.Group>
          {range && <div className="hb-form-line"><label htmlFor={`to-${code}`}>{t('report.score')}</label><InputNumber id={`to-${code}`} min={range.low} max={range.high} precision={0} value={score} onChange={setScore} /></div>}
        </>
      )}
      <div className="hb-form-line"><label htmlFor={`why-${code}`}>{t('check.reason')}</label><Input id={`why-${code}`} maxLength={1000} value={reason} onChange={event => setReason(event.target.value)} /></div>
      <p><Button type="primary" disabled={!ready} onClick={() => onPut({ indicator: code, verdict: 'change', reason: reason.trim(), ...(input === 'measure' ? { measure } : { level, score }) })}>{t('check.saveChange')}</Button></p>
    </div>
  );
}

function Finish({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation('credit-evaluation');
  const changed = useChanged();
  const [back, setBack] = useState(false);
  const send = async (action: string, body: Record<string, unknown>): Promise<void> => {
    await rest('POST', `${EVALUATIONS}/${evaluation.id}/${action}`, { body, version: evaluation.version });
    await changed();
  };
  return (
    <section className="hb-card hb-stack">
      <h2>{t(back ? 'check.giveBack' : 'check.finish')}</h2>
      {back
        ? <QuickForm key="back" fields={[{ name: 'reason', label: t('check.backReason'), type: 'textarea', required: true, max: 2000 }]} submit={t('check.giveBack')} onSubmit={values => send('give-back', values)} control={FieldControl} aside={<Button onClick={() => setBack(false)}>{t('act.cancel')}</Button>} />
        : <QuickForm key="finish" fields={[{ name: 'note', label: t('check.note'), type: 'textarea', required: true, max: 2000 }]} submit={t('check.finish')} onSubmit={values => send('finish-check', values)} control={FieldControl} aside={evaluation.actions.includes('give-back') ? <Button onClick={() => setBack(true)}>{t('check.giveBack')}</Button> : undefined} />}
    </section>
  );
}
