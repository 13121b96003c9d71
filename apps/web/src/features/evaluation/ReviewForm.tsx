import { Alert, Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, sentenceOf } from '@/api/problem';
import { ErrorSummary, type SummaryError } from '@/shared/ui/ErrorSummary';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import { UnsavedGuard } from '@/shared/ui/UnsavedGuard';
import { DateText, Money } from '@/shared/ui/values';
import { BidsOneByOne } from './BidsOneByOne';
import type { SeatBid, SeatPage } from './model';
import { NOTHING, opinionsOf, reviewFieldOf, votesOf, type Opinion, type Opinions } from './review-draft';
import { seatFile } from './seat-api';
import { useSeatSaving } from './seat-saving';
import { useWords } from './words';

const SPEAKS: Readonly<Record<SeatBid['facts'][number]['speaks'], Tone>> = { for: 'success', against: 'danger', open: 'muted' };

const bodyOfReview = (opinions: Opinions): object => ({ votes: votesOf(opinions) });

/** Before the scoring: each bid against the published conditions. What is not met is ticked; the reason is written for each bid. */
export function ReviewForm({ page }: { readonly page: SeatPage }) {
  const { t } = useTranslation('evaluation');
  const [opinions, setOpinions] = useState<Opinions>(() => opinionsOf(page.review.votes));
  const { dirty, problem, attempt, busy, send, saveChanges } = useSeatSaving({ path: '/review', draft: opinions, bodyOf: bodyOfReview });
  const [at, setAt] = useState(0);
  const votes = votesOf(opinions);
  const change = (bidId: string, part: Partial<Opinion>): void => {
    setOpinions(before => ({ ...before, [bidId]: { ...NOTHING, ...before[bidId], ...part } }));
  };
  const go = (to: number): void => {
    setAt(to);
    saveChanges();
  };
  const errors: SummaryError[] = problem ? asProblem(problem).errors.map(one => {
    const fieldId = reviewFieldOf(one.pointer, votes);
    const nth = page.bids.findIndex(bid => fieldId === `review-${bid.bidId}`);
    return { message: nth < 0 ? sentenceOf(one) : `${page.bids[nth]?.firmName ?? ''}：${sentenceOf(one)}`, fieldId, reveal: () => setAt(Math.max(0, nth)) };
  }) : [];
  return (
    <>
      <UnsavedGuard when={dirty} />
      <p>{t('review.lead')}</p>
      <p className="hb-muted">{t('review.sealed')}</p>
      {page.scoringDueAt && <p>{t('committee.due')} <DateText value={page.scoringDueAt} time /></p>}
      {errors.length > 0 ? <ErrorSummary errors={errors} attempt={attempt} /> : <ProblemAlert error={problem} />}
      {!dirty && page.review.savedAt && <Alert role="status" type={page.review.handedInAt ? 'success' : 'info'} showIcon title={t(page.review.handedInAt ? 'seat.handedIn' : 'seat.saved')} />}
      <BidsOneByOne bids={page.bids} isDone={bid => (opinions[bid.bidId]?.reason.trim() ?? '') !== ''} at={at} onGo={go}>
        {bid => <BidReview bid={bid} page={page} opinion={opinions[bid.bidId] ?? NOTHING} onChange={part => change(bid.bidId, part)} />}
      </BidsOneByOne>
      <section className="hb-card">
        <div className="hb-row">
          <Button type="primary" size="large" loading={busy} onClick={() => void send(true)}>{t('review.handIn')}</Button>
          <Button size="large" disabled={busy} onClick={() => void send(false)}>{t('seat.save')}</Button>
        </div>
      </section>
    </>
  );
}

interface BidProps {
  readonly bid: SeatBid;
  readonly page: SeatPage;
  readonly opinion: Opinion;
  readonly onChange: (part: Partial<Opinion>) => void;
}

function BidReview({ bid, page, opinion, onChange }: BidProps) {
  const { t } = useTranslation('evaluation');
  const words = useWords();
  const toggle = (id: string, failed: boolean): void => onChange({ failed: failed ? [...opinion.failed, id] : opinion.failed.filter(one => one !== id) });
  return (
    <section className="hb-card hb-stack">
      <h2>{bid.firmName}</h2>
      <p>{t('seat.price')} <Money yuan={bid.priceYuan} /> · {t('seat.duration')} {t('seat.days', { count: bid.durationDays })}</p>
      <details open>
        <summary>{t('seat.proposal')}</summary>
        <p className="hb-proposal">{bid.proposal}</p>
      </details>
      {bid.files.length > 0 && <div className="hb-row">{bid.files.map(file => <Button key={file.id} onClick={() => void seatFile(file.id, file.name)}>{file.name}</Button>)}</div>}
      <ul className="hb-plain-list hb-conditions">
        {page.plan.conditions.map(one => {
          const fact = bid.facts.find(each => each.conditionId === one.id);
          return (
            <li key={one.id}>
              <Checkbox checked={opinion.failed.includes(one.id)} onChange={event => toggle(one.id, event.target.checked)}>
                {t('review.fails')}<span className="hb-sr-only"> {bid.firmName} </span>：{words(one)}
              </Checkbox>
              <div className="hb-small hb-muted">{one.basis}</div>
              {fact && <div className="hb-small"><StatusTag tone={SPEAKS[fact.speaks]}>{t('review.records')}</StatusTag> {words(fact)}</div>}
            </li>
          );
        })}
      </ul>
      <label htmlFor={`review-${bid.bidId}`}>{t(opinion.failed.length > 0 ? 'review.whyNot' : 'review.why')}<span className="hb-sr-only"> {bid.firmName}</span></label>
      <Input.TextArea id={`review-${bid.bidId}`} rows={2} maxLength={1000} value={opinion.reason} onChange={event => onChange({ reason: event.target.value })} />
    </section>
  );
}
