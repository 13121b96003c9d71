import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import { StatusTag } from '@/shared/ui/StatusTag';
import './standards.css';
import type { Candidate, Strictest } from './model';

/** The strictest limit in one sentence, then every limit that could apply: value, as compared, why or why not. */
export function Comparison({ result }: { readonly result: Strictest }) {
  const { t } = useTranslation('standards');
  const applying = result.candidates.filter(one => one.applies);
  const others = result.candidates.filter(one => !one.applies);
  return (
    <div className="hb-stack">
      <div className="hb-limit__answer" aria-live="polite">
        {result.strictest && (
          <p className="hb-limit__value">
            <span className="hb-num">{result.strictest.value}</span> {result.strictest.unit}
          </p>
        )}
        <p>{textOf(result.summary)}</p>
        {result.strictest && !result.strictest.verified && <p className="hb-small hb-muted">{t('compare.unverifiedMeans')}</p>}
      </div>
      {applying.length > 0 && <Candidates title={t('compare.applying', { count: applying.length })} candidates={applying} />}
      {others.length > 0 && (
        <details>
          <summary>{t('compare.others', { count: others.length })}</summary>
          <Candidates title={t('compare.othersTitle')} candidates={others} quiet />
        </details>
      )}
      <p className="hb-small hb-muted">{t('compare.note', { day: result.date })}</p>
    </div>
  );
}

interface CandidatesProps {
  readonly title: string;
  readonly candidates: readonly Candidate[];
  readonly quiet?: boolean;
}

function Candidates({ title, candidates, quiet }: CandidatesProps) {
  return (
    <section aria-label={title}>
      {!quiet && <h3 className="hb-limit__heading">{title}</h3>}
      <ul className="hb-plain-list hb-limit__candidates">
        {candidates.map(one => (
          <CandidateItem key={one.id} candidate={one} />
        ))}
      </ul>
    </section>
  );
}

function CandidateItem({ candidate }: { readonly candidate: Candidate }) {
  const { t } = useTranslation('standards');
  const { value, unit, standard, title, legalBasis, applies, certain, wins, verified } = candidate;
  return (
    <li className={wins ? 'hb-limit__candidate hb-limit__candidate--wins' : 'hb-limit__candidate'}>
      <div className="hb-row">
        <strong className="hb-num">
          {value} {unit}
        </strong>
        {wins && <StatusTag tone="progress">{t('compare.wins')}</StatusTag>}
        {applies && !certain && <StatusTag tone="warning">{t('compare.uncertain')}</StatusTag>}
        <StatusTag tone={verified ? 'success' : 'warning'}>{t(verified ? 'verified' : 'unverified')}</StatusTag>
      </div>
      <p>
        {standard}《{title}》{legalBasis ? ` ${legalBasis}` : ''} · {textOf(candidate.tierTitle)}
      </p>
      {candidate.narrowed.length > 0 && <p className="hb-small hb-muted">{candidate.narrowed.join('；')}</p>}
      <p className="hb-small">{t(applies ? 'compare.why' : 'compare.whyNot', { why: textOf(candidate.why) })}</p>
      {candidate.conversion && <p className="hb-small hb-num">{textOf(candidate.conversion)}</p>}
      {candidate.note && <p className="hb-small hb-muted">{candidate.note}</p>}
      {!verified && candidate.origin && <p className="hb-small hb-muted">{t('origin', { origin: candidate.origin })}</p>}
    </li>
  );
}
