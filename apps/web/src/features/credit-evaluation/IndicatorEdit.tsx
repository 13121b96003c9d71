import { Button, Checkbox, Input, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileUpload } from '@/shared/ui/FileUpload';
import { Files, Prefilled, valueWords } from './indicator-parts';
import { useChanged, type Indicator, type Level } from './model';
import { same, type Typed } from './report-merge';
import { useTakeOver } from './take-over';

interface Props {
  readonly evaluationId: string;
  readonly indicator: Indicator;
  readonly levels: readonly Level[];
  readonly english: boolean;
  readonly files: Indicator['files'];
  /** As the server has it, as far as the page knows. */
  readonly known: Typed | null;
  /** With what the field showed before: what somebody else made of it meanwhile is then seen. */
  readonly onChange: (value: Typed, base: Typed) => void;
}

const NOTHING: Typed = { applies: true, measure: null, level: null, score: null, words: null };

/** One indicator as the enterprise fills it in: what the platform knows, the value, why, and the evidence. */
export function IndicatorEdit({ evaluationId, indicator, levels, english, files, known, onChange }: Props) {
  const { t } = useTranslation('credit-evaluation');
  const changed = useChanged();
  const { value, words, setWords, put } = useValue({ indicator, known, onChange });
  const { code, applies, prefill } = indicator;
  const say = (text: { zh: string; en: string }): string => (english ? text.en : text.zh);
  const taken = prefill && (prefill.measure !== null || prefill.score !== null) ? { measure: prefill.measure, level: prefill.level, score: prefill.score } : null;
  return (
    <fieldset className="hb-evaluation__indicator" id={`indicator-${code}`}>
      <legend>{code} {say(indicator.title)} <span className="hb-small hb-muted">{t('report.weight', { weight: indicator.weight ?? '—' })}{!indicator.weightVerified && t('unverified')}</span></legend>
      <p className="hb-small">{say(indicator.help)}</p>
      {prefill && <Prefilled prefill={prefill} />}
      {taken && <Button size="small" onClick={() => put({ ...taken, applies: true })}>{t('report.take', { value: valueWords({ applies: true, ...taken }, t) })}</Button>}
      {applies && <Checkbox checked={!value.applies} onChange={event => put({ ...NOTHING, words: value.words, applies: !event.target.checked })}>{t('report.notApplicable')} <span className="hb-small hb-muted">{t('report.appliesTo', { who: say(applies) })}</span></Checkbox>}
      {value.applies && <Value value={value} indicator={indicator} levels={levels} put={put} />}
      <div className="hb-form-line">
        <label htmlFor={`words-${code}`}>{t(value.applies ? 'report.words' : 'report.whyNot')}</label>
        <Input.TextArea id={`words-${code}`} autoSize={{ minRows: 1, maxRows: 4 }} maxLength={1000} value={words} onChange={event => setWords(event.target.value)} onBlur={event => put({ words: event.target.value.trim() || null })} />
      </div>
      <Files files={files} />
      <p className="hb-small hb-muted">{t('report.evidence', { what: say(indicator.evidence) })}</p>
      <FileUpload label={t('report.addFile', { code })} subjectType="credit-evaluation" subjectId={evaluationId} purpose={`evidence-${code}`} onDone={() => void changed()} />
    </fieldset>
  );
}

/** What is typed. What somebody else saved is taken over as long as nothing is typed here. */
function useValue({ indicator, known, onChange }: Pick<Props, 'indicator' | 'known' | 'onChange'>) {
  const [words, setWords] = useState(known?.words ?? '');
  const { value, setValue, base } = useTakeOver<Typed>({ known: { ...NOTHING, ...known }, isTyping: one => words !== (one.words ?? ''), onTaken: one => setWords(one.words ?? '') });
  const put = (change: Partial<Typed>): void => {
    const next = { ...value, ...change };
    setValue(next);
    if (isWhole(next, indicator) && !(same(next, value) && same(next, base))) onChange(next, base);
  };
  return { value, words, setWords, put };
}

function Value({ value, indicator, levels, put }: { readonly value: Typed; readonly indicator: Indicator; readonly levels: readonly Level[]; readonly put: (change: Partial<Typed>) => void }) {
  const { t } = useTranslation('credit-evaluation');
  const { code, input } = indicator;
  if (input === 'measure') return <div className="hb-form-line"><label htmlFor={`measure-${code}`}>{t('report.measure')}</label><span><InputNumber id={`measure-${code}`} min={0} max={100} precision={2} value={value.measure} onChange={measure => put({ measure })} /> %</span></div>;
  const level = levels.find(one => one.level === value.level);
  return (
    <>
      <Radio.Group aria-label={t('report.level')} value={value.level} onChange={event => put({ level: event.target.value as number, score: levels.find(one => one.level === event.target.value)?.high ?? null })}>
        {levels.map(one => <Radio key={one.level} value={one.level}>{t('report.levelOf', { level: one.level, low: one.low, high: one.high })}</Radio>)}
      </Radio.Group>
      {level && <div className="hb-form-line"><label htmlFor={`score-${code}`}>{t('report.score')}</label><InputNumber id={`score-${code}`} min={level.low} max={level.high} precision={0} value={value.score} onChange={score => put({ score })} /></div>}
    </>
  );
}

/** A half-typed value is kept on the page and sent when it is whole. */
const isWhole = (value: Typed, { input }: Indicator): boolean => !value.applies || (input === 'measure' ? value.measure !== null : value.level !== null && value.score !== null) || value.words !== null;
