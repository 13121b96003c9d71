import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import type { FieldSpec } from '@/shared/form/field';
import { FieldControl } from '@/shared/form/FieldControl';
import { OrganisationPicker, type Chosen } from '@/shared/form/OrganisationPicker';
import { QuickForm } from '@/shared/form/QuickForm';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PARKS, RETAINERS, useStewardChanged, type ParkItem, type Retainer } from './model';
import { useArea } from './RetainerListPage';

const TERMS: readonly FieldSpec[] = [
  { name: 'scope', label: { zh: '服务范围', en: 'Scope' }, type: 'textarea', required: true, max: 3000, help: { zh: '写明照管的内容，至少 10 个字，例如：按月现场巡查，指导台账、自行监测、危废管理和执行报告', en: 'What is cared for, at least 10 characters' } },
  { name: 'startsOn', label: { zh: '服务期起', en: 'First day' }, type: 'date', required: true, width: 'half' },
  { name: 'endsOn', label: { zh: '服务期止', en: 'Last day' }, type: 'date', required: true, width: 'half', help: { zh: '最长三年', en: 'Three years at most' } },
  { name: 'visitsPerMonth', label: { zh: '每家每月巡查次数', en: 'Visits a month to each' }, type: 'integer', required: true, min: 1, max: 10, unit: '次', width: 'half' },
  { name: 'reportDay', label: { zh: '月报签发日（次月）', en: 'Report by day (next month)' }, type: 'integer', required: true, min: 1, max: 28, unit: '日', width: 'half' },
  { name: 'noticeDays', label: { zh: '提前终止的通知天数', en: 'Days of notice' }, type: 'integer', required: true, min: 7, max: 180, unit: '天', width: 'half' },
];

interface Contract {
  readonly id: string;
  readonly title: string;
  readonly firmName: string;
}

/** The client's offer: an enterprise for itself, the bureau for a park that it keeps. */
export function OfferPage() {
  const { t } = useTranslation('stewardship');
  const { base } = useSession();
  const navigate = useNavigate();
  const area = useArea();
  const changed = useStewardChanged();
  const [firm, setFirm] = useState<Chosen | null>(null);
  const [entrust, setEntrust] = useState(true);
  const [key] = useState(newIdempotencyKey);
  const parks = useQuery({ ...readPath<{ items: readonly ParkItem[] }>(PARKS, { limit: '200' }), enabled: area === 'b' });
  const contracts = useQuery({ ...readPath<{ items: readonly Contract[] }>('/api/v1/contracts', { state: 'active', limit: '200' }), enabled: area === 'e' });
  const fields: readonly FieldSpec[] = [
    ...(area === 'b' ? [{ name: 'parkId', label: { zh: '园区', en: 'Park' }, type: 'select' as const, required: true, options: (parks.data?.items ?? []).map(one => ({ value: one.id, label: one.name })) }] : []),
    ...TERMS,
    ...(area === 'e' && (contracts.data?.items.length ?? 0) > 0 ? [{ name: 'contractId', label: { zh: '服务合同', en: 'Contract' }, type: 'select' as const, help: { zh: '已与该机构签订合同的，选择合同', en: 'Where there is one with this firm' }, options: (contracts.data?.items ?? []).map(one => ({ value: one.id, label: `${one.title}（${one.firmName}）` })) }] : []),
  ];
  const send = async (values: Record<string, unknown>): Promise<void> => {
    const { visitsPerMonth, reportDay, noticeDays, parkId, contractId, ...rested } = values;
    const body = { ...rested, ...(parkId ? { parkId } : {}), ...(contractId ? { contractId } : {}), visitsPerMonth: Number(visitsPerMonth), reportDay: Number(reportDay), noticeDays: Number(noticeDays), firmId: firm?.value, entrust: area === 'e' && entrust };
    const { id } = await rest<Retainer>('POST', RETAINERS, { body, idempotencyKey: key });
    await changed();
    await navigate({ to: `${base}/retainers/${id}` });
  };
  const head = <OrganisationPicker id="steward-firm" kinds={['firm']} label={t('offer.firm')} help={t('offer.firmHint')} chosen={firm} onChange={setFirm} />;
  return (
    <>
      <PageHeader title={t('offer.title')} lead={t('offer.lead')} back={{ to: `${base}/retainers`, label: t('retainers.title') }} />
      <section className="hb-card">
        {area === 'b' && parks.data?.items.length === 0 ? (
          <EmptyState title={t('offer.noParks')} action={<ButtonLink to={`${base}/parks/new`} kind="primary">{t('offer.toParks')}</ButtonLink>} />
        ) : (
          <QuickForm fields={fields} initial={{ visitsPerMonth: 1, reportDay: 10, noticeDays: 30 }} submit={t('offer.send')} onSubmit={send} control={FieldControl} layout="grid" head={head} extraErrors={() => (firm ? [] : [{ message: t('offer.needFirm'), fieldId: 'steward-firm' }])}>
            {area === 'e' && <Checkbox checked={entrust} onChange={event => setEntrust(event.target.checked)}>{t('offer.entrust')}</Checkbox>}
          </QuickForm>
        )}
      </section>
    </>
  );
}
