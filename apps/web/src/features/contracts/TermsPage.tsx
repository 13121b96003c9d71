import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { ProblemError } from '@/api/problem';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { Field } from '@/shared/form/Field';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { contractPath, useContractChanged, type Contract } from './model';

const long = (name: string, zh: string, en: string, required = true): FieldSpec => ({ name, label: { zh, en }, type: 'textarea', required, max: 3000, width: 'full' });

const MILESTONES: FieldSpec = {
  name: 'milestones', label: { zh: '里程碑', en: 'Milestones' }, type: 'table', rowIds: true, required: true, max: 30, help: { zh: '金额合计须正好等于合同价；日期须在合同期内', en: 'The amounts make the price; the days lie within the contract' },
  columns: [
    { name: 'name', label: { zh: '名称', en: 'Name' }, type: 'text', required: true, max: 60 },
    { name: 'dueOn', label: { zh: '完成日期', en: 'Day' }, type: 'date', required: true },
    { name: 'amountYuan', label: { zh: '金额', en: 'Amount' }, type: 'decimal', unit: '元', required: true },
    { name: 'payableOn', label: { zh: '付款', en: 'Payable' }, type: 'select', required: true, options: [{ value: 'signing', label: { zh: '签订后', en: 'On signing' } }, { value: 'acceptance', label: { zh: '验收后', en: 'On acceptance' } }, { value: 'approval', label: { zh: '主管部门认可后', en: 'On approval by the bureau' } }] },
    { name: 'deliverable', label: { zh: '交付内容', en: 'Deliverable' }, type: 'text', required: true, max: 500 },
  ],
};

const FIELDS: readonly FieldSpec[] = [
  { name: 'priceYuan', label: { zh: '合同价', en: 'Price' }, type: 'decimal', unit: '元', required: true, width: 'half' },
  { name: 'durationDays', label: { zh: '工期', en: 'Duration' }, type: 'integer', unit: '天', required: true, min: 1, max: 3650, width: 'half' },
  { name: 'startsOn', label: { zh: '开始日期', en: 'Begins' }, type: 'date', required: true, width: 'half' },
  { name: 'scope', label: { zh: '服务内容', en: 'Scope' }, type: 'textarea', required: true, max: 5000, width: 'full' },
  { name: 'deliverables', label: { zh: '交付成果', en: 'Deliverables' }, type: 'textarea', required: true, help: { zh: '一行一项', en: 'One line each' }, width: 'full' },
  MILESTONES,
  long('acceptance', '验收', 'Acceptance'),
  long('confidentiality', '保密', 'Confidentiality'),
  long('liability', '违约责任', 'Liability'),
  long('disputes', '争议解决', 'Disputes'),
  long('other', '其他约定', 'Other terms', false),
];
const REASON: FieldSpec = { name: 'reason', label: { zh: '变更理由', en: 'Why' }, type: 'textarea', required: true, max: 1000, help: { zh: '对方会看到', en: 'The other side reads it' }, width: 'full' };

/** The terms as a form: of the draft, or of a change that the other side answers. */
export function TermsPage() {
  const { contractId = '' } = useParams({ strict: false }) as { contractId?: string };
  const contract = useQuery({ ...readPath<Contract>(contractPath(contractId)), meta: { live: false } });
  if (contract.isPending) return <PageSkeleton />;
  if (contract.error) return <RouteErrorPage error={contract.error} onRetry={() => void contract.refetch()} />;
  return <TermsForm key={contract.data.version} contract={contract.data} />;
}

function TermsForm({ contract }: { readonly contract: Contract }) {
  const { t } = useTranslation('contracts');
  const { base } = useSession();
  const navigate = useNavigate();
  const [key] = useState(newIdempotencyKey);
  const changing = useRouterState({ select: state => state.location.pathname }).endsWith('/change');
  const changed = useContractChanged(contract.id);
  const home = `${base}/contracts/${contract.id}`;
  const save = async (values: Record<string, unknown>): Promise<void> => {
    const { reason, ...terms } = values;
    if (changing) await rest('POST', `${contractPath(contract.id)}/changes`, { body: { reason, terms: bodyOf(terms) }, idempotencyKey: key }).catch(atTheFormsFields);
    else await rest('PUT', `${contractPath(contract.id)}/terms`, { body: bodyOf(terms), version: contract.version });
    await changed();
    await navigate({ to: home as never });
  };
  const ready = contract.actions.includes(changing ? 'change' : 'draft');
  return (
    <>
      <PageHeader title={t(changing ? 'form.change' : 'form.draft')} back={{ to: home, label: contract.title }} lead={t(changing ? 'form.changeLead' : 'form.draftLead', { price: contract.bidPriceYuan, days: contract.bidDurationDays })} />
      {ready && contract.terms ? (
        <div className="hb-card">
          <QuickForm fields={changing ? [REASON, ...FIELDS] : FIELDS} initial={initialOf(contract)} submit={t(changing ? 'form.propose' : 'form.save')} onSubmit={save} field={Field} layout="grid" />
        </div>
      ) : (
        <p>{t('form.notNow')}</p>
      )}
    </>
  );
}

function initialOf(contract: Contract): Record<string, unknown> {
  const milestones = contract.milestones.filter(one => one.state !== 'dropped').map(({ id, name, dueOn, amountYuan, payableOn, deliverable }) => ({ id, name, dueOn, amountYuan, payableOn, deliverable }));
  return { ...contract.terms, deliverables: contract.terms?.deliverables.join('\n'), milestones, reason: '' };
}

function bodyOf(values: Record<string, unknown>): Record<string, unknown> {
  const { deliverables, other, ...rest } = values;
  return { ...rest, other: other ?? '', deliverables: String(deliverables ?? '').split('\n').map(line => line.trim()).filter(line => line !== '') };
}

/** The API finds faults below `/terms`; the form has its fields at the top. */
function atTheFormsFields(thrown: unknown): never {
  if (!(thrown instanceof ProblemError)) throw thrown;
  const errors = thrown.errors.map(error => ({ ...error, pointer: error.pointer.replace(/^\/terms/, '') }));
  throw new ProblemError(thrown.status, thrown.code, thrown.text, { errors, extra: thrown.extra, requestId: thrown.requestId });
}
