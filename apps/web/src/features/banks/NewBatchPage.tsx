import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { PageHeader } from '@/shared/ui/PageHeader';
import { BATCHES, useBanksChanged, type Batch } from './model';

/** Codes, one a line; what stands twice is asked once. */
export const codesOf = (text: string): string[] => [...new Set(text.toUpperCase().split(/[\s,，;；、]+/).filter(Boolean))];

export function NewBatchPage() {
  const { t } = useTranslation('banks');
  const { base } = useSession();
  const navigate = useNavigate();
  const changed = useBanksChanged();
  const [key] = useState(newIdempotencyKey);
  return (
    <>
      <PageHeader title={t('batch.make')} lead={t('batch.makeLead')} back={{ to: `${base}/bank-batches`, label: t('batch.title') }} />
      <section className="hb-card">
        <QuickForm
          submit={t('batch.submit')} control={FieldControl}
          fields={[{ name: 'codes', label: t('batch.codes'), type: 'textarea', required: true, help: t('batch.codesHelp') }, { name: 'reference', label: t('field.reference'), type: 'text', max: 40 }]}
          onSubmit={async values => {
            const made = await rest<Batch>('POST', BATCHES, { body: { items: codesOf(String(values['codes'] ?? '')), reference: values['reference'] || null }, idempotencyKey: key });
            await changed();
            await navigate({ to: `${base}/bank-batches/${made.id}` });
          }}
        />
      </section>
    </>
  );
}
