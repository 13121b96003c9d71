import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { rest } from '@/api/rest';
import { useSession } from '@/session/session';
import type { FieldSpec } from '@/shared/form/field';
import { FieldControl } from '@/shared/form/FieldControl';
import type { Chosen } from '@/shared/form/OrganisationPicker';
import { QuickForm } from '@/shared/form/QuickForm';
import { PageHeader } from '@/shared/ui/PageHeader';
import { today } from './ActForms';
import { given } from './acts';
import { choices, CLUES, PENALTIES, usePenaltiesChanged } from './model';
import { PartyPicker, partyFields } from './party-fields';

/** A clue: what, found when, against whom. */
export function NewPenaltyPage() {
  const { t } = useTranslation('penalties');
  const { base } = useSession();
  const navigate = useNavigate();
  const changed = usePenaltiesChanged();
  const [key] = useState(newIdempotencyKey);
  const [party, setParty] = useState<Chosen | null>(null);
  const fields: FieldSpec[] = [
    { name: 'clueKind', label: t('clueKind'), type: 'select', required: true, options: choices(CLUES, ['inspection', 'complaint', 'monitoring', 'referral']) },
    { name: 'discoveredOn', label: t('discoveredOn'), type: 'date', required: true },
    { name: 'clueText', label: t('clueText'), type: 'textarea', required: true, max: 4000, help: t('new.clueHelp') },
    ...partyFields(t),
  ];
  const send = async ({ where, ...values }: Record<string, unknown>): Promise<void> => {
    const { clueKind, clueText, discoveredOn } = values;
    const body = where === 'platform' ? { clueKind, clueText, discoveredOn, partyOrgId: party?.value } : given(values);
    const { id } = await rest<{ id: string }>('POST', PENALTIES, { body, idempotencyKey: key });
    await changed();
    await navigate({ to: `${base}/penalties/${id}` });
  };
  return (
    <>
      <PageHeader title={t('new.title')} lead={t('new.lead')} back={{ to: `${base}/penalties`, label: t('list.title') }} />
      <section className="hb-card">
        <QuickForm fields={fields} initial={{ discoveredOn: today(), where: 'platform' }} submit={t('new.submit')} onSubmit={send} control={FieldControl}>
          <PartyPicker chosen={party} onChange={setParty} />
        </QuickForm>
      </section>
    </>
  );
}
