import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileUpload } from './FileUpload';
import type { StoredFile } from './files.types';

/** 送达方式 as the server knows them. */
export const SERVICE_METHODS = ['direct', 'leave', 'post', 'electronic', 'entrusted', 'announcement'] as const;

export interface Proof {
  readonly proofFileId: string | null;
  readonly consentFileId: string | null;
}

/** What is sent with the record of a service, once both are there. */
export const proofBody = ({ proofFileId, consentFileId }: Proof): Record<string, string> => ({ ...(proofFileId ? { proofFileId } : {}), ...(consentFileId ? { consentFileId } : {}) });

/** The proof of service, and the consent where papers are served electronically, uploaded into the file of the case. */
export function ServiceProof({ caseId, onChange }: { readonly caseId: string; readonly onChange: (proof: Proof) => void }) {
  const { t } = useTranslation();
  const [files, setFiles] = useState<{ readonly proof: StoredFile | null; readonly consent: StoredFile | null }>({ proof: null, consent: null });
  const keep = (next: typeof files): void => {
    setFiles(next);
    onChange({ proofFileId: next.proof?.id ?? null, consentFileId: next.consent?.id ?? null });
  };
  const name = (file: StoredFile | null) => file && <p><a href={`/api/v1/files/${file.id}/content`}>{file.name}</a></p>;
  return (
    <div className="hb-stack">
      <p className="hb-small hb-muted">{t('service.lead')}</p>
      <FileUpload label={t('service.proof')} subjectType="case-service" subjectId={caseId} purpose="service" multiple={false} onDone={proof => keep({ ...files, proof })} />
      {name(files.proof)}
      <FileUpload label={t('service.consent')} subjectType="case-service" subjectId={caseId} purpose="consent" multiple={false} onDone={consent => keep({ ...files, consent })} />
      {name(files.consent)}
    </div>
  );
}
