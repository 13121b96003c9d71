import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { StatusTag } from '@/shared/ui/StatusTag';
import { Money } from '@/shared/ui/values';
import { Means, Sheets } from './BidScores';
import type { Evaluation, Result } from './model';

/** Points and places; a bidder sees the own line only. */
export function ResultCard({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation('evaluation');
  const english = useLanguage() === 'en';
  const result = evaluation.result as Result;
  const criteria = evaluation.plan?.criteria ?? [];
  const whole = result.sheets.length > 0;
  return (
    <section className="hb-card hb-stack">
      <h2>{t(whole ? 'result.title' : 'result.ownTitle')}</h2>
      <p className="hb-muted">{english ? result.baseEn : result.baseZh}。{english ? result.roundingEn : result.roundingZh}</p>
      {result.lines.map(line => (
        <article key={line.bidId} className="hb-objection">
          <div className="hb-row">
            <StatusTag tone={line.rank === 1 ? 'success' : 'neutral'}>{t('result.rank')} {line.rank}</StatusTag>
            <strong>{line.firmName}</strong>
            <span>{t('result.total')} <strong className="hb-num">{line.total}</strong></span>
          </div>
          <div>{t('result.price')} <Money yuan={line.priceYuan} /> · {t('result.technical')} <span className="hb-num">{line.technical}</span> · {t('result.priceScore')} <span className="hb-num">{line.priceScore}</span></div>
          <div className="hb-small hb-muted hb-num">{english ? line.priceEn : line.priceZh}</div>
          <Means means={line.means} criteria={criteria} />
          {whole && <details><summary>{t('result.sheets')}</summary><Sheets bidId={line.bidId} means={line.means} sheets={result.sheets} criteria={criteria} /></details>}
        </article>
      ))}
      {result.rejected.map(one => (
        <div key={one.bidId} className="hb-objection">
          <div className="hb-row"><strong>{one.firmName}</strong><Money yuan={one.priceYuan} /><StatusTag tone="danger">{t('enquiry.rejected', { against: one.unreasonable, pro: one.reasonable })}</StatusTag></div>
          <p>{one.reasons.join('；')}</p>
        </div>
      ))}
      {evaluation.reportFileId ? <p><a className="hb-link" href={`/api/v1/files/${evaluation.reportFileId}/content`}>{t('result.report')}</a></p> : whole && <p className="hb-muted">{t('result.reportSoon')}</p>}
    </section>
  );
}
