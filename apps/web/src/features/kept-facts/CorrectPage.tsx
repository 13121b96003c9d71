import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import type { StoredFile } from '@/shared/ui/files.types';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { factFields, filled } from './fields';
import { FACTS, useFactsChanged, type FactDetail } from './model';
import { Scan } from './Scan';

/** What stands, to be put right: by an officer, or as a request of the enterprise. */
export function CorrectPage() {
  const { factId = '' } = useParams({ strict: false }) as { factId?: string };
  const fact = useQuery(readPath<FactDetail>(`${FACTS}/${factId}`));
  if (fact.isPending) return <PageSkeleton />;
  if (fact.error) return <RouteErrorPage error={fact.error} onRetry={() => void fact.refetch()} />;
  return <Correcting fact={fact.data} />;
}

function Correcting({ fact }: { readonly fact: FactDetail }) {
  const { t } = useTranslation('kept-facts');
  const { base } = useSession();
  const navigate = useNavigate();
  const changed = useFactsChanged();
  const side = base.startsWith('/b/') ? 'bureau' : 'enterprise';
  const [id] = useState(newIdempotencyKey);
  const [scan, setScan] = useState<StoredFile | null>(null);
  const save = async (values: Record<string, unknown>): Promise<void> => {
    const made = await rest<FactDetail>('POST', `${FACTS}/${fact.id}/correct`, { body: { id, ...filled(values), reason: values['reason'], ...(scan ? { scanFileId: scan.id } : {}) } });
    await changed();
    await navigate({ to: `${base}/kept-facts/${made.id}` });
  };
  const { value, unit, fromOn, toOn, authority, documentNo, note } = fact;
  return (
    <>
      <PageHeader title={t(`correct.title.${side}`)} lead={t(`correct.lead.${side}`)} back={{ to: `${base}/kept-facts/${fact.id}`, label: t(`kind.${fact.kind}`) }} />
      <section className="hb-card">
        <QuickForm
          fields={[...factFields(t, fact.kind), { name: 'reason', label: t('field.reason'), type: 'textarea', required: true, max: 1000, help: t(`help.reason.${side}`), width: 'full' }]}
          initial={{ value, unit, fromOn, toOn: toOn ?? '', authority, documentNo, note }}
          submit={t(`correct.submit.${side}`)}
          onSubmit={save}
          control={FieldControl}
          layout="grid"
        >
          <Scan id={id} scan={scan} onDone={setScan} />
        </QuickForm>
      </section>
    </>
  );
}
