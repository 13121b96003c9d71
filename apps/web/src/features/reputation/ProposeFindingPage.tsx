import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec, Lookup } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { FileList } from '@/shared/ui/FileList';
import { FileUpload } from '@/shared/ui/FileUpload';
import type { StoredFile } from '@/shared/ui/files.types';
import { PageHeader } from '@/shared/ui/PageHeader';
import { FIRM_LOOKUP } from '../firms/model';
import { FINDING_KINDS, findingsPath, type Finding } from './model';

/** One officer proposes with evidence; the firm is told at once and may speak; another decides. */
export function ProposeFindingPage() {
  const { t } = useTranslation('reputation');
  const { base } = useSession();
  const navigate = useNavigate();
  const { task, firm, kind } = useSearch({ strict: false }) as { task?: string; firm?: string; kind?: string };
  const [id] = useState(newIdempotencyKey);
  const [evidence, setEvidence] = useState<StoredFile | null>(null);
  const save = async (values: Record<string, unknown>): Promise<void> => {
    const finding = await rest<Finding>('POST', findingsPath, { body: { ...values, taskId: values['taskId'] || null, id, evidenceFileId: evidence?.id } });
    await navigate({ to: `${base}/firm-findings/${finding.id}` });
  };
  return (
    <>
      <PageHeader title={t('findings.formTitle')} lead={t('findings.formLead')} back={{ to: `${base}/firm-findings`, label: t('findings.back') }} />
      <div className="hb-card">
        <QuickForm fields={FIELDS} initial={{ taskId: task ?? '', firmId: firm ?? '', ...(task && firm ? { kind: FINDING_KINDS.find(one => one === kind) ?? 'fault' } : {}) }} submit={t('findings.submit')} onSubmit={save} control={FieldControl} layout="grid" extraErrors={() => (evidence ? [] : [{ message: t('findings.needEvidence') }])}>
          <FileUpload label={t('findings.upload')} subjectType="firm-finding" subjectId={id} purpose="evidence" multiple={false} onDone={setEvidence} />
          {evidence && <FileList files={[evidence]} />}
        </QuickForm>
      </div>
    </>
  );
}

/** Tasks that have been in the hands of a firm. */
const AWARDED: Lookup = { path: '/api/v1/service-tasks', query: { tab: 'all' }, value: 'id', label: ['number', 'title'], among: { member: 'state', in: ['awarded', 'delivered', 'rework', 'accepted', 'cancelled'] }, one: '/api/v1/service-tasks' };

const FIELDS: readonly FieldSpec[] = [
  { name: 'firmId', label: { zh: '服务机构', en: 'Firm' }, type: 'lookup', required: true, lookup: FIRM_LOOKUP, width: 'full' },
  { name: 'kind', label: { zh: '事项', en: 'Matter' }, type: 'select', required: true, options: [{ value: 'fraud', label: { zh: '造假', en: 'Fraud' } }, { value: 'fault', label: { zh: '成果因机构原因被否定', en: 'A result rejected for the firm’s fault' } }, { value: 'review-failed', label: { zh: '成果因机构原因审查未通过或被退回', en: 'A result sent back in review for the firm’s fault' } }], width: 'half' },
  { name: 'occurredOn', label: { zh: '行为日期', en: 'Happened on' }, type: 'date', required: true, width: 'half' },
  { name: 'taskId', label: { zh: '涉及的任务', en: 'Task' }, type: 'lookup', lookup: AWARDED, help: { zh: '成果被否定、被退回的，须选择由该机构承担的任务；平台以外的造假可以不选', en: 'For a result rejected or sent back choose the firm’s task; fraud elsewhere names none' }, width: 'full' },
  { name: 'source', label: { zh: '来源（谁查实、哪份文书）', en: 'Source: who found it, which document' }, type: 'text', required: true, max: 200, width: 'full' },
  { name: 'facts', label: { zh: '查明的事实', en: 'Facts found' }, type: 'textarea', required: true, max: 2000, help: { zh: '至少 10 个字', en: 'At least 10 characters' }, width: 'full' },
  { name: 'legalBasis', label: { zh: '依据（法律和条款）', en: 'Basis: law and article' }, type: 'text', required: true, max: 300, example: '生态环境法典 第一千二百三十条', width: 'full' },
];
