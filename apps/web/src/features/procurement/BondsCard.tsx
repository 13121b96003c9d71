import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { now } from '@/shared/time/time';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { DateText, Money } from '@/shared/ui/values';
import { taskPath, type Task } from '../market/model';
import { useTaskChanged } from '../market/task-changed';
import type { Bond } from './model';
import './procurement.css';

const PAYMENT: readonly FieldSpec[] = [
  { name: 'paidOn', label: { zh: '付款日期', en: 'Paid on' }, type: 'date', required: true, width: 'half' },
  { name: 'reference', label: { zh: '转账流水号或保函编号', en: 'Number of the transfer or guarantee' }, type: 'text', required: true, max: 100, width: 'half' },
];

/** Bid bonds on record: the money goes from bank to bank, here stands when. */
export function BondsCard({ task }: { readonly task: Task }) {
  const { t } = useTranslation('procurement');
  const bonds = useQuery(readPath<readonly Bond[]>(`${taskPath(task.id)}/bonds`));
  const [returning, setReturning] = useState<Bond | null>(null);
  const changed = useTaskChanged(task.id);
  const mayReturn = task.actions.includes('task.procedure');
  return (
    <section className="hb-card">
      <h2>{t('bonds.title')}</h2>
      <p>{t('bonds.amount')} <Money yuan={task.bondYuan} /></p>
      <ProblemAlert error={bonds.error} />
      {bonds.data?.length === 0 && <p className="hb-muted">{t('bonds.none')}</p>}
      <ul className="hb-asked">
        {bonds.data?.map(bond => (
          <li key={bond.id}>
            <div className="hb-row"><strong>{bond.firmName}</strong><Money yuan={bond.amountYuan} /><span className="hb-small">{t('bonds.paid')} <DateText value={bond.paidOn} /> · {bond.reference}</span></div>
            {bond.returnedOn && <p>{t('bonds.returned')} <DateText value={bond.returnedOn} /></p>}
            {bond.returnDue && <p>{t('bonds.due')} <DateText value={bond.returnDue} /></p>}
            {mayReturn && bond.returnedOn === null && <Button onClick={() => setReturning(bond)}>{t('bonds.return')}<span className="hb-sr-only"> {bond.firmName}</span></Button>}
          </li>
        ))}
      </ul>
      {task.actions.includes('task.pay-bond') && bonds.data?.length === 0 && <Pay task={task} />}
      <ConfirmAct
        open={returning !== null}
        title={t('bonds.returnTitle', { firm: returning?.firmName ?? '' })}
        act={t('bonds.return')}
        onConfirm={async () => {
          await rest('POST', `${taskPath(task.id)}/bonds/${returning?.id}/return`, { body: { returnedOn: now().format('YYYY-MM-DD') } });
          await changed();
        }}
        onClose={() => setReturning(null)}
      />
    </section>
  );
}

function Pay({ task }: { readonly task: Task }) {
  const { t } = useTranslation('procurement');
  const changed = useTaskChanged(task.id);
  return (
    <QuickForm
      fields={PAYMENT}
      submit={t('bonds.pay')}
      control={FieldControl}
      layout="grid"
      onSubmit={async values => {
        await rest('POST', `${taskPath(task.id)}/bonds`, { body: values });
        await changed();
      }}
    />
  );
}
