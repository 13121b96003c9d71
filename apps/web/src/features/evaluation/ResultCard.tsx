import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { StatusTag } from '@/shared/ui/StatusTag';
import { Money } from '@/shared/ui/values';
import { PagedLines } from './PagedLines';
import type { Criterion, Evaluation, RankLine, Result } from './model';

/** Points and places; a bidder sees the own line only. */
export function ResultCard({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation('evaluation');
  const english = useLanguage() === 'en';
  const result = evaluation.result as Result;
  const criteria = evaluation.plan?.criteria ?? [];
  const whole = result.sheets.length > 0;
  const orders = [{ name: 'rank', label: t('lines.byRank'), compare: (one: RankLine, other: RankLine) => one.rank - other.rank }, { name: 'price', label: t('lines.byPrice'), compare: (one: RankLine, other: RankLine) => Number(one.priceYuan) - Number(other.priceYuan) }];
  return (
    <section className="hb-card hb-stack">
      <h2>{t(whole ? 'result.title' : 'result.ownTitle')}</h2>
      <p className="hb-muted">{english ? result.baseEn : result.baseZh}。{english ? result.roundingEn : result.roundingZh}</p>
      <PagedLines label={t('result.title')} rows={result.lines} nameOf={line => line.firmName} orders={orders}>{line => (
        <article key={line.bidId} className="hb-objection">
          <div className="hb-row">
            <StatusTag tone={line.rank === 1 ? 'success' : 'neutral'}>{t('result.rank')} {line.rank}</StatusTag>
            <strong>{line.firmName}</strong>
            <span>{t('result.total')} <strong className="hb-num">{line.total}</strong></span>
          </div>
          <div>{t('result.price')} <Money yuan={line.priceYuan} /> · {t('result.technical')} <span className="hb-num">{line.technical}</span> · {t('result.priceScore')} <span className="hb-num">{line.priceScore}</span></div>
          <div className="hb-small hb-muted hb-num">{english ? line.priceEn : line.priceZh}</div>
          <Means line={line} criteria={criteria} />
          {whole && <Sheets line={line} result={result} criteria={criteria} />}
        </article>
      )}</PagedLines>
      <PagedLines label={t('lines.rejected')} rows={result.rejected} nameOf={one => one.firmName}>{one => (
        <div key={one.bidId} className="hb-objection">
          <div className="hb-row"><strong>{one.firmName}</strong><Money yuan={one.priceYuan} /><StatusTag tone="danger">{t('enquiry.rejected', { against: one.unreasonable, pro: one.reasonable })}</StatusTag></div>
          <p>{one.reasons.join('；')}</p>
        </div>
      )}</PagedLines>
      {evaluation.reportFileId ? <p><a className="hb-link" href={`/api/v1/files/${evaluation.reportFileId}/content`}>{t('result.report')}</a></p> : whole && <p className="hb-muted">{t('result.reportSoon')}</p>}
    </section>
  );
}

function Means({ line, criteria }: { readonly line: RankLine; readonly criteria: readonly Criterion[] }) {
  const { t } = useTranslation('evaluation');
  return (
    <ul className="hb-plain-list">
      {criteria.map(one => {
        const mean = line.means.find(each => each.criterionId === one.id);
        return <li key={one.id}>{one.name} <span className="hb-num">{mean?.mean}</span> <span className="hb-muted">{t('seat.max', { max: one.max })}</span></li>;
      })}
    </ul>
  );
}

function Sheets({ line, result, criteria }: { readonly line: RankLine; readonly result: Result; readonly criteria: readonly Criterion[] }) {
  const { t } = useTranslation('evaluation');
  return (
    <details>
      <summary>{t('result.sheets')}</summary>
      <ul className="hb-plain-list">
        {result.sheets.map(({ seat, scores, comment }) => (
          <li key={seat}>
            <strong>{t('committee.seat', { nth: seat })}</strong>{' '}
            {criteria.map(one => {
              const score = scores.find(each => each.bidId === line.bidId && each.criterionId === one.id);
              const far = line.means.find(each => each.criterionId === one.id)?.deviating.includes(seat);
              return <span key={one.id}>{one.name} <span className="hb-num">{score?.score}</span>{score?.reason && `（${score.reason}）`}{far && <> <StatusTag tone="warning">{t('result.deviates')}</StatusTag></>}；</span>;
            })}
            {comment && <div className="hb-muted">{t('result.comment')}：{comment}</div>}
          </li>
        ))}
      </ul>
    </details>
  );
}
