import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import type { FieldSpec } from '@/shared/form/field';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { textOf } from '@/i18n';
import { ExpertRelations } from './ExpertRelations';
import { EXPERT_KINDS, EXPERT_STATUS, EXPERTS, SPECIALTIES, STATUS_TONE, type Expert } from './model';

const fields = (isNew: boolean): FieldSpec[] => [
  { name: 'name', label: { zh: '姓名', en: 'Name' }, type: 'text', required: true, max: 50, width: 'half' },
  { name: 'title', label: { zh: '职称', en: 'Title' }, type: 'text', required: true, max: 50, example: '高级工程师', width: 'half' },
  { name: 'unit', label: { zh: '工作单位（全称）', en: 'Unit (full name)' }, type: 'text', required: true, max: 100, width: 'half' },
  { name: 'unitUscc', label: { zh: '单位统一社会信用代码', en: 'Credit code of the unit' }, type: 'uscc', width: 'half' },
  { name: 'kind', label: { zh: '类别', en: 'Kind' }, type: 'select', required: true, options: EXPERT_KINDS, width: 'half' },
  { name: 'specialties', label: { zh: '专业', en: 'Specialties' }, type: 'multiselect', required: true, options: SPECIALTIES, width: 'full' },
  { name: 'relatedUnits', label: { zh: '回避单位', en: 'Units to avoid' }, type: 'textarea', help: { zh: '一行一个，不论时间一律回避；有种类和日期的关系填在下面的“利害关系”里', en: 'One line each, at any time; relations with kind and day stand below' }, width: 'full' },
  { name: 'phone', label: { zh: '手机号', en: 'Mobile number' }, type: 'phone', required: isNew, help: { zh: '加密保存', en: 'Encrypted' }, width: 'half' },
  { name: 'email', label: { zh: '邮箱', en: 'Mailbox' }, type: 'email', required: isNew, help: { zh: '个人评审链接发到这里；加密保存', en: 'The personal link goes here; encrypted' }, width: 'half' },
];

/** What the API takes: lines as a list, empty contacts left out. */
function bodyOf({ relatedUnits, phone, email, unitUscc, ...values }: Record<string, unknown>): Record<string, unknown> {
  const lines = String(relatedUnits ?? '').split('\n').map(line => line.trim()).filter(line => line !== '');
  return { ...values, relatedUnits: lines, unitUscc: unitUscc || null, ...(phone ? { phone } : {}), ...(email ? { email } : {}) };
}

/** Adding an expert. */
export function NewExpertPage() {
  const { t } = useTranslation('evaluation');
  const { base } = useSession();
  const navigate = useNavigate();
  const save = async (values: Record<string, unknown>): Promise<void> => {
    await rest('POST', EXPERTS, { body: bodyOf(values) });
    await navigate({ to: `${base}/experts` });
  };
  return (
    <>
      <PageHeader title={t('expert.newTitle')} lead={t('expert.lead')} back={{ to: `${base}/experts`, label: t('experts.back') }} />
      <div className="hb-card"><QuickForm fields={fields(true)} submit={t('expert.save')} onSubmit={save} control={FieldControl} layout="grid" /></div>
    </>
  );
}

/** One expert: facts, contact on demand, status. */
export function ExpertPage() {
  const { expertId = '' } = useParams({ strict: false }) as { expertId?: string };
  const expert = useQuery(readPath<Expert>(`${EXPERTS}/${expertId}`));
  if (expert.isPending) return <PageSkeleton />;
  if (expert.error) return <RouteErrorPage error={expert.error} onRetry={() => void expert.refetch()} />;
  return <Known key={expert.data.version} expert={expert.data} />;
}

function Known({ expert }: { readonly expert: Expert }) {
  const { t } = useTranslation('evaluation');
  const { base, can } = useSession();
  const client = useQueryClient();
  const changed = (): Promise<void> => client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith(EXPERTS) });
  const save = async (values: Record<string, unknown>): Promise<void> => {
    await rest('PATCH', `${EXPERTS}/${expert.id}`, { body: bodyOf(values), version: expert.version });
    await changed();
  };
  const editable = can('expert.edit');
  return (
    <>
      <PageHeader
        title={expert.name}
        lead={expert.unit}
        back={{ to: `${base}/experts`, label: t('experts.back') }}
        tags={<StatusTag tone={STATUS_TONE[expert.status]}>{textOf(EXPERT_STATUS.find(one => one.value === expert.status)?.label ?? '')}</StatusTag>}
        actions={editable && <StatusActs expert={expert} onDone={changed} />}
      />
      <div className="hb-stack">
        {expert.statusReason && <p className="hb-muted">{expert.statusReason}</p>}
        {editable && <Contact expertId={expert.id} />}
        <section className="hb-card">
          <h2>{t('expert.facts')}</h2>
          {editable ? (
            <QuickForm fields={fields(false)} initial={{ ...expert, relatedUnits: expert.relatedUnits.join('\n') }} submit={t('expert.save')} onSubmit={save} control={FieldControl} layout="grid"><p className="hb-muted">{t('expert.keepContact')}</p></QuickForm>
          ) : (
            <p>{expert.title} · {expert.specialties.map(one => textOf(SPECIALTIES.find(each => each.value === one)?.label ?? one)).join('、')} · {t('expert.related')}：{expert.relatedUnits.join('、') || t('expert.none')}</p>
          )}
        </section>
        <ExpertRelations expert={expert} editable={editable} onChanged={changed} />
      </div>
    </>
  );
}

function Contact({ expertId }: { readonly expertId: string }) {
  const { t } = useTranslation('evaluation');
  const [contact, setContact] = useState<{ phone: string; email: string } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const look = (): void => {
    rest<{ phone: string; email: string }>('GET', `${EXPERTS}/${expertId}/contact`).then(setContact, setError);
  };
  return (
    <section className="hb-card hb-stack">
      <ProblemAlert error={error} />
      {contact ? <p>{t('expert.phone')} <span className="hb-num">{contact.phone}</span> · {t('expert.email')} <span className="hb-num">{contact.email}</span></p> : <div className="hb-row"><Button onClick={look}>{t('expert.contact')}</Button><span className="hb-muted">{t('expert.contactText')}</span></div>}
    </section>
  );
}

const NEXT = { active: ['suspended', 'retired'], suspended: ['active', 'retired'], retired: ['active'] } as const;
const WORD = { active: 'restore', suspended: 'suspend', retired: 'retire' } as const;

function StatusActs({ expert, onDone }: { readonly expert: Expert; readonly onDone: () => Promise<void> }) {
  const { t } = useTranslation('evaluation');
  const [to, setTo] = useState<Expert['status'] | null>(null);
  return (
    <>
      {NEXT[expert.status].map(status => <Button key={status} onClick={() => setTo(status)}>{t(`expert.${WORD[status]}`)}</Button>)}
      {to && (
        <ConfirmAct open title={t('expert.statusTitle')} act={t(`expert.${WORD[to]}`)} danger={to !== 'active'} summary={[{ label: t('experts.name'), value: expert.name }]} reason={{ label: t('expert.reason'), required: true }}
          onConfirm={async reason => {
            await rest('POST', `${EXPERTS}/${expert.id}/status`, { body: { status: to, reason }, version: expert.version });
            await onDone();
          }}
          onClose={() => setTo(null)}
        >
          {to !== 'active' && <p>{t('expert.statusText')}</p>}
        </ConfirmAct>
      )}
    </>
  );
}
