import { useNavigate } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import type { Mandate } from '@/api/contract';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { PageHeader } from '@/shared/ui/PageHeader';
import { applicationsPath, type Application } from './model';

/** The first step: which site, and for a firm, for which client. */
export function NewPage() {
  const { t } = useTranslation('permits');
  const { base, organisation } = useSession();
  const navigate = useNavigate();
  const [key] = useState(newIdempotencyKey);
  const isFirm = organisation?.orgKind === 'firm';
  const mandates = useQuery({ ...readPath<readonly Mandate[]>('/api/v1/mandates'), enabled: isFirm });
  const clients = (mandates.data ?? []).filter(m => m.status === 'active' && m.matters.includes('permits') && m.verbs.includes('prepare'));
  const fields: FieldSpec[] = [
    ...(isFirm ? [{ name: 'enterpriseId', label: t('create.enterprise'), type: 'select', required: true, options: clients.map(m => ({ value: m.enterpriseId, label: m.enterpriseName })) } as FieldSpec] : []),
    { name: 'siteName', label: t('create.site'), type: 'text', max: 100, width: 'half' },
    { name: 'siteSequence', label: t('create.sequence'), type: 'integer', min: 1, max: 999, help: t('create.sequenceHelp'), width: 'half' },
  ];
  const begin = async (values: Record<string, unknown>): Promise<void> => {
    const body = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''));
    const application = await rest<Application>('POST', applicationsPath, { body, idempotencyKey: key });
    await navigate({ to: `${base}/permits/${application.id}` });
  };
  return (
    <>
      <PageHeader title={t('create.title')} lead={t('create.lead')} back={{ to: `${base}/permits`, label: t('page.back') }} />
      <div className="hb-card hb-stack">
        <p>{t('create.time')}</p>
        {(!isFirm || mandates.data) && <QuickForm fields={fields} initial={{ siteSequence: 1 }} submit={t('create.submit')} onSubmit={begin} control={FieldControl} layout="grid" />}
      </div>
    </>
  );
}
