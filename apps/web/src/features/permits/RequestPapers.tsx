import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { FileList } from '@/shared/ui/FileList';
import { FileUpload } from '@/shared/ui/FileUpload';
import type { StoredFile } from '@/shared/ui/files.types';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { Basis } from '../permit-guide/ProcedureFacts';
import type { Material } from './model';

const SUBJECT = 'permit-request';
const OTHER = 'other';
const NEED = { always: 'attachments.needed', when: 'ending.papers.when', optional: 'attachments.optional' } as const;

export const useRequestPapers = (papersId: string) => useQuery(readPath<readonly StoredFile[]>('/api/v1/files', { subjectType: SUBJECT, subjectId: papersId }));

export const uploadId = (kind: string): string => `request-paper-${kind}`;

interface Props {
  readonly papersId: string;
  readonly materials: readonly Material[];
  /** While it is a draft: upload and removal. */
  readonly open?: boolean;
}

/** The papers of 补领 or 注销 by kind: what is needed, what is there, and an upload beside each while it is a draft. */
export function RequestPapers({ papersId, materials, open = false }: Props) {
  const { t } = useTranslation('permits');
  const files = useRequestPapers(papersId);
  const reload = async (): Promise<void> => void (await files.refetch());
  const known = new Set(materials.map(one => one.kind));
  const shelf = (kind: string): StoredFile[] => (files.data ?? []).filter(file => (file.purpose && known.has(file.purpose) ? file.purpose : OTHER) === kind);
  const loose = known.has(OTHER) ? [] : shelf(OTHER);
  return (
    <section className="hb-stack" aria-label={t('ending.papers.title')}>
      <h3>{t('ending.papers.title')}</h3>
      {open && <p className="hb-muted hb-small">{t('ending.papers.lead')}</p>}
      <ProblemAlert error={files.error} />
      {materials.map(one => (
        <div key={one.kind} className="hb-stack" style={{ gap: 6 }}>
          <div className="hb-row">
            <strong>{textOf(one.label)}</strong>
            <StatusTag tone={one.need === 'optional' ? 'muted' : 'warning'}>{t(NEED[one.need])}</StatusTag>
            {files.data && shelf(one.kind).length === 0 && <StatusTag tone="muted">{t('attachments.none')}</StatusTag>}
          </div>
          <p className="hb-field__help">
            {one.note && `${textOf(one.note)} · `}
            <Basis article={one.article} verified={one.verified} />
          </p>
          <FileList files={shelf(one.kind)} onRemove={open ? file => rest('DELETE', `/api/v1/files/${file.id}`).then(reload) : undefined} />
          {open && <FileUpload id={uploadId(one.kind)} label={t('attachments.upload', { kind: textOf(one.label) })} subjectType={SUBJECT} subjectId={papersId} purpose={one.kind} onDone={() => void reload()} />}
        </div>
      ))}
      <FileList files={loose} />
    </section>
  );
}
