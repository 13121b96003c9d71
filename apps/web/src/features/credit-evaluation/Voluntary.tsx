import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Steps } from './report-merge';
import { useTakeOver } from './take-over';

/** Steps beyond the law, which count towards green once an officer accepted them. */
export function Voluntary({ known, onChange }: { readonly known: Steps; readonly onChange: (steps: Steps, base: Steps) => void }) {
  const { t } = useTranslation('credit-evaluation');
  const { value: steps, setValue: setSteps, base } = useTakeOver<Steps>({ known });
  const put = (next: Steps): void => {
    setSteps(next);
    if (!next.every(one => one.title.trim().length >= 2 && one.doneOn !== '')) return;
    onChange(next.map(one => ({ ...one, title: one.title.trim() })), base);
  };
  const change = (nth: number, over: Partial<Steps[number]>): void => put(steps.map((one, at) => (at === nth ? { ...one, ...over } : one)));
  return (
    <section className="hb-card hb-stack">
      <h2>{t('voluntary.title')}</h2>
      <p className="hb-small">{t('voluntary.help')}</p>
      {steps.map((one, nth) => (
        <fieldset key={nth} className="hb-evaluation__indicator">
          <legend>{t('voluntary.nth', { nth: nth + 1 })}</legend>
          <div className="hb-form-line"><label htmlFor={`step-${nth}`}>{t('voluntary.what')}</label><Input id={`step-${nth}`} maxLength={120} value={one.title} onChange={event => change(nth, { title: event.target.value })} /></div>
          <div className="hb-form-line"><label htmlFor={`step-on-${nth}`}>{t('voluntary.on')}</label><Input id={`step-on-${nth}`} type="date" value={one.doneOn} onChange={event => change(nth, { doneOn: event.target.value })} /></div>
          <Button size="small" onClick={() => put(steps.filter((_, at) => at !== nth))}>{t('voluntary.remove', { nth: nth + 1 })}</Button>
        </fieldset>
      ))}
      {steps.length < 20 && <p><Button onClick={() => setSteps([...steps, { title: '', doneOn: '', words: null }])}>{t('voluntary.add')}</Button></p>}
    </section>
  );
}
