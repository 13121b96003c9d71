import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProblem } from '@/api/problem';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import type { FieldSpec } from '@/shared/form/field';
import { SectionForm } from '@/shared/form/SectionForm';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { CopyTools } from '../copying/CopyTools';
import { TableExchange } from '../exchange/TableExchange';
import { LimitHint, useLimits } from '../standards/LimitHint';
import { AttachmentsForm } from './AttachmentsForm';
import { applicationPath, specOf, type Application, type Review, type Section, type SectionDefinition } from './model';
import { useApplication, useApplicationChanged, useForm } from './parts';

/** One section a page: drawn from the server's field table, saved as one types. */
export function SectionPage() {
  const { applicationId = '', section: key = '' } = useParams({ strict: false }) as { applicationId?: string; section?: string };
  const application = useApplication(applicationId);
  const form = useForm();
  const section = useQuery({ ...readPath<Section>(`${applicationPath(applicationId)}/sections/${key}`), gcTime: 0, refetchOnWindowFocus: false, meta: { live: false } });
  const review = useQuery({ ...readPath<Review>(`${applicationPath(applicationId)}/review-runs/latest`, { section: key }), staleTime: 0, gcTime: 0, refetchOnWindowFocus: false, meta: { live: false } });
  const definition = form.data?.sections.find(each => each.key === key);
  const error = application.error ?? form.error ?? section.error;
  if (error) return <RouteErrorPage error={error} onRetry={() => void section.refetch()} />;
  if (!application.data || !section.data || !definition) return <PageSkeleton />;
  if (review.isPending) return <PageSkeleton />;
  return <Loaded key={key} application={application.data} section={section.data} definition={definition} findings={findingsAt(review.data, section.data)} />;
}

interface Props {
  readonly application: Application;
  readonly section: Section;
  readonly definition: SectionDefinition;
  readonly findings: readonly FieldProblem[];
}

function Loaded({ application, section, definition, findings }: Props) {
  const { t } = useTranslation('permits');
  const { base } = useSession();
  const navigate = useNavigate();
  const client = useQueryClient();
  const notes = useNotes(application.id, section);
  const { at } = useSearch({ strict: false }) as { at?: string };
  const changed = useApplicationChanged(application.id);
  const root = `${base}/permits/${application.id}`;
  const path = `${applicationPath(application.id)}/sections/${definition.key}`;
  const own = (application.case.corrections.at(-1)?.items ?? []).filter(item => application.editing === 'flagged' && item.pointer.startsWith(`/${definition.key}`));
  const lock = lockOf(application, definition.key, t('section.correctionOnly'));
  const finish = async (complete: boolean): Promise<void> => {
    const latest = await rest<Section>('GET', path, { brief: true });
    if (complete !== latest.completed) await rest('POST', `${path}/complete`, { body: { done: complete }, version: latest.version, brief: true });
    client.removeQueries({ predicate: query => query.queryKey[0] === path });
    await changed();
    await navigate({ to: root });
  };
  return (
    <>
      <PageHeader title={textOf(definition.title)} lead={textOf(definition.intro)} back={{ to: root, label: t('section.back') }} tags={<span className="hb-small hb-muted">{t('section.national', { page: definition.nationalPage })}</span>} />
      {own.length > 0 && (
        <Alert type="warning" showIcon style={{ marginBottom: 16 }} title={t('section.toFix')} description={own.map(item => <p key={item.id}>{`${item.label}：${item.requirement}`}</p>)} />
      )}
      {definition.key === 'attachments' ? (
        <AttachmentsForm application={application} section={section} definition={definition} onLeave={finish} />
      ) : (
        <SectionForm
          fields={definition.fields.filter(field => field.askedFor?.includes(application.businessType) ?? true).map(specOf)}
          record={{ key: `${application.id}:${definition.key}`, version: section.version, values: section.data as Record<string, unknown> }}
          save={(changes, version) => rest<Section>('PATCH', path, { body: { data: changes }, version })}
          saveCells={async (cells, version) => {
            const saved = await rest<Section>('PATCH', path, { body: { cells }, version, brief: true });
            notes.saved(saved);
            return { version: saved.version };
          }}
          reload={async () => {
            const fresh = await rest<Section>('GET', path);
            return { version: fresh.version, values: fresh.data as Record<string, unknown> };
          }}
          tableTools={(spec, { fixed, save, refresh }) => byExcel(spec) && (
            <TableExchange path={`${applicationPath(application.id)}/tables/${definition.key}/${spec.name}`} label={textOf(spec.label)} onBefore={fixed ? null : save} onDone={refresh} />
          )}
          tools={application.editing === 'sealed' ? undefined : ({ save, refresh }) => <CopyTools applicationId={application.id} section={definition.key} onBefore={save} onDone={refresh} />}
          onLeave={finish}
          complete={section.completed}
          findings={findings}
          at={at}
          note={notes.note}
          readOnly={application.editing === 'sealed'}
          locked={lock}
        />
      )}
    </>
  );
}

/** Beneath a field: the strictest limit that applies, and what the server remarked when the section was saved. */
function useNotes(applicationId: string, section: Section) {
  const client = useQueryClient();
  const limits = useLimits(applicationId, section.section);
  const [remarks, setRemarks] = useState(section.remarks);
  const note = useCallback((pointer: string) => {
    const limit = limits.get(pointer);
    const said = remarks.filter(one => one.pointer === pointer);
    return limit || said.length > 0 ? (
      <>
        <LimitHint limit={limit} />
        {said.map(one => (
          <p key={one.code} className="hb-limit__remark hb-small" role="status">
            {textOf(one)}
          </p>
        ))}
      </>
    ) : null;
  }, [limits, remarks]);
  const saved = (fresh: Section): void => {
    setRemarks(fresh.remarks);
    void client.invalidateQueries({ queryKey: [`${applicationPath(applicationId)}/applicable-limits`] });
  };
  return { note, saved };
}

/** Rows that hold files do not come by Excel. */
const byExcel = (spec: FieldSpec): boolean => !spec.columns?.some(column => column.type === 'file' || column.type === 'table');

/** What the last machine review found in this section, at its fields; nothing once the section was changed after it. */
function findingsAt(review: Review | undefined, section: Section): FieldProblem[] {
  const finished = review?.run?.finishedAt;
  if (!finished || Date.parse(section.updatedAt) > Date.parse(finished)) return [];
  const root = `/${section.section}/`;
  return review.findings.flatMap(({ pointer, ruleId, suggestion }) => (pointer.startsWith(root) ? [{ pointer: pointer.slice(root.length - 1), code: ruleId, zh: suggestion.zh, en: suggestion.en }] : []));
}

/** During 补正 everything but the flagged pointers (and what lies below them) is locked. */
function lockOf(application: Application, key: string, why: string): ((pointer: string) => string | null) | undefined {
  if (application.editing !== 'flagged') return undefined;
  const open = application.editable.filter(pointer => pointer === `/${key}` || pointer.startsWith(`/${key}/`)).map(pointer => pointer.slice(key.length + 1));
  return pointer => (open.some(flagged => flagged === '' || pointer === flagged || pointer.startsWith(`${flagged}/`) || flagged.startsWith(`${pointer}/`)) ? null : why);
}
