import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import type { Organisation } from '@/api/contract';
import { rest } from '@/api/rest';
import { ORGANISATION_FIELDS } from '@/areas/auth/register-fields';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { FileList } from '@/shared/ui/FileList';
import { FileUpload } from '@/shared/ui/FileUpload';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { EVIDENCE, evidenceKey, useEvidence } from './Evidence';
import { FACTS } from './facts';

const FIELDS: readonly FieldSpec[] = [
  ...ORGANISATION_FIELDS.filter(field => (FACTS as readonly string[]).includes(field.name)),
  { name: 'reason', label: { zh: '变更的原因和时间', en: 'Why, and since when' }, type: 'textarea', required: true, max: 500, example: '2026 年 10 月 20 日完成工商变更登记，法定代表人由张某变更为李某。' },
];
const UPLOAD_ID = 'change-evidence';

interface Props {
  readonly organisation: Organisation;
  readonly onClose: () => void;
}

/** Asks the bureau to confirm other facts. A draft is begun so that the papers have their place. */
export function AskChange({ organisation, onClose }: Props) {
  const { t } = useTranslation('organisation');
  const params = { path: { id: organisation.id } };
  // a draft is begun once and found again: asking twice gives the same one
  const draft = useQuery({ queryKey: ['organisation-change-draft', organisation.id], queryFn: () => call(api.POST('/api/v1/organisations/{id}/changes', { params })), gcTime: 0, retry: false });
  return (
    <Drawer open size={560} title={t('changes.ask')} onClose={onClose}>
      <p className="hb-muted" style={{ marginBottom: 18 }}>
        {t('changes.lead')}
      </p>
      <ProblemAlert error={draft.error} />
      {draft.isPending && <Skeleton lines={6} />}
      {draft.data && <AskForm organisation={organisation} changeId={draft.data.id} onClose={onClose} />}
    </Drawer>
  );
}

function AskForm({ organisation, changeId, onClose }: Props & { readonly changeId: string }) {
  const { t } = useTranslation('organisation');
  const client = useQueryClient();
  const { message } = App.useApp();
  const files = useEvidence(changeId);
  const reload = (): Promise<void> => client.invalidateQueries({ queryKey: evidenceKey(changeId) });
  const { name, address, legalRepresentative } = organisation;
  const send = async (values: Record<string, unknown>): Promise<void> => {
    const text = (field: string): string => String(values[field] ?? '');
    const body = { name: text('name'), address: text('address'), legalRepresentative: text('legalRepresentative'), reason: text('reason') };
    await call(api.POST('/api/v1/organisations/{id}/changes/{changeId}/request', { params: { path: { id: organisation.id, changeId } }, body }));
    await client.invalidateQueries({ queryKey: ['/api/v1/organisations/{id}/changes'] });
    void message.success(t('changes.asked'));
    onClose();
  };
  return (
    <QuickForm
      fields={FIELDS}
      initial={{ name, address, legalRepresentative }}
      submit={t('changes.send')}
      onSubmit={send}
      extraErrors={() => (files.data?.length ? [] : [{ message: t('changes.needsEvidence'), fieldId: UPLOAD_ID }])}
    >
      <section className="hb-stack">
        <h3>{t('changes.evidence')}</h3>
        <p className="hb-muted hb-small">{t('changes.evidenceHint')}</p>
        <FileUpload id={UPLOAD_ID} label={t('changes.upload')} subjectType={EVIDENCE} subjectId={changeId} purpose="evidence" onDone={() => void reload()} />
        <FileList files={files.data ?? []} onRemove={file => rest('DELETE', `/api/v1/files/${file.id}`).then(reload)} />
      </section>
    </QuickForm>
  );
}
