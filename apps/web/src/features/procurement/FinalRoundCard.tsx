import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { now } from '@/shared/time/time';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { DateText } from '@/shared/ui/values';
import { BidPager, useBidList } from '../market/BidList';
import { BidRow } from '../market/BidRow';
import { DeadlineHint } from '../market/DeadlineHint';
import { taskPath, type Bid, type Bids, type Task } from '../market/model';
import { useTaskChanged } from '../market/task-changed';
import { deadlineFields } from './deadline-fields';
import { deadlineOf, type Procedure, type Talk } from './model';
import { useProcedure } from './ProcedureCard';
import './procurement.css';

const CALL: readonly FieldSpec[] = [
  ...deadlineFields(),
  { name: 'text', label: { zh: '最终报价要回答什么（各家相同）', en: 'What the final offers answer (the same for all)' }, type: 'textarea', required: true, max: 2000, width: 'full' },
];
const REASON: FieldSpec = { name: 'shortReason', label: { zh: '首轮有效家数不足，继续的理由', en: 'Why to go on with too few first offers' }, type: 'textarea', required: true, max: 1000, width: 'full' };
const NUMBER: FieldSpec = { name: 'approvalNumber', label: { zh: '批准文号', en: 'Number of the approval' }, type: 'text', required: true, max: 100, help: { zh: '按适用的规定，家数不足须经批准才能继续', en: 'The rules that bind want an approval to go on with fewer' }, width: 'half' };

/** What the rules ask for when too few first offers stand: nothing, a reason, or an approval too. */
const fieldsOf = (way: Procedure['shortOptions'][number] | undefined): readonly FieldSpec[] => (way ? [...CALL, ...(way.needs === 'reason' ? [] : [NUMBER]), REASON] : CALL);

const MOST = '200';

/** Between the first opening and the final offers: first offers, talks, and the call. */
export function FinalRoundCard({ task }: { readonly task: Task }) {
  const { t } = useTranslation('procurement');
  const bids = useQuery(readPath<Bids>(`${taskPath(task.id)}/bids`, { limit: MOST }));
  const list = useBidList();
  // talks and the call look at the first two hundred, the cheapest; further ones are on further pages
  const later = useQuery({ ...readPath<Bids>(`${taskPath(task.id)}/bids`, { ...list.query, limit: MOST }), enabled: !list.isFirst });
  const [calling, setCalling] = useState(false);
  const runs = task.actions.includes('task.procedure');
  const first = bids.data?.first ?? [];
  const shown = list.isFirst ? bids.data : later.data;
  const lowest = bids.data?.lowestYuan ?? null;
  return (
    <section className="hb-card">
      <div className="hb-row hb-bids__head">
        <h2>{t('final.title')}</h2>
        {runs && task.state === 'negotiating' && !calling && <Button type="primary" onClick={() => setCalling(true)}>{t('final.call')}</Button>}
      </div>
      <ProblemAlert error={bids.error ?? later.error} />
      <ol className="hb-bids hb-plain-list">
        {(shown?.first ?? []).map(bid => <BidRow key={bid.id} bid={bid} task={task} lowest={lowest} onAward={undefined} />)}
      </ol>
      {shown && <BidPager list={list} next={shown.nextCursor} />}
      {task.method === 'negotiation' && task.actions.includes('task.talks') && <Talks task={task} first={first} />}
      {runs && task.state === 'negotiating' && calling && <Call task={task} standing={first.filter(bid => bid.eligible).length} />}
    </section>
  );
}

function Talks({ task, first }: { readonly task: Task; readonly first: readonly Bid[] }) {
  const { t } = useTranslation('procurement');
  const talks = useQuery(readPath<readonly Talk[]>(`${taskPath(task.id)}/talks`));
  const changed = useTaskChanged(task.id);
  const [partner, setPartner] = useState<Bid | null>(null);
  const runs = task.actions.includes('task.procedure') && task.state === 'negotiating';
  return (
    <>
      <h3>{t('final.talks')}</h3>
      <ProblemAlert error={talks.error} />
      {talks.data?.length === 0 && <p className="hb-muted">{t('final.noTalks')}</p>}
      <ul className="hb-asked">
        {talks.data?.map(talk => (
          <li key={talk.firmId + talk.heldAt}>
            <div className="hb-row"><strong>{talk.firmName}</strong><DateText value={talk.heldAt} time /></div>
            <p>{talk.text}</p>
          </li>
        ))}
      </ul>
      {runs && (
        <div className="hb-row">
          {first.filter(bid => bid.eligible).map(bid => <Button key={bid.id} onClick={() => setPartner(bid)}>{t('final.record', { firm: bid.firmName })}</Button>)}
        </div>
      )}
      <ConfirmAct
        open={partner !== null}
        title={t('final.recordTitle', { firm: partner?.firmName ?? '' })}
        act={t('final.save')}
        reason={{ label: t('final.recordLabel'), required: true }}
        onConfirm={async text => {
          await rest('POST', `${taskPath(task.id)}/talks`, { body: { firmId: partner?.firmId, text } });
          await changed();
        }}
        onClose={() => setPartner(null)}
      />
    </>
  );
}

function Call({ task, standing }: { readonly task: Task; readonly standing: number }) {
  const { t } = useTranslation('procurement');
  const procedure = useProcedure(taskPath(task.id));
  const changed = useTaskChanged(task.id);
  if (!procedure.data) return <ProblemAlert error={procedure.error} />;
  const { fewestBids, shortReason: given, shortOptions } = procedure.data;
  const way = shortOptions.find(one => one.step === 'proceed');
  const short = standing < fewestBids && given === null;
  if (short && !way) return <Alert type="warning" showIcon title={t('final.stuck', { standing, fewest: fewestBids })} />;
  return (
    <QuickForm
      key={way?.needs ?? 'enough'}
      fields={fieldsOf(way)}
      head={short && <Alert type="warning" showIcon title={t('final.short', { standing, fewest: fewestBids })} />}
      initial={{ deadlineDay: now().add(2, 'day').format('YYYY-MM-DD'), deadlineTime: '17:00' }}
      submit={t('final.call')}
      control={FieldControl}
      layout="grid"
      onSubmit={async ({ deadlineDay, deadlineTime, text, shortReason, approvalNumber }) => {
        await rest('POST', `${taskPath(task.id)}/final-round`, { body: { bidDeadline: deadlineOf(deadlineDay, deadlineTime), text, ...(shortReason ? { shortReason } : {}), ...(approvalNumber ? { approvalNumber } : {}) } });
        await changed();
      }}
    >
      <DeadlineHint />
    </QuickForm>
  );
}
