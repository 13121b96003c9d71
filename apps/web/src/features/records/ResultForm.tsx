import { useQueryClient } from '@tanstack/react-query';
import { Alert, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError, sentenceOf, type FieldProblem } from '@/api/problem';
import { rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { FileUpload } from '@/shared/ui/FileUpload';
import type { ReceivedReport } from './ReceivedReports';
import { filled, monitoringPath, today, type Monitoring, type PlanLine } from './model';

const QUESTIONS = new Set(['unit-slip', 'sample-reused']);
const keyOf = (line: PlanLine): string => `${line.place}|${line.pollutant}`;

/** One result from a laboratory's report. What is most likely a slip is asked about once, in plain words. */
export function ResultForm({ monitoring, from = null, onDone }: { readonly monitoring: Monitoring; readonly from?: ReceivedReport | null; readonly onDone: () => void }) {
  const { t } = useTranslation('records');
  const client = useQueryClient();
  const [asked, setAsked] = useState<readonly FieldProblem[]>([]);
  const [sure, setSure] = useState(false);
  const [report, setReport] = useState<{ id: string; name: string } | null>(from && { id: from.fileId, name: from.name });
  const send = async (values: Record<string, unknown>): Promise<void> => {
    const { what, ownLaboratory, ...rest_ } = filled(values);
    const [place, pollutant] = String(what).split('|');
    const confirmed = sure ? asked.map(one => one.code) : [];
    const body = { ...rest_, place, pollutant, ...(ownLaboratory === true ? { ownLaboratory } : {}), ...(report ? { reportFileId: report.id } : {}), ...(confirmed.length > 0 ? { confirmed } : {}) };
    try {
      await rest('POST', `${monitoringPath(monitoring.id)}/results`, { body, idempotencyKey: crypto.randomUUID() });
    } catch (thrown) {
      const questions = thrown instanceof ProblemError ? thrown.errors.filter(one => QUESTIONS.has(one.code)) : [];
      setAsked(questions);
      setSure(false);
      throw thrown;
    }
    await client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith(monitoringPath(monitoring.id)) });
    onDone();
  };
  return (
    <section className="hb-card hb-stack" aria-labelledby="new-result">
      <h2 id="new-result">{t('result.new')}</h2>
      <QuickForm fields={fieldsOf(monitoring, t)} initial={{ sampledAt: `${today()} 09:00`, ownLaboratory: false, ...(from && { laboratory: from.laboratory }) }} submit={t('result.save')} control={FieldControl} layout="grid" onSubmit={send}>
        {report ? <p>{t('result.report', { name: report.name })}</p> : <FileUpload label={t('result.upload')} subjectType="monitoring-reports" subjectId={monitoring.id} purpose="report" multiple={false} onDone={file => setReport({ id: file.id, name: file.name })} />}
        {asked.length > 0 && (
          <Alert
            type="warning" showIcon title={t('result.asked')}
            description={
              <>
                <ul>{asked.map(one => <li key={one.code}>{sentenceOf(one)}</li>)}</ul>
                <Checkbox checked={sure} onChange={event => setSure(event.target.checked)}>{t('result.sure')}</Checkbox>
              </>
            }
          />
        )}
      </QuickForm>
    </section>
  );
}

function fieldsOf(monitoring: Monitoring, t: (key: string) => string): FieldSpec[] {
  const lines = [...new Map(monitoring.plan.map(line => [keyOf(line), line])).values()];
  const entrusted = { field: 'ownLaboratory', in: [false] } as const;
  const converted = lines.filter(line => typeof line.baseOxygenPercent === 'string').map(keyOf);
  return [
    { name: 'what', label: t('result.what'), type: 'select', required: true, width: 'full', options: lines.map(line => ({ value: keyOf(line), label: `${line.place} ${line.placeName} · ${textOf(line.pollutantTitle)}（${line.unit}）` })) },
    { name: 'sampledAt', label: t('result.at'), type: 'text', required: true, example: '2026-11-24 09:30', pattern: '^\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}$', patternHint: t('result.atHint') },
    { name: 'value', label: t('result.value'), type: 'text', required: true, example: '12.3', help: t('result.valueHelp') },
    { name: 'unit', label: t('result.unit'), type: 'text', help: t('result.unitHelp') },
    { name: 'oxygenPercent', label: t('result.oxygen'), type: 'decimal', unit: '%', example: '9.5', visibleWhen: { field: 'what', in: converted }, required: { field: 'what', in: converted }, help: t('result.oxygenHelp') },
    { name: 'flow', label: t('result.flow'), type: 'decimal', help: t('result.flowHelp') },
    { name: 'sampleNo', label: t('result.sampleNo'), type: 'text', max: 60 },
    { name: 'ownLaboratory', label: t('result.own'), type: 'boolean' },
    { name: 'laboratory', label: t('result.laboratory'), type: 'text', max: 100, visibleWhen: entrusted, required: entrusted },
    { name: 'cma', label: t('result.cma'), type: 'text', max: 40, visibleWhen: entrusted, required: entrusted },
    { name: 'technique', label: t('result.technique'), type: 'text', max: 100, example: 'HJ 693-2014' },
    { name: 'reportNo', label: t('result.reportNo'), type: 'text', max: 60 },
    { name: 'note', label: t('result.note'), type: 'textarea', max: 300, width: 'full' },
  ];
}
