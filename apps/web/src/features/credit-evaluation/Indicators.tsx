import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { StatusTag } from '@/shared/ui/StatusTag';
import { Files, Prefilled, valueWords } from './indicator-parts';
import { GROUPS, type Evaluation, type Indicator } from './model';

/** What was reported and what the officer made of it, to be read. */
export function Indicators({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation('credit-evaluation');
  return (
    <section className="hb-card hb-stack">
      <h2>{t('report.read')}</h2>
      {GROUPS.map(group => (
        <details key={group} open={group === 'pollution'}>
          <summary>{t(`group.${group}`)}</summary>
          <dl className="hb-evaluation__read">{evaluation.indicators.filter(one => one.group === group).map(one => <Read key={one.code} indicator={one} />)}</dl>
        </details>
      ))}
      {evaluation.voluntary.length > 0 && <><h3>{t('voluntary.title')}</h3><ul className="hb-lines">{evaluation.voluntary.map((one, nth) => <li key={nth}>{one.title} <span className="hb-small hb-muted">{one.doneOn}</span> {one.accepted !== null && <StatusTag tone={one.accepted ? 'success' : 'muted'}>{t(one.accepted ? 'voluntary.accepted' : 'voluntary.refused')}</StatusTag>} {one.reason}</li>)}</ul></>}
    </section>
  );
}

export function Read({ indicator }: { readonly indicator: Indicator }) {
  const { t } = useTranslation('credit-evaluation');
  const english = useLanguage() === 'en';
  const { answer, check, prefill } = indicator;
  return (
    <div>
      <dt>{indicator.code} {english ? indicator.title.en : indicator.title.zh}</dt>
      <dd>
        {valueWords(answer, t)} {answer?.words && <span className="hb-small">{answer.words}</span>}
        {check?.verdict === 'change' && <p><StatusTag tone="warning">{t('check.changed')}</StatusTag> {valueWords(check, t)} <span className="hb-small hb-muted">{check.reason} · {check.byName}</span></p>}
        {check?.verdict === 'accept' && <StatusTag tone="done">{t('check.accepted')}</StatusTag>}
        {prefill && <Prefilled prefill={prefill} />}
        <Files files={[...indicator.files, ...indicator.checkFiles]} />
      </dd>
    </div>
  );
}
