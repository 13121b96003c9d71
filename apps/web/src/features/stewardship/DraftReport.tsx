import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { RETAINERS, useStewardChanged, type Retainer, type StewardReport } from './model';

/** A report of a month by hand, before or beside the worker's. */
export function DraftReport({ retainer }: { readonly retainer: Retainer }) {
  const { t } = useTranslation('stewardship');
  const { base } = useSession();
  const navigate = useNavigate();
  const changed = useStewardChanged();
  const [key, setKey] = useState(newIdempotencyKey);
  const members = retainer.members.filter(one => one.state === 'consented');
  const send = async (values: Record<string, unknown>): Promise<void> => {
    try {
      const { id } = await rest<StewardReport>('POST', `${RETAINERS}/${retainer.id}/reports`, { body: values, idempotencyKey: key });
      await changed();
      await navigate({ to: `${base}/steward-reports/${id}` });
    } finally {
      setKey(newIdempotencyKey());
    }
  };
  return (
    <section className="hb-card">
      <h2>{t('reports.draft')}</h2>
      <QuickForm
        fields={[
          { name: 'enterpriseId', label: { zh: '企业', en: 'Enterprise' }, type: 'select', required: true, width: 'half', options: members.map(one => ({ value: one.enterpriseId, label: one.enterpriseName })) },
          { name: 'month', label: { zh: '月份', en: 'Month' }, type: 'text', required: true, width: 'half', help: { zh: '已经结束的月份，例如 2026-10；每月初会自动生成上月草稿', en: 'A month that has ended, e.g. 2026-10; last month’s comes by itself' } },
        ]}
        initial={members.length === 1 ? { enterpriseId: members[0]?.enterpriseId } : {}}
        submit={t('reports.draft')}
        onSubmit={send}
        control={FieldControl}
        layout="grid"
      />
    </section>
  );
}
