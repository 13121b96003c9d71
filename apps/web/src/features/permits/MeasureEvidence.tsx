import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { FileList } from '@/shared/ui/FileList';
import { FileUpload } from '@/shared/ui/FileUpload';
import type { StoredFile } from '@/shared/ui/files.types';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';

const SUBJECT = 'permit-measure';

export const EVIDENCE_UPLOAD = 'measure-evidence';

export const useEvidence = (evidenceId: string) => useQuery(readPath<readonly StoredFile[]>('/api/v1/files', { subjectType: SUBJECT, subjectId: evidenceId }));

interface Props {
  readonly evidenceId: string;
  /** While it is a draft: upload and removal. */
  readonly open?: boolean;
}

/** What a measure rests on, for the bureau alone. */
export function MeasureEvidence({ evidenceId, open = false }: Props) {
  const { t } = useTranslation('permits');
  const files = useEvidence(evidenceId);
  const reload = async (): Promise<void> => void (await files.refetch());
  return (
    <section className="hb-stack" aria-label={t('ending.evidence.title')}>
      <h3>{t('ending.evidence.title')}</h3>
      <p className="hb-muted hb-small">{t(open ? 'ending.evidence.lead' : 'ending.evidence.own')}</p>
      <ProblemAlert error={files.error} />
      <FileList files={[...(files.data ?? [])]} onRemove={open ? file => rest('DELETE', `/api/v1/files/${file.id}`).then(reload) : undefined} />
      {open && <FileUpload id={EVIDENCE_UPLOAD} label={t('ending.evidence.upload')} subjectType={SUBJECT} subjectId={evidenceId} purpose="evidence" onDone={() => void reload()} />}
    </section>
  );
}
