import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { AppLink } from '@/shared/ui/AppLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import { filled, insideData, monitoringPath, textOrNull, VERDICT_TONE, type Result, type ResultDetail } from './model';
import './records.css';

/** One result: what was reported, how it was compared, what stood here before. */
export function ResultPage() {
  const { t } = useTranslation('records');
  const { base, can } = useSession();
  const { permitId = '', resultId = '' } = useParams({ strict: false }) as { permitId?: string; resultId?: string };
  const result = useQuery(readPath<ResultDetail>(`/api/v1/monitoring-results/${resultId}`));
  if (result.isPending) return <PageSkeleton />;
  if (result.error) return <RouteErrorPage error={result.error} />;
  const { data } = result;
  const newest = data.history[data.history.length - 1];
  return (
    <>
      <PageHeader title={`${data.place} ${textOf(data.pollutantTitle)}`} back={{ to: `${base}/records/${permitId}?tab=results`, label: t('tab.results') }} lead={<DateText value={data.sampledAt} time />} tags={<StatusTag tone={VERDICT_TONE[data.verdict]}>{t(`verdict.${data.verdict}`)}</StatusTag>} />
      <div className="hb-stack">
        {data.exceedanceId && <p><AppLink to={`${base}/exceedances/${String(data.exceedanceId)}`}>{t('result.toExceedance')}</AppLink></p>}
        {data.history.map((one, index) => <Version key={one.id} result={one} number={index + 1} />)}
        {can('monitoring.write') && newest && newest.correctedById === null && <Correct newest={newest} permitId={permitId} />}
      </div>
    </>
  );
}

function Version({ result, number }: { readonly result: Result; readonly number: number }) {
  const { t } = useTranslation('records');
  const file = textOrNull(result.reportFileId);
  const row = (label: string, value: unknown) => (value === null || value === undefined ? [] : [{ label: t(label), value: <span className="hb-num">{String(value)}</span> }]);
  const rows = [
    ...row('result.value', result.voided ? t('entry.voided') : `${result.reported} ${result.unit}`), ...row('result.oxygen', result.oxygenPercent === null ? null : `${String(result.oxygenPercent)} %`),
    { label: t('result.steps'), value: <ul className="hb-plain-list">{result.steps.map(step => <li key={step.zh}>{textOf(step)}</li>)}</ul> },
    ...row('result.flow', result.flow), ...row('result.sampleNo', result.sampleNo), ...row('result.technique', result.technique), ...row('result.laboratory', result.laboratory), ...row('result.cma', result.cma), ...row('result.reportNo', result.reportNo),
    ...(file ? [{ label: t('result.file'), value: <a href={`/api/v1/files/${file}/content`}>{t('result.download')}</a> }] : []),
    ...row('result.note', result.note), ...row('correct.reason', result.reason),
    { label: t('entry.entered'), value: <>{result.enteredByName} <DateText value={result.enteredAt} time /></> },
  ];
  return <SummaryList groups={[{ title: t('entry.version', { number }), rows }]} />;
}

function Correct({ newest, permitId }: { readonly newest: Result; readonly permitId: string }) {
  const { t } = useTranslation('records');
  const { base } = useSession();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [open, setOpen] = useState<'correct' | 'void' | null>(null);
  const send = async (body: object): Promise<void> => {
    const made = await rest<{ id: string }>('POST', `/api/v1/monitoring-results/${newest.id}/correct`, { body, idempotencyKey: crypto.randomUUID() });
    await client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith(monitoringPath(permitId)) });
    setOpen(null);
    await navigate({ to: `${base}/records/${permitId}/results/${made.id}` as never });
  };
  return (
    <section className="hb-card hb-stack">
      <div className="hb-records__buttons">
        <Button size="large" aria-expanded={open === 'correct'} onClick={() => setOpen('correct')}>{t('correct.act')}</Button>
        <Button size="large" danger onClick={() => setOpen('void')}>{t('correct.void')}</Button>
      </div>
      {open === 'correct' && (
        <QuickForm
          fields={[
            { name: 'value', label: t('result.value'), type: 'text', required: true, help: t('result.valueHelp') },
            { name: 'oxygenPercent', label: t('result.oxygen'), type: 'decimal', unit: '%' },
            { name: 'flow', label: t('result.flow'), type: 'decimal' },
            { name: 'reportNo', label: t('result.reportNo'), type: 'text', max: 60 },
            { name: 'reason', label: t('correct.reason'), type: 'textarea', required: true, max: 300, width: 'full', help: t('correct.reasonHelp') },
          ]}
          initial={{ value: newest.reported, oxygenPercent: newest.oxygenPercent, flow: newest.flow, reportNo: newest.reportNo }} submit={t('correct.act')} control={FieldControl} layout="grid"
          onSubmit={async ({ reason, ...values }) => {
            try {
              await send({ data: filled(values), reason });
            } catch (thrown) {
              throw insideData(thrown);
            }
          }}
        />
      )}
      <ConfirmAct open={open === 'void'} title={t('correct.voidTitle')} act={t('correct.void')} danger reason={{ label: t('correct.reason'), required: true }} onConfirm={reason => send({ voided: true, reason })} onClose={() => setOpen(null)}>
        <p>{t('correct.voidText')}</p>
      </ConfirmAct>
    </section>
  );
}
