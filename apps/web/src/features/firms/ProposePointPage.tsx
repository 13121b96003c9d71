import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { FileList } from '@/shared/ui/FileList';
import { FileUpload } from '@/shared/ui/FileUpload';
import type { StoredFile } from '@/shared/ui/files.types';
import { PageHeader } from '@/shared/ui/PageHeader';
import { Rules } from './Rules';
import { FIRM_LOOKUP, type Domain } from './model';
import { useWords } from './words';

/** One officer proposes points with evidence; another confirms. */
export function ProposePointPage() {
  const { t } = useTranslation('firms');
  const { base } = useSession();
  const navigate = useNavigate();
  const [id] = useState(newIdempotencyKey);
  const [evidence, setEvidence] = useState<StoredFile | null>(null);
  const fields = useFields();
  const save = async (values: Record<string, unknown>): Promise<void> => {
    await rest('POST', '/api/v1/integrity-points', { body: { ...values, id, evidenceFileId: evidence?.id } });
    await navigate({ to: `${base}/integrity-points` });
  };
  return (
    <>
      <PageHeader title={t('points.formTitle')} lead={t('points.formLead')} back={{ to: `${base}/integrity-points`, label: t('points.back') }} />
      <div className="hb-stack">
        <div className="hb-card">
          <QuickForm fields={fields} submit={t('points.submit')} onSubmit={save} control={FieldControl} layout="grid" extraErrors={() => (evidence ? [] : [{ message: t('points.needEvidence') }])}>
            <FileUpload label={t('points.uploadEvidence')} subjectType="integrity-point" subjectId={id} purpose="evidence" multiple={false} onDone={setEvidence} />
            {evidence && <FileList files={[evidence]} />}
          </QuickForm>
        </div>
        <Rules />
      </div>
    </>
  );
}

function useFields(): FieldSpec[] {
  const words = useWords();
  const domains = useQuery(readPath<readonly Domain[]>('/api/v1/public/integrity-rules'));
  const rules = (domains.data ?? []).flatMap(domain => domain.rules.map(rule => ({ value: rule.code, label: `${rule.points} · ${words({ zh: rule.textZh, en: rule.textEn })}` })));
  return [
    { name: 'firmId', label: { zh: '服务机构', en: 'Firm' }, type: 'lookup', required: true, lookup: FIRM_LOOKUP, width: 'full' },
    { name: 'ruleCode', label: { zh: '记分行为', en: 'Conduct' }, type: 'select', required: true, options: rules, width: 'full' },
    { name: 'occurredOn', label: { zh: '行为日期', en: 'Happened on' }, type: 'date', required: true, width: 'half' },
    { name: 'source', label: { zh: '来源（谁查实、哪份文书）', en: 'Source: who found it, which document' }, type: 'text', required: true, max: 200, width: 'full' },
    { name: 'facts', label: { zh: '查明的事实', en: 'Facts found' }, type: 'textarea', required: true, max: 2000, help: { zh: '至少 10 个字', en: 'At least 10 characters' } },
  ];
}
