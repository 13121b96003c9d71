import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { Grade, Plate } from '../credit/parts';
import type { Evaluation, Result, ResultEvent, ResultLine } from './model';

const STATUS_TONE: Readonly<Record<string, Tone>> = { active: 'warning', suspended: 'info', repaired: 'success', expired: 'muted', revoked: 'muted' };

/** The grade of today beside the annual one, and why. */
export function Today({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation('credit-evaluation');
  const { today } = evaluation;
  if (!today || !evaluation.gradeTitle) return null;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('today.title')}</h2>
      <Plate label={t('today.annual', { year: evaluation.year })} title={evaluation.gradeTitle} colour={evaluation.colour ?? 'grey'} score={evaluation.score ?? ''} />
      <Plate label={t('today.today', { day: today.day })} title={today.gradeTitle} colour={today.colour} score={today.score} />
      {today.differs ? <Alert type="warning" showIcon title={t('today.differs')} /> : <p className="hb-muted">{t('today.same')}</p>}
      <Events events={today.since} />
      <ul className="hb-lines">{today.lines.map((line, nth) => <li key={nth}><strong>{line.title}</strong> {line.events.join('；')} <span className="hb-small hb-muted">{line.legalBasis}{!line.verified && t('unverified')}</span></li>)}</ul>
    </section>
  );
}

function Events({ events }: { readonly events: readonly ResultEvent[] }) {
  const { t } = useTranslation('credit-evaluation');
  if (events.length === 0) return null;
  return <ul className="hb-lines">{events.map(one => <li key={one.key}><StatusTag tone={STATUS_TONE[one.status]}>{t(`status.${one.status as 'active'}`)}</StatusTag> {one.title} <span className="hb-small hb-muted">{one.typeTitle} · {one.occurredOn} {one.documentNo}</span></li>)}</ul>;
}

/** What it came to by both schemes, line by line; earlier results stay to be read. */
export function Results({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation('credit-evaluation');
  const last = evaluation.results.at(-1);
  if (!last) return null;
  const earlier = evaluation.results.slice(0, -1);
  return (
    <section className="hb-card hb-stack">
      <h2>{t('result.title')}</h2>
      <One result={last} />
      {earlier.length > 0 && <details><summary>{t('result.earlier', { count: earlier.length })}</summary>{earlier.map(one => <p key={one.nth}>{t(`result.cause.${one.cause}`)} <DateText value={one.computedAt} time /> {one.byName}：{one.schemes.map(each => `${each.schemeTitle} ${each.score} ${each.gradeTitle}`).join('；')}</p>)}</details>}
    </section>
  );
}

function One({ result }: { readonly result: Result }) {
  const { t } = useTranslation('credit-evaluation');
  return (
    <>
      <p className="hb-small hb-muted">{t(`result.cause.${result.cause}`)} {result.byName} <DateText value={result.computedAt} time /></p>
      {result.schemes.map(scheme => (
        <details key={scheme.scheme} open={scheme.inForce}>
          <summary>{scheme.schemeTitle}（{t(scheme.inForce ? 'open.inForce' : 'open.beside')}）：{scheme.score} <Grade title={scheme.gradeTitle} colour={scheme.colour} /></summary>
          {scheme.vetoes.length > 0 && <Alert type="error" showIcon title={t('result.vetoed')} />}
          <Lines lines={scheme.lines} />
        </details>
      ))}
    </>
  );
}

/** Lines that add up to the score, then those that act on the grade. */
function Lines({ lines }: { readonly lines: readonly ResultLine[] }) {
  const { t } = useTranslation('credit-evaluation');
  return (
    <ol className="hb-evaluation__lines">
      {lines.map((line, nth) => (
        <li key={`${line.code}-${nth}`}>
          <span>{line.title}{line.weight && <span className="hb-small hb-muted"> {t('result.weight', { weight: line.weight, score: line.score ?? '—' })}</span>}</span>
          <span className="hb-num">{line.contribution ?? t(`result.kind.${line.kind as 'veto'}`)}</span>
          {(line.events.length > 0 || line.note) && <span className="hb-small hb-evaluation__why">{[line.note ? t(`result.note.${line.note}`) : '', ...line.events].filter(Boolean).join('；')}</span>}
          <span className="hb-small hb-muted hb-evaluation__why">{line.legalBasis}{!line.verified && t('unverified')}</span>
        </li>
      ))}
    </ol>
  );
}
