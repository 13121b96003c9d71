import { useTranslation } from 'react-i18next';
import { StatusTag } from '@/shared/ui/StatusTag';
import { Grade } from '../credit/parts';
import type { Correction as Facts, CorrectionDifference, Evaluation } from './model';

/** What a correction rests on, and the old and the new result line by line. */
export function Correction({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation('credit-evaluation');
  const { correction } = evaluation;
  if (!correction) return null;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('correction.title')}</h2>
      <Causes correction={correction} />
      {correction.direction ? <p>{t(`correction.direction.${correction.direction}`)}</p> : <p className="hb-muted">{t('correction.hidden')}</p>}
      {correction.differences.map(one => <Difference key={one.scheme} difference={one} />)}
    </section>
  );
}

function Causes({ correction }: { readonly correction: Facts }) {
  const { t } = useTranslation('credit-evaluation');
  return (
    <ul className="hb-lines">
      {correction.causes.map(one => (
        <li key={one.key}>{one.title} <span className="hb-small hb-muted">{one.occurredOn} {one.documentNo}</span> {one.before === null ? t('correction.unknown') : t(`status.${one.before as 'active'}`)} → <StatusTag tone="info">{one.after === null ? t('correction.gone') : one.after === 'replaced' ? t('correction.replaced') : t(`status.${one.after as 'active'}`)}</StatusTag></li>
      ))}
    </ul>
  );
}

function Difference({ difference: { schemeTitle, inForce, before, after, lines } }: { readonly difference: CorrectionDifference }) {
  const { t } = useTranslation('credit-evaluation');
  return (
    <details open={inForce}>
      <summary>{schemeTitle}（{t(inForce ? 'open.inForce' : 'open.beside')}）：{before.score} <Grade title={before.gradeTitle} colour={before.colour} /> → {after.score} <Grade title={after.gradeTitle} colour={after.colour} /></summary>
      <div className="hb-credit__scroll" role="region" aria-label={t('correction.lines')} tabIndex={0}>
        <table className="hb-credit__table">
          <thead><tr><th scope="col">{t('correction.line')}</th><th scope="col" className="hb-num">{t('correction.before')}</th><th scope="col" className="hb-num">{t('correction.after')}</th></tr></thead>
          <tbody>{lines.map((line, nth) => <tr key={`${line.code}-${nth}`}><td>{line.title} <span className="hb-small hb-muted">{t(`result.kind.${line.kind === 'indicator' ? 'ofIndicator' : line.kind}`)}</span></td><td className="hb-num">{line.before ?? '—'}</td><td className="hb-num">{line.after ?? '—'}</td></tr>)}</tbody>
        </table>
      </div>
    </details>
  );
}
