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
import { FromDeliverables } from '../contracts/FromDeliverables';
import { Basis } from '../permit-guide/ProcedureFacts';
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
  const kinds = kindsOf(application, definition);
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
      {kinds.filter(kind => !kind.unlisted || state.rows.some(row => row.kind === kind.value)).map(kind => {
        const own = state.rows.filter(row => row.kind === kind.value);
        const shown = own.map(row => files.data?.find(file => file.id === row.fileId)).filter(file => file !== undefined);
        return (
          <section key={kind.value} className="hb-card">
            <div className="hb-row">
              <h2>{textOf(kind)}</h2>
              <StatusTag tone={kind.needed ? 'warning' : 'muted'}>{t(kind.needed ? 'attachments.needed' : 'attachments.optional')}</StatusTag>
              {own.length === 0 && <StatusTag tone="muted">{t('attachments.none')}</StatusTag>}
            </div>
            {(kind.note || kind.article) && (
              <p className="hb-field__help">
                {kind.note && `${textOf(kind.note)} · `}
                {kind.article && <Basis article={kind.article} verified={kind.verified} />}
              </p>
            )}
            <FileList files={shown} onRemove={sealed ? undefined : file => save(state.rows.filter(row => row.fileId !== file.id))} />
            {!sealed && (
              <>
                <FileUpload
                  label={t('attachments.upload', { kind: textOf(kind) })}
                  subjectType="permit-application"
                  subjectId={application.id}
                  purpose={kind.value}
                  onDone={file => void save([...state.rows, { kind: kind.value, fileId: file.id }])}
                />
                <FromDeliverables applicationId={application.id} purpose={kind.value} label={textOf(kind)} onDone={file => void save([...state.rows, { kind: kind.value, fileId: file.id }])} />
              </>
            )}
          </section>
        );
      })}
      {state.problems.length > 0 && (
        <ul className="hb-field-error">
          {state.problems.map(problem => (
            <li key={problem.zh}>{textOf(problem)}</li>
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

interface Kind {
  readonly value: string;
  readonly zh: string;
  readonly en: string;
  readonly needed: boolean;
  readonly note: { readonly zh: string; readonly en: string } | null;
  readonly article: string | null;
  readonly verified: boolean;
  /** Not asked for by this business; shown only where a file is there. */
  readonly unlisted?: boolean;
}

/** What this application hands in, needed ones first; then kinds that are there already from before. */
function kindsOf({ materials }: Application, definition: SectionDefinition): Kind[] {
  const options = definition.fields.find(field => field.name === 'files')?.columns?.find(column => column.name === 'kind')?.options ?? [];
  const listed = materials.map(({ kind, label, need, note, article, verified }): Kind => ({ value: kind, ...label, needed: need === 'always', note, article, verified }));
  if (listed.length === 0) return options.map(option => ({ ...option, needed: false, note: null, article: null, verified: true }));
  const known = new Set(listed.map(one => one.value));
  return [...listed, ...options.filter(option => !known.has(option.value)).map(option => ({ ...option, needed: false, note: null, article: null, verified: true, unlisted: true }))];
}
