import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import type { TFunction } from 'i18next';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '@/api/problem';
import { readPath, rest } from '@/api/rest';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Money } from '@/shared/ui/values';
import { useIsJudged } from '../evaluation/EvaluationCard';
import { BidPager, BidTools, useBidList } from './BidList';
import { BidRow } from './BidRow';
import { download } from './download';
import './market.css';
import { taskPath, type Anomaly, type Bid, type Bids, type Task } from './model';
import { useTaskChanged } from './task-changed';

/** From so many bids on the list can be sorted, narrowed and searched. */
const FEW = 10;

/** Before the opening nothing, or a number where the method allows it; after it the prices side by side, lowest first, and for the owner the proposals and the choice. */
export function BidsCard({ task }: { readonly task: Task }) {
  const { t } = useTranslation('market');
  const list = useBidList();
  const bids = useQuery({ ...readPath<Bids>(`${taskPath(task.id)}/bids`, list.query), placeholderData: keepPreviousData });
  const [choice, setChoice] = useState<Bid | 'none' | null>(null);
  const mayEnd = task.actions.includes('task.award');
  // where a committee judges, the award waits for the publicity
  const mayAward = !useIsJudged(task.id) && mayEnd;
  const lowest = bids.data?.lowestYuan ?? null;
  return (
    <section className="hb-card">
      <div className="hb-row hb-bids__head">
        <h2>{bids.data?.opened ? t('bids.opened', { count: bids.data.count ?? 0 }) : t('bids.title')}</h2>
        {bids.data?.opened && <Export task={task} query={list.narrowing} />}
      </div>
      <ProblemAlert error={bids.error} onRetry={() => void bids.refetch()} />
      {bids.data && !bids.data.opened && <p>{sealedWords(t, bids.data.count)}</p>}
      <Anomalies found={bids.data?.anomalies ?? []} />
      {bids.data?.opened && (
        <>
          {mayAward && <p className="hb-muted">{t('bids.how', { price: task.priceWeight, quality: 100 - task.priceWeight })}</p>}
          {(bids.data.count ?? 0) > FEW && <BidTools list={list} />}
          {bids.data.items.length === 0 && <p className="hb-muted">{t('bids.nothingFound')}</p>}
          <ol className="hb-bids hb-plain-list">
            {bids.data.items.map(bid => (
              <BidRow key={bid.id} bid={bid} task={task} lowest={lowest} onAward={mayAward && bid.state === 'opened' && bid.eligible ? () => setChoice(bid) : undefined} />
            ))}
          </ol>
          <BidPager list={list} next={bids.data.nextCursor} />
        </>
      )}
      {mayEnd && (
        <Button type="text" danger onClick={() => setChoice('none')}>
          {t('bids.noAward')}
        </Button>
      )}
      <Decision task={task} choice={choice} lowest={lowest} onClose={() => setChoice(null)} />
    </section>
  );
}

/** Null: nobody may know the number yet. */
const sealedWords = (t: TFunction<'market'>, count: number | null): string => (count === null ? t('bids.secret') : count === 0 ? t('bids.none') : t('bids.sealed', { count }));

interface DecisionProps {
  readonly task: Task;
  readonly choice: Bid | 'none' | null;
  readonly lowest: string | null;
  readonly onClose: () => void;
}

function Decision({ task, choice, lowest, onClose }: DecisionProps) {
  const { t } = useTranslation('market');
  const changed = useTaskChanged(task.id);
  const none = choice === 'none';
  const bid = choice === null || choice === 'none' ? null : choice;
  const dearer = bid !== null && bid.priceYuan !== lowest;
  const [approvalNumber, setApprovalNumber] = useState('');
  const approvalId = useId();
  const decide = async (reason: string): Promise<void> => {
    if (none) await rest('POST', `${taskPath(task.id)}/no-award`, { body: { reason, ...(approvalNumber.trim() ? { approvalNumber: approvalNumber.trim() } : {}) } });
    else await rest('POST', `${taskPath(task.id)}/award`, { body: { bidId: bid?.id, reason } });
    await changed();
  };
  return (
    <ConfirmAct
      open={choice !== null}
      title={t(none ? 'bids.noAwardTitle' : 'bids.awardTitle')}
      act={t(none ? 'bids.noAward' : 'bids.award')}
      danger={none}
      summary={bid ? [{ label: t('bids.firm'), value: bid.firmName }, { label: t('bids.price'), value: <Money yuan={bid.priceYuan} /> }] : undefined}
      reason={{ label: t(none ? 'bids.noAwardReason' : dearer ? 'bids.dearReason' : 'bids.awardReason'), required: none || dearer }}
      onConfirm={decide}
      onClose={onClose}
    >
      <p>{t(none ? 'bids.noAwardText' : 'bids.awardText')}</p>
      {none && task.regime !== 'voluntary' && (
        <div>
          <label htmlFor={approvalId}>{t('bids.approvalNumber')}</label>
          <Input id={approvalId} value={approvalNumber} maxLength={100} onChange={event => setApprovalNumber(event.target.value)} aria-describedby={`${approvalId}-help`} />
          <p id={`${approvalId}-help`} className="hb-small hb-muted">{t('bids.approvalHelp')}</p>
        </div>
      )}
      {bid?.suspectUnit && <Alert type="warning" showIcon title={t('bids.suspect')} />}
    </ConfirmAct>
  );
}

function Export({ task, query }: { readonly task: Task; readonly query: Readonly<Record<string, string>> }) {
  const { t } = useTranslation('market');
  const [error, setError] = useState<unknown>(null);
  const save = (): void => {
    setError(null);
    download(`${taskPath(task.id)}/bids/export`, query, `${t('bids.exportName')}-${task.number ?? ''}.xlsx`).catch(setError);
  };
  return (
    <>
      <Button onClick={save}>{t('bids.export')}</Button>
      <ProblemAlert error={error} />
    </>
  );
}

function Anomalies({ found }: { readonly found: readonly Anomaly[] }) {
  const { t } = useTranslation('market');
  if (found.length === 0) return null;
  return (
    <Alert
      type="error"
      showIcon
      title={t('bids.anomalies')}
      description={
        <ul>
          {found.map(each => (
            <li key={each.digest + each.round}>
              {sentenceOf(each)} <span className="hb-num hb-small">{each.digest.slice(0, 16)}…</span>
            </li>
          ))}
        </ul>
      }
    />
  );
}
