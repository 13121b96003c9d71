import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { FileList } from '@/shared/ui/FileList';
import { FileUpload } from '@/shared/ui/FileUpload';
import type { StoredFile } from '@/shared/ui/files.types';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { dutiesPath, type DutyDetail } from './model';

/** Files of one duty; asked for only where there can be some. */
function useEvidence(duty: DutyDetail, wanted: boolean) {
  return useQuery({ ...readPath<readonly StoredFile[]>('/api/v1/files', { subjectType: 'obligation', subjectId: duty.id }), enabled: wanted });
}

/** Says by hand that a duty is done: a word on what was done, and a file that shows it where the kind asks for one. */
export function DoneByHand({ duty, open, onClose }: { readonly duty: DutyDetail; readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('duties');
  const queries = useQueryClient();
  const files = useEvidence(duty, open);
  const newest = files.data?.at(-1);
  const done = async (note: string): Promise<void> => {
    await rest('POST', `${dutiesPath}/${duty.id}/done`, { body: { note, ...(newest ? { evidenceFileId: newest.id } : {}) }, version: duty.version });
    await queries.invalidateQueries();
  };
  const refresh = (): void => void files.refetch();
  return (
    <ConfirmAct open={open} title={t('detail.doneTitle')} act={t('detail.done')} ready={duty.evidence === 'optional' || newest !== undefined} reason={{ label: t('detail.note'), required: true }} onConfirm={done} onClose={onClose}>
      <p>{t(duty.evidence === 'required' ? 'detail.evidenceRequired' : 'detail.evidenceOptional')}</p>
      <ProblemAlert error={files.error} />
      <FileList files={files.data ?? []} onRemove={file => rest('DELETE', `/api/v1/files/${file.id}`).then(refresh)} />
      <FileUpload label={t('detail.evidenceAdd')} subjectType="obligation" subjectId={duty.id} purpose="evidence" onDone={refresh} />
    </ConfirmAct>
  );
}

/** What somebody showed: for everybody who reads the duty. */
export function DutyEvidence({ duty }: { readonly duty: DutyDetail }) {
  const { t } = useTranslation('duties');
  const files = useEvidence(duty, duty.evidenceFileId !== null);
  if (duty.evidenceFileId === null) return null;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('detail.evidence')}</h2>
      <ProblemAlert error={files.error} />
      <FileList files={files.data ?? []} />
    </section>
  );
}
