import { useTranslation } from 'react-i18next';
import { StatusTag } from '@/shared/ui/StatusTag';
import type { Criterion, Mean, Score } from './model';

interface SheetOfBid {
  readonly seat: number;
  readonly scores: readonly Score[];
  readonly comment: string;
}

/** The mean of the committee for each criterion. */
export function Means({ means, criteria }: { readonly means: readonly Mean[]; readonly criteria: readonly Criterion[] }) {
  const { t } = useTranslation('evaluation');
  return (
    <ul className="hb-plain-list">
      {criteria.map(one => <li key={one.id}>{one.name} <span className="hb-num">{means.find(each => each.criterionId === one.id)?.mean}</span> <span className="hb-muted">{t('seat.max', { max: one.max })}</span></li>)}
    </ul>
  );
}

/** What each seat gave one bid, with its reasons. */
export function Sheets({ bidId, means, sheets, criteria }: { readonly bidId: string; readonly means: readonly Mean[]; readonly sheets: readonly SheetOfBid[]; readonly criteria: readonly Criterion[] }) {
  const { t } = useTranslation('evaluation');
  return (
    <ul className="hb-plain-list">
      {sheets.map(({ seat, scores, comment }) => (
        <li key={seat}>
          <strong>{t('committee.seat', { nth: seat })}</strong>{' '}
          {criteria.map(one => {
            const score = scores.find(each => each.bidId === bidId && each.criterionId === one.id);
            const far = means.find(each => each.criterionId === one.id)?.deviating.includes(seat);
            return <span key={one.id}>{one.name} <span className="hb-num">{score?.score}</span>{score?.reason && `（${score.reason}）`}{far && <> <StatusTag tone="warning">{t('result.deviates')}</StatusTag></>}；</span>;
          })}
          {comment && <div className="hb-muted">{t('result.comment')}：{comment}</div>}
        </li>
      ))}
    </ul>
  );
}
