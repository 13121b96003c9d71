import { useTranslation } from 'react-i18next';
import { FileList } from '@/shared/ui/FileList';
import type { StoredFile } from '@/shared/ui/files.types';
import { FileUpload } from '@/shared/ui/FileUpload';

/** A scan of the document, laid down under the id the row will have. */
export function Scan({ id, scan, onDone }: { readonly id: string; readonly scan: StoredFile | null; readonly onDone: (file: StoredFile) => void }) {
  const { t } = useTranslation('kept-facts');
  return (
    <>
      <FileUpload label={t('field.scanOptional')} subjectType="kept-fact" subjectId={id} purpose="scan" multiple={false} onDone={onDone} />
      {scan && <FileList files={[scan]} />}
    </>
  );
}
