import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '@/api/contract';
import { readPath, rest } from '@/api/rest';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { subjectsPath, TYPES, useWhose, type CreditEvent, type Subject, type WhatIf } from './model';
import { Plate } from './parts';

const WITH_INDICATORS = 'national-21';
/** The longest page the server gives; more events than that hardly count at once. */
const MOST_EVENTS = 200;

interface Supposed {
  readonly repair: readonly string[];
  readonly type: string | null;
  readonly indicator: string | null;
  readonly value: string;
  readonly scheme: string | null;
}

/** What would change if: chosen on the left, answered at once, kept nowhere. */
export function WhatIfPage() {
  const { t } = useTranslation('credit');
  const { id, here } = useWhose();
  const subject = useQuery(readPath<Subject>(`${subjectsPath}/${id}`));
  const events = useQuery(readPath<Page<CreditEvent>>(`${subjectsPath}/${id}/events`, { status: 'active', limit: MOST_EVENTS }));
  if (subject.isPending || events.isPending) return <PageSkeleton />;
  return (
    <>
      <PageHeader title={t('whatIf.title')} lead={t('whatIf.lead')} back={{ to: here, label: t('back') }} />
      <ProblemAlert error={subject.error ?? events.error} />
      {subject.data && <Trial subject={subject.data} events={(events.data?.items ?? []).filter(event => event.indicator === null)} />}
    </>
  );
}

function useTrial(subject: Subject) {
  const [supposed, setSupposed] = useState<Supposed>({ repair: [], type: null, indicator: null, value: '', scheme: null });
  const [result, setResult] = useState<WhatIf | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const { repair, type, indicator, value, scheme } = supposed;
      const body = { ...(scheme ? { scheme } : {}), repair, remove: [], add: type ? [{ type, on: subject.day }] : [], readings: indicator ? [{ indicator, measure: value || null }] : [] };
      setResult(await rest<WhatIf>('POST', `${subjectsPath}/${subject.subjectId}/what-if`, { body }));
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  return { supposed, change: (part: Partial<Supposed>) => setSupposed({ ...supposed, ...part }), result, error, busy, run };
}

function Trial({ subject, events }: { readonly subject: Subject; readonly events: readonly CreditEvent[] }) {
  const { t } = useTranslation('credit');
  const { supposed, change, result, error, busy, run } = useTrial(subject);
  return (
    <div className="hb-stack">
      <section className="hb-card hb-stack">
        <fieldset className="hb-credit__plain">
          <legend>{t('whatIf.repair')}</legend>
          {events.length === 0 && <p className="hb-muted">{t('whatIf.noEvents')}</p>}
          <Checkbox.Group value={[...supposed.repair]} onChange={repair => change({ repair: repair as string[] })}>
            <ul className="hb-credit__checks">{events.map(event => <li key={event.id}><Checkbox value={event.id}>{event.title}</Checkbox></li>)}</ul>
          </Checkbox.Group>
        </fieldset>
        <Choices subject={subject} supposed={supposed} change={change} />
        <ProblemAlert error={error} />
        <div><Button type="primary" loading={busy} onClick={() => void run()}>{t('whatIf.run')}</Button></div>
      </section>
      <div aria-live="polite">{result && <Result result={result} />}</div>
    </div>
  );
}

interface ChoicesProps {
  readonly subject: Subject;
  readonly supposed: Supposed;
  readonly change: (part: Partial<Supposed>) => void;
}

function Choices({ subject, supposed, change }: ChoicesProps) {
  const { t } = useTranslation('credit');
  const schemes = subject.results.map(one => ({ value: one.scheme, label: one.schemeTitle }));
  const national = useQuery({ ...readPath<Subject>(`${subjectsPath}/${subject.subjectId}`, { scheme: WITH_INDICATORS }), enabled: schemes.some(one => one.value === WITH_INDICATORS) });
  const indicators = (national.data?.lines ?? []).filter(line => line.kind === 'indicator').map(line => ({ value: line.code, label: `${line.code} ${line.title}` }));
  return (
    <div className="hb-credit__controls">
      {subject.subjectKind === 'enterprise' && (
        <div>
          <label htmlFor="suppose-type">{t('whatIf.add')}</label>
          <Select id="suppose-type" className="hb-credit__select" allowClear showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={false} value={supposed.type} placeholder={t('whatIf.addNone')} options={TYPES.filter(type => type !== 'reading').map(value => ({ value, label: t(`types.${value}`) }))} onChange={type => change({ type: type ?? null })} />
        </div>
      )}
      {indicators.length > 0 && (
        <>
          <div>
            <label htmlFor="suppose-indicator">{t('whatIf.indicator')}</label>
            <Select id="suppose-indicator" className="hb-credit__select" allowClear popupMatchSelectWidth={false} value={supposed.indicator} placeholder={t('whatIf.indicatorNone')} options={indicators} onChange={indicator => change({ indicator: indicator ?? null, scheme: indicator ? WITH_INDICATORS : supposed.scheme })} />
          </div>
          {supposed.indicator && <div><label htmlFor="suppose-value">{t('whatIf.value')}</label><Input id="suppose-value" inputMode="decimal" value={supposed.value} onChange={event => change({ value: event.target.value })} /></div>}
        </>
      )}
      <div>
        <label htmlFor="suppose-scheme">{t('whatIf.scheme')}</label>
        <Select id="suppose-scheme" className="hb-credit__select" popupMatchSelectWidth={false} value={supposed.scheme ?? subject.scheme} options={schemes} onChange={scheme => change({ scheme })} />
      </div>
    </div>
  );
}

function Result({ result: { before, after, delta } }: { readonly result: WhatIf }) {
  const { t } = useTranslation('credit');
  const was = new Map(before.lines.map(line => [`${line.kind}${line.code}${line.title}`, line.contribution]));
  const changed = after.lines.filter(line => line.contribution !== null && was.get(`${line.kind}${line.code}${line.title}`) !== line.contribution);
  return (
    <section className="hb-card hb-stack">
      <h2>{t('whatIf.result')}</h2>
      <div className="hb-credit__sides">
        <Plate label={t('whatIf.before')} title={before.gradeTitle} colour={before.colour} score={before.score} />
        <Plate label={t('whatIf.after')} title={after.gradeTitle} colour={after.colour} score={after.score} />
      </div>
      <p><strong>{t('whatIf.delta', { delta: delta.startsWith('-') || Number(delta) === 0 ? delta : `+${delta}` })}</strong>{t('comma')}{before.grade === after.grade ? t('whatIf.same') : t('whatIf.moves', { before: before.gradeTitle, after: after.gradeTitle })}</p>
      {changed.length > 0 && <><h3>{t('whatIf.changed')}</h3><ul className="hb-lines">{changed.map(line => <li key={`${line.code}${line.title}`}>{line.title} {line.contribution}</li>)}</ul></>}
    </section>
  );
}
