import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '@/api/problem';
import { readPath } from '@/api/rest';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText, Money } from '@/shared/ui/values';
import { BidderLine } from '../reputation/BidderLine';
import { aboveLowest } from './amounts';
import './market.css';
import { taskPath, type Bid, type Task } from './model';

interface RowProps {
  readonly bid: Bid;
  readonly task: Task;
  /** Lowest valid price of the task. */
  readonly lowest: string | null;
  readonly onAward: (() => void) | undefined;
}

/** One opened bid: firm, price against the lowest and the budget, duration, standing, and the choice. */
export function BidRow({ bid, task, lowest, onAward }: RowProps) {
  const { t } = useTranslation('market');
  const chosen = task.awardedFirmId === bid.firmId;
  return (
    <li className={`hb-bids__row${chosen ? ' hb-bids__row--chosen' : ''}`}>
      <div className="hb-bids__line">
        <div className="hb-bids__firm">
          <strong>{bid.firmName}</strong>
          <span className="hb-small hb-muted">
            {t('bids.received')} <DateText value={bid.receivedAt} time />
          </span>
        </div>
        <div>
          <span className="hb-bids__price">{bid.priceYuan ? <Money yuan={bid.priceYuan} /> : '—'}</span>
          <Against bid={bid} lowest={lowest} />
        </div>
        <div>
          {bid.durationDays !== null && t('task.days', { count: bid.durationDays })}
          {bid.durationDays !== null && bid.durationDays > task.durationDays && <span className="hb-small hb-field-error"> {t('bids.longer', { count: bid.durationDays - task.durationDays })}</span>}
        </div>
        <Standing bid={bid} chosen={chosen} />
        {onAward && (
          <Button type="primary" onClick={onAward}>
            {t('bids.award')}
          </Button>
        )}
      </div>
      {(task.documentsVersion > 1 || task.bidRound === 2) && (
        <p className="hb-small hb-muted">
          {[task.bidRound === 2 && t(bid.sealedRound === 2 ? 'bids.final' : 'bids.firstStands'), task.documentsVersion > 1 && t('bids.version', { version: bid.documentsVersion })].filter(Boolean).join(' · ')}
        </p>
      )}
      {bid.state === 'opened' && <BidderLine taskId={task.id} firmId={bid.firmId} />}
      <Remarks bid={bid} />
      {bid.hasProposal && <Proposal bid={bid} task={task} />}
      {bid.attachmentFileIds.map((id, index) => (
        <a key={id} href={`/api/v1/files/${id}/content`} style={{ marginInlineEnd: 12 }}>
          {t('bids.attachment', { n: index + 1 })}
        </a>
      ))}
    </li>
  );
}

/** Fetched when somebody opens it: a list of five hundred holds no texts. */
function Proposal({ bid, task }: { readonly bid: Bid; readonly task: Task }) {
  const { t } = useTranslation('market');
  const [open, setOpen] = useState(false);
  const whole = useQuery({ ...readPath<Bid>(`${taskPath(task.id)}/bids/${bid.id}`), enabled: open });
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t('bids.show')}</summary>
      <ProblemAlert error={whole.error} onRetry={() => void whole.refetch()} />
      <p style={{ whiteSpace: 'pre-wrap' }}>{whole.data?.proposal}</p>
    </details>
  );
}

function Against({ bid, lowest }: { readonly bid: Bid; readonly lowest: string | null }) {
  const { t } = useTranslation('market');
  if (bid.priceYuan === null || lowest === null || bid.eligible === false) return null;
  const above = aboveLowest(bid.priceYuan, lowest);
  return <span className="hb-small hb-muted">{above === null ? t('bids.lowest') : t('bids.above', { percent: above })}</span>;
}

function Remarks({ bid }: { readonly bid: Bid }) {
  const { t } = useTranslation('market');
  return (
    <>
      {bid.suspectUnit && <Alert type="warning" showIcon title={t('bids.suspect')} />}
      {bid.unreadable && <Alert type="error" showIcon title={sentenceOf(bid.unreadable)} />}
      {bid.ineligibleReasons.map(reason => (
        <p key={reason.en} className="hb-small hb-muted">
          {sentenceOf(reason)}
        </p>
      ))}
    </>
  );
}

function Standing({ bid, chosen }: { readonly bid: Bid; readonly chosen: boolean }) {
  const { t } = useTranslation('market');
  if (chosen) return <StatusTag tone="success">{t('bids.awarded')}</StatusTag>;
  if (bid.state === 'unreadable') return <StatusTag tone="danger">{t('bids.unreadable')}</StatusTag>;
  return <StatusTag tone={bid.eligible ? 'neutral' : 'warning'}>{t(bid.eligible ? 'bids.valid' : 'bids.ineligible')}</StatusTag>;
}
