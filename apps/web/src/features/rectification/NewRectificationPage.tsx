import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { OrganisationPicker, type Chosen } from '@/shared/form/OrganisationPicker';
import { QuickForm } from '@/shared/form/QuickForm';
import { PageHeader } from '@/shared/ui/PageHeader';
import { RECTIFICATIONS, useRectificationsChanged } from './model';

const ENTERPRISE = 'rectification-enterprise';

/** A draft by hand: against whom, where, what was found. */
export function NewRectificationPage() {
  const { t } = useTranslation('rectification');
  const { base } = useSession();
  const navigate = useNavigate();
  const changed = useRectificationsChanged();
  const [key] = useState(newIdempotencyKey);
  const [enterprise, setEnterprise] = useState<Chosen | null>(null);
  const send = async (values: Record<string, unknown>): Promise<void> => {
    const { id } = await rest<{ id: string }>('POST', RECTIFICATIONS, { body: { ...values, enterpriseId: enterprise?.value }, idempotencyKey: key });
    await changed();
    await navigate({ to: `${base}/rectifications/${id}/draft` });
  };
  return (
    <>
      <PageHeader title={t('new.title')} lead={t('new.lead')} back={{ to: `${base}/rectifications`, label: t('list.title') }} />
      <section className="hb-card">
        <QuickForm
          fields={[{ name: 'place', label: t('place'), type: 'text', required: true, max: 200, help: t('new.placeHelp') }, { name: 'facts', label: t('facts'), type: 'textarea', required: true, max: 2000, help: t('new.factsHelp') }]}
          submit={t('new.submit')} onSubmit={send} head={<OrganisationPicker id={ENTERPRISE} kinds={['enterprise']} label={t('enterprise')} chosen={enterprise} onChange={setEnterprise} />} extraErrors={() => (enterprise ? [] : [{ message: t('new.pick'), fieldId: ENTERPRISE }])}
        />
      </section>
    </>
  );
}
