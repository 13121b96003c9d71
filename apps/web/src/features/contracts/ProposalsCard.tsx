import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { rest } from '@/api/rest';
import { useLanguage } from '@/i18n';
import type { FieldSpec } from '@/shared/form/field';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText, DiffMark, Money } from '@/shared/ui/values';
import { contractPath, GROUNDS, useContractChanged, type Contract, type Proposal } from './model';

const TONES = { open: 'warning', agreed: 'success', refused: 'danger', withdrawn: 'muted' } as const;

/** Changes, the end and the settlement: what one side proposes and the other answers. */
export function ProposalsCard({ contract }: { readonly contract: Contract }) {
  const { t } = useTranslation('contracts');
  const [form, setForm] = useState<'terminate' | 'settle' | null>(null);
  const may = (action: string): boolean => contract.actions.includes(action);
  if (contract.proposals.length === 0 && !may('terminate') && !may('settle')) return null;
  return (
    <section className="hb-card">
      <h2>{t('proposals.title')}</h2>
      {contract.proposals.length === 0 && <p className="hb-muted">{t('proposals.none')}</p>}
      <ul className="hb-plain-list hb-stack">
        {contract.proposals.map(one => <Row key={one.id} contract={contract} proposal={one} />)}
      </ul>
      {form === null && (
        <div className="hb-row" style={{ marginTop: 12 }}>
          {may('terminate') && <Button danger type="text" onClick={() => setForm('terminate')}>{t('proposals.terminate')}</Button>}
          {may('settle') && <Button type={contract.balance?.owed === '0.00' ? 'primary' : 'default'} onClick={() => setForm('settle')}>{t('proposals.settle')}</Button>}
        </div>
      )}
      {form === 'terminate' && <Terminate contract={contract} onDone={() => setForm(null)} />}
      {form === 'settle' && <Settle contract={contract} onDone={() => setForm(null)} />}
    </section>
  );
}

type Verb = 'agree' | 'refuse' | 'withdraw';

function Row({ contract, proposal }: { readonly contract: Contract; readonly proposal: Proposal }) {
  const { t } = useTranslation('contracts');
  const english = useLanguage() === 'en';
  const [verb, setVerb] = useState<Verb | null>(null);
  const changed = useContractChanged(contract.id);
  return (
    <li className="hb-contract__row">
      <div className="hb-row">
        <strong>{t(`proposals.kind.${proposal.kind}`)}</strong>
        <StatusTag tone={TONES[proposal.state]}>{t(proposal.way === 'notice' ? 'proposals.notice' : `proposals.state.${proposal.state}`)}</StatusTag>
        <span className="hb-muted">{t(`side.${proposal.side}`)} · {proposal.byName} · <DateText value={proposal.madeAt} time /></span>
      </div>
      <p>{t('proposals.reason', { reason: proposal.reason })}</p>
      {proposal.dueYuan !== null && <p>{t('proposals.due')} <Money yuan={proposal.dueYuan} /></p>}
      {proposal.basis && <p className="hb-muted">{[english ? proposal.groundEn : proposal.groundZh, proposal.basis].filter(Boolean).join(' · ')}</p>}
      {proposal.differences.length > 0 && (
        <dl className="hb-contract__differences">
          {proposal.differences.map((one, nth) => (
            <div key={nth}>
              <dt>{english ? one.en : one.zh}</dt>
              <dd><DiffMark from={one.from} to={one.to} /></dd>
            </div>
          ))}
        </dl>
      )}
      {proposal.answer && <p className="hb-muted">{t('proposals.answer', { answer: proposal.answer })}</p>}
      {proposal.state === 'open' && proposal.own && <Button onClick={() => setVerb('withdraw')}>{t('proposals.withdraw')}</Button>}
      {proposal.state === 'open' && !proposal.own && contract.actions.includes('answer') && (
        <div className="hb-row">
          <Button onClick={() => setVerb('refuse')}>{t('proposals.refuse')}</Button>
          <Button type="primary" onClick={() => setVerb('agree')}>{t('proposals.agree')}</Button>
        </div>
      )}
      <ConfirmAct
        open={verb !== null}
        title={t(`proposals.${verb ?? 'agree'}Title`)}
        act={t(`proposals.${verb ?? 'agree'}`)}
        reason={{ label: t('proposals.comment'), required: verb !== 'agree' }}
        onConfirm={async text => {
          await rest('POST', `${contractPath(contract.id)}/proposals/${proposal.id}/${verb}`, { body: verb === 'agree' ? { comment: text } : { reason: text } });
          await changed();
        }}
        onClose={() => setVerb(null)}
      >
        {verb === 'agree' && t(`proposals.agreeText.${proposal.kind}`)}
      </ConfirmAct>
    </li>
  );
}

interface FormProps {
  readonly contract: Contract;
  readonly onDone: () => void;
}

const END: readonly FieldSpec[] = [
  { name: 'way', label: { zh: '解除方式', en: 'How' }, type: 'select', required: true, options: [{ value: 'agreement', label: { zh: '协商解除：对方同意后生效', en: 'By agreement, once the other side agrees' } }, { value: 'notice', label: { zh: '单方解除：按法定或约定事由，通知后即生效', en: 'By notice on a ground of the law, at once' } }], width: 'full' },
  { name: 'ground', label: { zh: '事由', en: 'Ground' }, type: 'select', options: GROUNDS, required: { field: 'way', in: ['notice'] }, visibleWhen: { field: 'way', in: ['notice'] }, width: 'full' },
  { name: 'reason', label: { zh: '理由', en: 'Reason' }, type: 'textarea', required: true, max: 1000, help: { zh: '写明事实和依据，至少 10 个字，对方会看到', en: 'Facts and grounds, at least 10 characters; the other side reads it' }, width: 'full' },
];

function Terminate({ contract, onDone }: FormProps) {
  const { t } = useTranslation('contracts');
  const { t: common } = useTranslation();
  const [key] = useState(newIdempotencyKey);
  const changed = useContractChanged(contract.id);
  const save = async (values: Record<string, unknown>): Promise<void> => {
    await rest('POST', `${contractPath(contract.id)}/termination`, { body: { ...values, ground: values['way'] === 'notice' ? values['ground'] : null }, idempotencyKey: key });
    await changed();
    onDone();
  };
  return <QuickForm fields={END} initial={{ way: 'agreement' }} head={<p>{t('proposals.terminateText')}</p>} submit={t('proposals.terminateAct')} onSubmit={save} control={FieldControl} layout="grid" aside={<Button onClick={onDone}>{common('action.back')}</Button>} />;
}

const SETTLEMENT: readonly FieldSpec[] = [
  { name: 'dueYuan', label: { zh: '结算金额', en: 'Owed in all' }, type: 'decimal', unit: '元', required: true, help: { zh: '全部服务应付的总额，含已付部分', en: 'For the work in all, what was paid included' }, width: 'half' },
  { name: 'reason', label: { zh: '说明', en: 'Note' }, type: 'textarea', required: true, max: 1000, width: 'full' },
];

function Settle({ contract, onDone }: FormProps) {
  const { t } = useTranslation('contracts');
  const { t: common } = useTranslation();
  const [key] = useState(newIdempotencyKey);
  const changed = useContractChanged(contract.id);
  const save = async (values: Record<string, unknown>): Promise<void> => {
    await rest('POST', `${contractPath(contract.id)}/settlement`, { body: values, idempotencyKey: key });
    await changed();
    onDone();
  };
  return <QuickForm fields={SETTLEMENT} initial={{ dueYuan: contract.balance?.payable ?? '', reason: '' }} head={<p>{t('proposals.settleText')}</p>} submit={t('proposals.settleAct')} onSubmit={save} control={FieldControl} layout="grid" aside={<Button onClick={onDone}>{common('action.back')}</Button>} />;
}
