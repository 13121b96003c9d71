import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProblem } from '@/api/problem';
import { readPath, rest } from '@/api/rest';
import { TableExchange } from '@/features/exchange/TableExchange';
import { specOf } from '@/features/permits/model';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import type { FieldSpec } from '@/shared/form/field';
import { SectionForm } from '@/shared/form/SectionForm';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { reportPath, type CheckResult, type PartDefinition, type Report, type ReportPart } from './model';
import { NewestData } from './NewestData';
import { ReportAttachments } from './ReportAttachments';
import { useReport, useReportChanged, useReportForm } from './use-report';
import './reports.css';

/** One part a page: drawn from the server's field table, saved as one types, with where each prefilled value came from. */
export function PartPage() {
  const { reportId = '', part: key = '' } = useParams({ strict: false }) as { reportId?: string; part?: string };
  const report = useReport(reportId);
  const form = useReportForm(report.data?.kind);
  const path = `${reportPath(reportId)}/parts/${key}`;
  const part = useQuery({ ...readPath<ReportPart>(path), gcTime: 0, refetchOnWindowFocus: false, meta: { live: false } });
  const check = useQuery({ ...readPath<CheckResult>(`${reportPath(reportId)}/checks/latest`), staleTime: 0, gcTime: 0, refetchOnWindowFocus: false, meta: { live: false } });
  const [round, setRound] = useState(0);
  const definition = form.data?.parts.find(each => each.key === key);
  const error = report.error ?? form.error ?? part.error;
  if (error) return <RouteErrorPage error={error} onRetry={() => void part.refetch()} />;
  if (!report.data || !part.data || !definition || check.isPending) return <PageSkeleton />;
  const again = async (): Promise<void> => {
    await part.refetch();
    setRound(count => count + 1);
  };
  return <Loaded key={`${key}:${round}`} report={report.data} part={part.data} definition={definition} findings={findingsAt(check.data, part.data)} onTaken={again} />;
}

interface Props {
  readonly report: Report;
  readonly part: ReportPart;
  readonly definition: PartDefinition;
  readonly findings: readonly FieldProblem[];
  /** The platform's values were taken over: the form begins anew. */
  readonly onTaken: () => Promise<void>;
}

function Loaded({ report, part, definition, findings, onTaken }: Props) {
  const { t } = useTranslation('reports');
  const { base } = useSession();
  const { at } = useSearch({ strict: false }) as { at?: string };
  const root = `${base}/reports/${report.id}`;
  const path = `${reportPath(report.id)}/parts/${definition.key}`;
  const mayEdit = report.actions.includes('execution-report.edit');
  const finish = useFinish(path, root);
  const returned = (report.state === 'returned' ? (report.revisions[0]?.places ?? []) : []).filter(place => place.pointer === `/${definition.key}` || place.pointer.startsWith(`/${definition.key}/`));
  return (
    <>
      <PageHeader title={textOf(definition.title)} lead={textOf(definition.intro)} back={{ to: root, label: textOf(report.title) }} />
      {returned.length > 0 && <Alert type="warning" showIcon style={{ marginBottom: 16 }} title={t('returned.here')} description={returned.map(place => <p key={place.pointer}>{place.label}：{place.requirement}</p>)} />}
      {mayEdit && definition.key !== 'attachments' && <Platform report={report} part={part} onTaken={onTaken} />}
      {definition.key === 'attachments' ? (
        <ReportAttachments report={report} part={part} definition={definition} sealed={!mayEdit} onLeave={finish} />
      ) : (
        <SectionForm
          fields={definition.fields.map(specOf)}
          record={{ key: `${report.id}:${definition.key}`, version: part.version, values: part.data as Record<string, unknown> }}
          save={async (changes, version) => ({ version: (await rest<ReportPart>('PATCH', path, { body: { data: changes }, version })).version })}
          reload={async () => {
            const fresh = await rest<ReportPart>('GET', path);
            return { version: fresh.version, values: fresh.data as Record<string, unknown> };
          }}
          tableTools={(spec, { fixed, save, refresh }) => byExcel(spec) && <TableExchange path={`${reportPath(report.id)}/tables/${definition.key}/${spec.name}`} label={textOf(spec.label)} onBefore={fixed ? null : save} onDone={refresh} />}
          onLeave={finish}
          complete={part.completed}
          findings={findings}
          at={at}
          readOnly={!mayEdit}
        />
      )}
    </>
  );
}

function useFinish(path: string, root: string): (complete: boolean) => Promise<void> {
  const navigate = useNavigate();
  const client = useQueryClient();
  const changed = useReportChanged();
  return async complete => {
    const latest = await rest<ReportPart>('GET', path);
    if (complete !== latest.completed) await rest('POST', `${path}/complete`, { body: { done: complete }, version: latest.version });
    client.removeQueries({ predicate: query => query.queryKey[0] === path });
    await changed();
    await navigate({ to: root });
  };
}

const byExcel = (spec: FieldSpec): boolean => !spec.columns?.some(column => column.type === 'file' || column.type === 'table');
const SHOWN = 200;

/** Where the prefilled values came from, what a person typed otherwise, and the newest data. */
function Platform({ report, part, onTaken }: Pick<Props, 'report' | 'part' | 'onTaken'>) {
  const { t } = useTranslation('reports');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const takeOne = async (pointer: string): Promise<void> => {
    setBusy(pointer);
    setError(null);
    await rest('POST', `${reportPath(report.id)}/refresh`, { body: { parts: [part.part], places: [pointer] } }).then(onTaken, setError).finally(() => setBusy(null));
  };
  return (
    <section className="hb-card hb-stack" style={{ gap: 10, marginBottom: 16 }} aria-label={t('platform.title')}>
      <NewestData reportId={report.id} part={part.part} onDone={onTaken} />
      <ProblemAlert error={error} />
      {part.differences.length > 0 && (
        <div>
          <h2 className="hb-report__small-heading">{t('platform.differs', { count: part.differences.length })}</h2>
          <ul className="hb-plain-list hb-stack" style={{ gap: 6 }}>
            {part.differences.slice(0, SHOWN).map(one => (
              <li key={one.pointer} className="hb-row">
                <span>{t('platform.difference', { place: textOf(one.place), typed: one.typed ?? t('common:state.notFilled'), platform: one.platform ?? t('common:state.notFilled') })}</span>
                <Button size="small" loading={busy === one.pointer} aria-label={`${t('platform.take')} ${textOf(one.place)}`} onClick={() => void takeOne(one.pointer)}>{t('platform.take')}</Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {part.origins.length > 0 && (
        <details>
          <summary>{t('platform.origins', { count: part.origins.length })}</summary>
          <ul className="hb-small hb-report__scroll" tabIndex={0} aria-label={t('platform.title')}>
            {part.origins.slice(0, SHOWN).map(one => <li key={one.pointer}>{textOf(one.place)}：<span className="hb-muted">{textOf(one.source)}</span></li>)}
          </ul>
        </details>
      )}
    </section>
  );
}

/** What the last check found in this part, at its fields; nothing once the part was changed after it. */
function findingsAt(result: CheckResult | undefined, part: ReportPart): FieldProblem[] {
  const finished = result?.check?.finishedAt;
  if (!finished || Date.parse(part.updatedAt) > Date.parse(finished)) return [];
  const root = `/${part.part}/`;
  return result.findings.flatMap(({ pointer, ruleId, suggestion, explanation }) => (pointer.startsWith(root) && !explanation ? [{ pointer: pointer.slice(root.length - 1), code: ruleId, zh: suggestion.zh, en: suggestion.en }] : []));
}
