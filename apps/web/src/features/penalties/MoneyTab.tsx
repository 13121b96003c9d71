import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { EmptyState } from '@/shared/ui/EmptyState';
import { FileList } from '@/shared/ui/FileList';
import type { StoredFile } from '@/shared/ui/files.types';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText, Money } from '@/shared/ui/values';
import { Undoings } from './DecisionTab';
import { CONTESTS, ENDINGS, OUTCOMES, PENALTIES, usePenaltiesChanged, type Payment, type Penalty } from './model';
import { AccountFacts, PaymentLine } from './parts';
import { Pursuit } from './Pursuit';

/** What is due and paid, contests, execution, and what the closing still waits for. */
export function MoneyTab({ penalty }: { readonly penalty: Penalty }) {
  const { t } = useTranslation('penalties');
  const files = useQuery(readPath<readonly StoredFile[]>('/api/v1/files', { subjectType: 'penalty-party', subjectId: penalty.id }));
  const { account, decision } = penalty;
  if (!account || !decision) return <EmptyState title={t('money.empty')} />;
  return (
    <>
      <AccountFacts account={account} />
      <section className="hb-card hb-stack">
        <h2>{t('money.payments')}</h2>
        {penalty.payments.length === 0 && <p className="hb-muted">{t('money.none')}</p>}
        {penalty.payments.map(one => <div key={one.id} className="hb-stack"><div><PaymentLine payment={one} /></div><FileList files={(files.data ?? []).filter(each => each.id === one.fileId)} />{one.state === 'claimed' && penalty.actions.includes('pay') && <Comparing penalty={penalty} payment={one} />}</div>)}
      </section>
      <Pursuit penalty={penalty} />
      <Undoings title={t('pursuit.ending')} undoings={penalty.undoings.filter(one => ENDINGS.includes(one.kind))} />
      <After penalty={penalty} />
      <section className="hb-card hb-stack"><h2>{t('closing.title')}</h2><ul className="hb-lines">{penalty.closing.map(one => <li key={one.key}>{t(`closing.${one.key}`)} <StatusTag tone={one.isMet ? 'success' : 'warning'}>{t(one.isMet ? 'closing.met' : 'closing.open')}</StatusTag></li>)}</ul></section>
    </>
  );
}

function After({ penalty }: { readonly penalty: Penalty }) {
  const { t } = useTranslation('penalties');
  const { decision, deferrals, contests } = penalty;
  const rows = [
    ...(decision?.plan ?? []).map((one, nth) => ({ label: t('money.instalment', { nth: nth + 1 }), value: <><DateText value={one.dueOn} /> <Money yuan={one.yuan} /></> })),
    ...deferrals.map(one => ({ label: t('money.deferral'), value: `${t(`asked.${one.state}`)} ${one.askedByName}：${one.reason} ${one.decidedByName ?? ''}` })),
    ...(decision?.performed ? [{ label: t('money.performed'), value: <><DateText value={decision.performed.on} /> {decision.performed.words}</> }] : []),
    ...contests.map(one => ({ label: textOf(CONTESTS[one.kind] ?? one.kind), value: <>{one.body} {one.number} <DateText value={one.filedOn} /> {one.outcome ? `${textOf(OUTCOMES[one.outcome] ?? '')} ${one.endedOn ?? ''}` : t('money.running')} {one.stopsExecution && <StatusTag tone="warning">{t('money.stops')}</StatusTag>}</> })),
  ];
  return rows.length === 0 ? null : <SummaryList groups={[{ title: t('money.after'), rows }]} />;
}

/** A voucher of the party: compared with the account, or not. */
function Comparing({ penalty, payment }: { readonly penalty: Penalty; readonly payment: Payment }) {
  const { t } = useTranslation('penalties');
  const changed = usePenaltiesChanged();
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const decide = async (body: object): Promise<void> => {
    await rest('POST', `${PENALTIES}/${penalty.id}/payments/${payment.id}/decide`, { body });
    await changed();
  };
  return (
    <div className="hb-row">
      <Button type="primary" onClick={() => void decide({ confirmed: true }).catch((thrown: unknown) => setProblem(thrown))}>{t('money.confirm')}</Button>
      <Button onClick={() => setOpen(true)}>{t('money.refuse')}</Button>
      <ProblemAlert error={problem} />
      <ConfirmAct open={open} title={t('money.refuse')} act={t('money.refuse')} reason={{ label: t('reason'), required: true }} onConfirm={reason => decide({ confirmed: false, reason })} onClose={() => setOpen(false)} />
    </div>
  );
}
