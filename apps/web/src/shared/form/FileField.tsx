import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { FileList } from '@/shared/ui/FileList';
import { FileUpload } from '@/shared/ui/FileUpload';
import type { StoredFile } from '@/shared/ui/files.types';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { useSection } from './context';
import type { ControlProps } from './control';
import { fieldId } from './field';

interface Stored extends StoredFile {
  readonly purpose: string;
}

/** Files attached to the record under the field's name. They are saved as they arrive, independent of the section. */
export function FileField({ spec, pointer, disabled }: ControlProps) {
  const { files, store } = useSection();
  const client = useQueryClient();
  const list = useQuery({ ...readPath<readonly Stored[]>('/api/v1/files', { ...files }), enabled: files !== undefined });
  const own = list.data?.filter(file => file.purpose === spec.name);
  const names = own?.map(file => file.id).join();
  useEffect(() => {
    // Known to the checks (“required”), not a change to be saved.
    if (names !== undefined) store.replace({ [spec.name]: names === '' ? [] : names.split(',') });
  }, [names, spec.name, store]);
  if (!files) return null;
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: ['/api/v1/files'] });
  return (
    <>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      <FileList
        files={own ?? []}
        onRemove={disabled ? undefined : file => rest('DELETE', `/api/v1/files/${file.id}`).then(refresh)}
      />
      {!disabled && (
        <FileUpload id={fieldId(pointer)} label={textOf({ zh: '选择文件', en: 'Choose files' })} {...files} purpose={spec.name} onDone={() => void refresh()} />
      )}
    </>
  );
}
