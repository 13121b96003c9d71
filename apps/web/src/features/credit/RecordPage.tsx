import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { rest } from '@/api/rest';
import { useSession } from '@/session/session';
import type { FieldSpec } from '@/shared/form/field';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { FileList } from '@/shared/ui/FileList';
import type { StoredFile } from '@/shared/ui/files.types';
import { FileUpload } from '@/shared/ui/FileUpload';
import { PageHeader } from '@/shared/ui/PageHeader';
import { entriesPath, FIRM_TYPES, subjectsPath, TYPES, type Entry } from './model';

const OPTIONAL = ['severity', 'documentNo', 'validFrom', 'validUntil', 'indicator', 'measure'] as const;

/** An event by hand: who, what, on which basis, with its document. */
export function RecordPage() {
  const { t } = useTranslation('credit');
  const { base } = useSession();
  const navigate = useNavigate();
  const { subject } = useSearch({ strict: false }) as { subject?: string };
  const [id] = useState(newIdempotencyKey);
  const [evidence, setEvidence] = useState<StoredFile | null>(null);
  const fields = useFields();
  const save = async (values: Record<string, unknown>): Promise<void> => {
    const given = Object.fromEntries(OPTIONAL.filter(name => values[name]).map(name => [name, values[name]]));
    const { subjectId, type, title, facts, legalBasis, occurredOn } = values;
    const entry = await rest<Entry>('POST', entriesPath, { body: { id, subjectId, type, title, facts, legalBasis, occurredOn, ...given, evidenceFileId: evidence?.id } });
    await navigate({ to: `${base}/credit-entries/${entry.id}` });
  };
  return (
    <>
      <PageHeader title={t('entries.newTitle')} lead={t('entries.newLead')} back={{ to: `${base}/credit-entries`, label: t('entries.back') }} />
      <div className="hb-card">
        <QuickForm fields={fields} initial={{ subjectId: subject ?? '' }} submit={t('entries.submit')} onSubmit={save} control={FieldControl} layout="grid" extraErrors={() => (evidence ? [] : [{ message: t('entries.needEvidence') }])}>
          <FileUpload label={t('entries.upload')} subjectType="credit-entry" subjectId={id} purpose="evidence" multiple={false} onDone={setEvidence} />
          {evidence && <FileList files={[evidence]} />}
        </QuickForm>
      </div>
    </>
  );
}

const READINGS = ['reading', 'firm.reading'];

function useFields(): FieldSpec[] {
  const { t } = useTranslation('credit');
  const isReading = { field: 'type', in: READINGS };
  return [
    { name: 'subjectId', label: { zh: '单位', en: 'Enterprise or firm' }, type: 'lookup', required: true, lookup: { path: subjectsPath, value: 'id', label: ['subjectName'], one: subjectsPath }, width: 'full' },
    { name: 'type', label: { zh: '事件类型', en: 'Type' }, type: 'select', required: true, options: [...TYPES, ...FIRM_TYPES].map(value => ({ value, label: t(`types.${value}`) })), width: 'half' },
    { name: 'severity', label: { zh: '失信类别', en: 'Class' }, type: 'select', options: (['minor', 'general', 'serious'] as const).map(value => ({ value, label: t(`severity.${value}`) })), help: { zh: '不选则按类型的通常类别；严重的、低于通常类别的须由另一人确认', en: 'Left out: the usual class of the type; serious ones and lower classes need a second person' }, width: 'half' },
    { name: 'indicator', label: { zh: '指标代码', en: 'Indicator' }, type: 'text', visibleWhen: isReading, required: isReading, example: '1', help: { zh: '国家办法 1 至 21；机构交付质量填 delivery', en: '1 to 21 of the national method; delivery for firms' }, width: 'half' },
    { name: 'measure', label: { zh: '取值', en: 'Value' }, type: 'decimal', visibleWhen: isReading, help: { zh: '不填表示该指标不适用', en: 'Left out: the indicator does not apply' }, width: 'half' },
    { name: 'title', label: { zh: '事件名称', en: 'Name' }, type: 'text', required: true, max: 120, example: '超标排放大气污染物罚款', width: 'full' },
    { name: 'occurredOn', label: { zh: '行为日期', en: 'Happened on' }, type: 'date', required: true, width: 'half' },
    { name: 'documentNo', label: { zh: '文号', en: 'Document number' }, type: 'text', max: 80, example: '晋孝环罚〔2026〕8号', width: 'half' },
    { name: 'validFrom', label: { zh: '生效日期', en: 'Counts from' }, type: 'date', help: { zh: '不填为行为日期；处罚一般填决定送达日', en: 'Left out: the day it happened' }, width: 'half' },
    { name: 'validUntil', label: { zh: '有效期止', en: 'Last day' }, type: 'date', help: { zh: '不填则按方案规定的期限；提前到期的须由另一人确认', en: 'Left out: as the scheme says; an earlier day needs a second person' }, width: 'half' },
    { name: 'facts', label: { zh: '查明的事实', en: 'Facts' }, type: 'textarea', required: true, max: 2000, help: { zh: '至少 10 个字', en: 'At least 10 characters' }, width: 'full' },
    { name: 'legalBasis', label: { zh: '依据（法律和条款）', en: 'Basis: law and article' }, type: 'text', required: true, max: 300, example: '大气污染防治法 第九十九条', width: 'full' },
  ];
}
