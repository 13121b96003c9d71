import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '@/api/problem';
import { readPath, rest } from '@/api/rest';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText, Money } from '@/shared/ui/values';
import './market.css';
import { taskPath, type Bid, type Bids, type Task } from './model';
import { useTaskChanged } from './task-changed';

/** Before the opening a number; after it the prices, lowest first, and for the owner the proposals and the choice. */
export function BidsCard({ task }: { readonly task: Task }) {
  const { t } = useTranslation('market');
  const bids = useQuery(readPath<Bids>(`${taskPath(task.id)}/bids`));
  const [choice, setChoice] = useState<Bid | 'none' | null>(null);
  const changed = useTaskChanged(task.id);
  const mayAward = task.actions.includes('task.award');
  const decide = async (reason: string): Promise<void> => {
    if (choice === 'none') await rest('POST', `${taskPath(task.id)}/no-award`, { body: { reason } });
    else await rest('POST', `${taskPath(task.id)}/award`, { body: { bidId: choice?.id, reason } });
    await changed();
  };
  return (
    <section className="hb-card">
      <h2>{t('bids.title')}</h2>
      <ProblemAlert error={bids.error} onRetry={() => void bids.refetch()} />
      {bids.data && !bids.data.opened && <p>{bids.data.count === 0 ? t('bids.none') : t('bids.sealed', { count: bids.data.count })}</p>}
      {bids.data?.opened && (
        <ol className="hb-bids hb-plain-list">
          {bids.data.items.map(bid => (
            <BidRow key={bid.id} bid={bid} task={task} onAward={mayAward && bid.state === 'opened' && bid.eligible ? () => setChoice(bid) : undefined} />
          ))}
        </ol>
      )}
      {mayAward && (
        <Button type="text" onClick={() => setChoice('none')}>
          {t('bids.noAward')}
        </Button>
      )}
      <ConfirmAct
        open={choice !== null}
        title={t(choice === 'none' ? 'bids.noAwardTitle' : 'bids.awardTitle')}
        act={t(choice === 'none' ? 'bids.noAward' : 'bids.award')}
        danger={choice === 'none'}
        summary={choice && choice !== 'none' ? [{ label: t('bids.firm'), value: choice.firmName }, { label: t('bids.price'), value: <Money yuan={choice.priceYuan} /> }] : undefined}
        reason={{ label: t(choice === 'none' ? 'bids.noAwardReason' : 'bids.awardReason'), required: choice === 'none' }}
        onConfirm={decide}
        onClose={() => setChoice(null)}
      />
    </section>
  );
}

interface RowProps {
  readonly bid: Bid;
  readonly task: Task;
  readonly onAward: (() => void) | undefined;
}

function BidRow({ bid, task, onAward }: RowProps) {
  const { t } = useTranslation('market');
  return (
    <li className="hb-bids__row">
      <div className="hb-bids__line">
        <strong>{bid.firmName}</strong>
        <span className="hb-bids__price">{bid.priceYuan ? <Money yuan={bid.priceYuan} /> : t('bids.unreadable')}</span>
        {bid.durationDays !== null && <span className="hb-muted">{t('task.days', { count: bid.durationDays })}</span>}
        <Standing bid={bid} chosen={task.awardedFirmId === bid.firmId} />
        {onAward && (
          <Button type="primary" onClick={onAward}>
            {t('bids.award')}
          </Button>
        )}
      </div>
      {bid.suspectUnit && <Alert type="warning" showIcon title={t('bids.suspect')} />}
      {bid.ineligibleReasons.map(reason => (
        <p key={reason.en} className="hb-small hb-muted">
          {sentenceOf(reason)}
        </p>
      ))}
      {bid.proposal && (
        <details>
          <summary>{t('bids.show')}</summary>
          <p style={{ whiteSpace: 'pre-wrap' }}>{bid.proposal}</p>
          {bid.attachmentFileIds.map((id, index) => (
            <a key={id} href={`/api/v1/files/${id}/content`} style={{ marginInlineEnd: 12 }}>
              {t('bids.attachment', { n: index + 1 })}
            </a>
          ))}
        </details>
      )}
      <p className="hb-small hb-muted">
        {t('bids.received')} <DateText value={bid.receivedAt} time />
      </p>
    </li>
  );
}

function Standing({ bid, chosen }: { readonly bid: Bid; readonly chosen: boolean }) {
  const { t } = useTranslation('market');
  if (chosen) return <StatusTag tone="success">{t('bids.awarded')}</StatusTag>;
  if (bid.state === 'unreadable') return <StatusTag tone="danger">{t('bids.unreadable')}</StatusTag>;
  return <StatusTag tone={bid.eligible ? 'neutral' : 'warning'}>{t(bid.eligible ? 'bids.valid' : 'bids.ineligible')}</StatusTag>;
}
