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
import { today } from '../penalties/ActForms';
import { given } from '../penalties/acts';
import { choices } from '../penalties/model';
import { outside, PartyPicker, partyFields } from '../penalties/party-fields';
import { LIST, TRIGGERS, useWatchListChanged } from './model';

/** A clue: whom it points at, and on what it rests. */
export function NewCluePage() {
  const { t } = useTranslation('watch-list');
  const { t: p } = useTranslation('penalties');
  const { base } = useSession();
  const navigate = useNavigate();
  const changed = useWatchListChanged();
  const [key] = useState(newIdempotencyKey);
  const [party, setParty] = useState<Chosen | null>(null);
  const fields: FieldSpec[] = [
    { name: 'trigger', label: t('trigger'), type: 'select', required: true, options: choices(TRIGGERS) }, { name: 'occurredOn', label: t('occurredOn'), type: 'date', required: true }, { name: 'title', label: t('new.what'), type: 'text', required: true, max: 200, width: 'full' },
    { name: 'facts', label: t('facts'), type: 'textarea', required: true, max: 4000, help: t('new.factsHelp') }, { name: 'documentNo', label: t('new.documentNo'), type: 'text', max: 100 }, ...partyFields(p),
  ];
  const send = async ({ where, partyKind, partyName, partyCode, ...values }: Record<string, unknown>): Promise<void> => {
    const { id } = await rest<{ id: string }>('POST', LIST, { body: given({ ...values, ...(where === outside.in[0] ? { partyKind, partyName, partyCode } : { partyOrgId: party?.value }) }), idempotencyKey: key });
    await changed();
    await navigate({ to: `${base}/watch-list/${id}` });
  };
  return (
    <>
      <PageHeader title={t('new.title')} lead={t('new.lead')} back={{ to: `${base}/watch-list`, label: t('list.title') }} />
      <section className="hb-card">
        <QuickForm fields={fields} initial={{ occurredOn: today(), where: 'platform' }} submit={t('new.submit')} onSubmit={send} control={FieldControl}>
          <PartyPicker chosen={party} onChange={setParty} />
        </QuickForm>
      </section>
    </>
  );
}
