import { Alert, Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, sentenceOf } from '@/api/problem';
import { ErrorSummary, type SummaryError } from '@/shared/ui/ErrorSummary';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { UnsavedGuard } from '@/shared/ui/UnsavedGuard';
import { DateText, Money } from '@/shared/ui/values';
import { BidsOneByOne } from './BidsOneByOne';
import type { Criterion, SeatBid, SeatPage } from './model';
import { seatFile } from './seat-api';
import { useSeatSaving } from './seat-saving';
import { bodyOf, draftOf, fieldOf, isScored, keyOf, type Draft } from './sheet-draft';
import { useWords } from './words';

/** The member's own sheet: points and reasons of each offer; saved, handed in, corrected until all are in. */
export function SheetForm({ page }: { readonly page: SeatPage }) {
  const { t } = useTranslation('evaluation');
  const [draft, setDraft] = useState<Draft>(() => draftOf(page.sheet));
  const { dirty, problem, attempt, busy, send, saveChanges } = useSeatSaving({ path: '/sheet', draft, bodyOf });
  const [at, setAt] = useState(0);
  const change = (part: Partial<Draft>): void => setDraft(before => ({ ...before, ...part }));
  const body = bodyOf(draft);
  const go = (to: number): void => {
    setAt(to);
    saveChanges();
  };
  const errors: SummaryError[] = problem ? asProblem(problem).errors.map(one => {
    const fieldId = fieldOf(one.pointer, body);
    const nth = page.bids.findIndex(bid => fieldId?.includes(bid.bidId));
    return { message: nth < 0 ? sentenceOf(one) : `${page.bids[nth]?.firmName ?? ''}：${sentenceOf(one)}`, fieldId, reveal: () => setAt(Math.max(0, nth)) };
  }) : [];
  return (
    <>
      <UnsavedGuard when={dirty} />
      <p className="hb-muted">{t('seat.sealed')}</p>
      {page.rescoring.length > 0 && <Alert type="info" showIcon title={t('rounds.rescoring', { names: page.plan.criteria.filter(one => page.rescoring.includes(one.id)).map(one => one.name).join('、') })} />}
      {page.scoringDueAt && <p>{t('committee.due')} <DateText value={page.scoringDueAt} time /></p>}
      {errors.length > 0 ? <ErrorSummary errors={errors} attempt={attempt} /> : <ProblemAlert error={problem} />}
      {!dirty && page.savedAt && <Alert role="status" type={page.handedInAt ? 'success' : 'info'} showIcon title={t(page.handedInAt ? 'seat.handedIn' : 'seat.saved')} />}
      <BidsOneByOne bids={page.bids} isDone={bid => isScored(draft, bid, page.plan.criteria)} at={at} onGo={go}>
        {bid => <BidSheet bid={bid} criteria={page.plan.criteria} locked={lockedIn(page)} draft={draft} onChange={change} />}
      </BidsOneByOne>
      <section className="hb-card hb-stack">
        <label htmlFor="sheet-comment">{t('seat.comment')}</label>
        <Input.TextArea id="sheet-comment" rows={3} maxLength={2000} value={draft.comment} onChange={event => change({ comment: event.target.value })} />
        <div className="hb-row">
          <Button type="primary" size="large" loading={busy} onClick={() => void send(true)}>{t('seat.handIn')}</Button>
          <Button size="large" disabled={busy} onClick={() => void send(false)}>{t('seat.save')}</Button>
        </div>
      </section>
    </>
  );
}

interface BidProps {
  readonly bid: SeatBid;
  readonly criteria: readonly Criterion[];
  /** Whether this criterion, or with none the vote on a low price, stands as it was handed in. */
  readonly locked: (criterionId?: string) => boolean;
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** In a correction only the named criteria are open; who has taken the seat over since fills all of it. */
const lockedIn = ({ rescoring, isBound }: SeatPage) => (criterionId?: string): boolean => isBound && (criterionId === undefined || !rescoring.includes(criterionId));

function BidSheet({ bid, criteria, locked, draft, onChange }: BidProps) {
  const { t } = useTranslation('evaluation');
  return (
    <section className="hb-card hb-stack">
      <h2>{bid.firmName}</h2>
      <p>{t('seat.price')} <Money yuan={bid.priceYuan} /> · {t('seat.duration')} {t('seat.days', { count: bid.durationDays })}</p>
      <details open>
        <summary>{t('seat.proposal')}</summary>
        <p className="hb-proposal">{bid.proposal}</p>
      </details>
      {bid.files.length > 0 && <div className="hb-row">{bid.files.map(file => <Button key={file.id} onClick={() => void seatFile(file.id, file.name)}>{file.name}</Button>)}</div>}
      <div className="hb-scores">
        {criteria.map(one => <Points key={one.id} bid={bid} criterion={one} disabled={locked(one.id)} draft={draft} onChange={onChange} />)}
      </div>
      {bid.enquiry && <Vote bid={bid} disabled={locked()} draft={draft} onChange={onChange} />}
    </section>
  );
}

function Points({ bid, criterion, disabled, draft, onChange }: Omit<BidProps, 'criteria' | 'locked'> & { readonly criterion: Criterion; readonly disabled: boolean }) {
  const { t } = useTranslation('evaluation');
  const key = keyOf(bid.bidId, criterion.id);
  return (
    <div className="hb-score">
      <label htmlFor={`score-${key}`}><strong>{criterion.name}</strong> <span className="hb-muted">{t('seat.max', { max: criterion.max })}</span><span className="hb-sr-only"> {bid.firmName}</span></label>
      <div className="hb-muted hb-small">{criterion.guide}</div>
      <Input id={`score-${key}`} className="hb-score__points" inputMode="decimal" disabled={disabled} value={draft.points[key] ?? ''} onChange={event => onChange({ points: { ...draft.points, [key]: event.target.value.trim() } })} />
      <label htmlFor={`reason-${key}`} className="hb-small">{t('seat.why')}（{t('seat.whyHint')}）<span className="hb-sr-only"> {bid.firmName} {criterion.name}</span></label>
      <Input id={`reason-${key}`} disabled={disabled} maxLength={500} value={draft.reasons[key] ?? ''} onChange={event => onChange({ reasons: { ...draft.reasons, [key]: event.target.value } })} />
    </div>
  );
}

function Vote({ bid, disabled, draft, onChange }: Omit<BidProps, 'criteria' | 'locked'> & { readonly disabled: boolean }) {
  const { t } = useTranslation('evaluation');
  const words = useWords();
  const vote = draft.votes[bid.bidId];
  const set = (part: Partial<NonNullable<typeof vote>>): void => onChange({ votes: { ...draft.votes, [bid.bidId]: { reasonable: null, reason: '', ...vote, ...part } } });
  return (
    <fieldset className="hb-plain-fieldset hb-stack">
      <legend><strong>{t('seat.vote')}</strong></legend>
      <p>{bid.enquiry?.grounds.map(words).join('；')}</p>
      <p className="hb-proposal">{bid.enquiry?.answer ?? t('enquiry.waiting')}</p>
      <Radio.Group disabled={disabled} value={vote?.reasonable ?? null} onChange={event => set({ reasonable: event.target.value as boolean })} options={[{ value: true, label: t('seat.reasonable') }, { value: false, label: t('seat.unreasonable') }]} />
      <label htmlFor={`vote-${bid.bidId}`} className="hb-small">{t('seat.why')}</label>
      <Input id={`vote-${bid.bidId}`} disabled={disabled} maxLength={500} value={vote?.reason ?? ''} onChange={event => set({ reason: event.target.value })} />
    </fieldset>
  );
}
