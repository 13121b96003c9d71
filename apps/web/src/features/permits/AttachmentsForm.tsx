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
import { StatusTag } from '@/shared/ui/StatusTag';
import { applicationPath, type Application, type Section, type SectionDefinition } from './model';

interface Row {
  readonly kind: string;
  readonly title?: string | null;
  readonly fileId: string;
}

interface Props {
  readonly application: Application;
  readonly section: Section;
  readonly definition: SectionDefinition;
  readonly onLeave: (complete: boolean) => Promise<void>;
}

/** Attachments by kind: what is needed, what is there, and an upload beside each. */
export function AttachmentsForm({ application, section, definition, onLeave }: Props) {
  const { t } = useTranslation('permits');
  const files = useQuery(readPath<readonly StoredFile[]>('/api/v1/files', { subjectType: 'permit-application', subjectId: application.id }));
  const [state, setState] = useState({ version: section.version, rows: ((section.data as Record<string, unknown>)['files'] ?? []) as readonly Row[], problems: section.problems });
  const [error, setError] = useState<unknown>(null);
  const kinds = definition.fields.find(field => field.name === 'files')?.columns?.find(column => column.name === 'kind')?.options ?? [];
  const sealed = application.editing === 'sealed';

  const save = async (rows: readonly Row[]): Promise<void> => {
    setError(null);
    try {
      const saved = await rest<Section>('PATCH', `${applicationPath(application.id)}/sections/attachments`, { body: { data: { files: rows } }, version: state.version });
      setState({ version: saved.version, rows: ((saved.data as Record<string, unknown>)['files'] ?? []) as readonly Row[], problems: saved.problems });
      await files.refetch();
    } catch (thrown) {
      setError(thrown);
    }
  };
  return (
    <div className="hb-stack">
      <p>{t('attachments.lead')}</p>
      <ProblemAlert error={error ?? files.error} />
      {kinds.map(kind => {
        const own = state.rows.filter(row => row.kind === kind.value);
        const shown = own.map(row => files.data?.find(file => file.id === row.fileId)).filter(file => file !== undefined);
        return (
          <section key={kind.value} className="hb-card">
            <div className="hb-row">
              <h2>{textOf(kind)}</h2>
              {own.length === 0 && <StatusTag tone="muted">{t('attachments.none')}</StatusTag>}
            </div>
            <FileList files={shown} onRemove={sealed ? undefined : file => save(state.rows.filter(row => row.fileId !== file.id))} />
            {!sealed && (
              <FileUpload
                label={t('attachments.upload', { kind: textOf(kind) })}
                subjectType="permit-application"
                subjectId={application.id}
                purpose={kind.value}
                onDone={file => void save([...state.rows, { kind: kind.value, fileId: file.id }])}
              />
            )}
          </section>
        );
      })}
      {state.problems.length > 0 && (
        <ul className="hb-field-error">
          {state.problems.map(problem => (
            <li key={problem.pointer + problem.code}>{textOf(problem)}</li>
          ))}
        </ul>
      )}
      <div className="hb-row">
        {!sealed && (
          <Button type="primary" size="large" onClick={() => void onLeave(true).catch(setError)}>
            {t('attachments.complete')}
          </Button>
        )}
        <Button size="large" onClick={() => void onLeave(section.completed && sealed)}>
          {t('attachments.done')}
        </Button>
      </div>
    </div>
  );
}
