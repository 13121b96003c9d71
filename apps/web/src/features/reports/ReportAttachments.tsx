import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { FileList } from '@/shared/ui/FileList';
import { FileUpload } from '@/shared/ui/FileUpload';
import type { StoredFile } from '@/shared/ui/files.types';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { reportPath, type PartDefinition, type Report, type ReportPart } from './model';

interface Row {
  readonly kind: string;
  readonly fileId: string;
}

interface Props {
  readonly report: Report;
  readonly part: ReportPart;
  readonly definition: PartDefinition;
  readonly sealed: boolean;
  readonly onLeave: (complete: boolean) => Promise<void>;
}

const rowsOf = (part: ReportPart): readonly Row[] => ((part.data as Record<string, unknown>)['files'] ?? []) as readonly Row[];

/** Attachments of a report by kind; none is demanded. */
export function ReportAttachments({ report, part, definition, sealed, onLeave }: Props) {
  const { t } = useTranslation('reports');
  const files = useQuery(readPath<readonly StoredFile[]>('/api/v1/files', { subjectType: 'execution-report', subjectId: report.id }));
  const [state, setState] = useState({ version: part.version, rows: rowsOf(part) });
  const [error, setError] = useState<unknown>(null);
  const kinds = definition.fields.find(field => field.name === 'files')?.columns?.find(column => column.name === 'kind')?.options ?? [];
  const save = async (rows: readonly Row[]): Promise<void> => {
    setError(null);
    await rest<ReportPart>('PATCH', `${reportPath(report.id)}/parts/attachments`, { body: { data: { files: rows } }, version: state.version })
      .then(async saved => {
        setState({ version: saved.version, rows: rowsOf(saved) });
        await files.refetch();
      }, setError);
  };
  return (
    <div className="hb-stack">
      <p>{t('attachments')}</p>
      <ProblemAlert error={error ?? files.error} />
      {kinds.map(kind => {
        const own = state.rows.filter(row => row.kind === kind.value);
        return (
          <section key={kind.value} className="hb-card">
            <h2>{textOf(kind)}</h2>
            <FileList files={own.flatMap(row => files.data?.find(file => file.id === row.fileId) ?? [])} onRemove={sealed ? undefined : file => save(state.rows.filter(row => row.fileId !== file.id))} />
            {!sealed && <FileUpload label={t('upload', { kind: textOf(kind) })} subjectType="execution-report" subjectId={report.id} purpose={kind.value} onDone={file => void save([...state.rows, { kind: kind.value, fileId: file.id }])} />}
          </section>
        );
      })}
      {!sealed && <div><Button type="primary" size="large" onClick={() => void onLeave(true).catch(setError)}>{t('attachmentsDone')}</Button></div>}
    </div>
  );
}
