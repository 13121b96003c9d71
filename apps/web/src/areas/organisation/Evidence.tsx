import { useQuery } from '@tanstack/react-query';
import { rest } from '@/api/rest';
import { FileList } from '@/shared/ui/FileList';
import type { StoredFile } from '@/shared/ui/files.types';

export const EVIDENCE = 'organisation-change';
export const evidenceKey = (changeId: string) => ['/api/v1/files', EVIDENCE, changeId];

export const useEvidence = (changeId: string) =>
  useQuery({ queryKey: evidenceKey(changeId), queryFn: () => rest<StoredFile[]>('GET', '/api/v1/files', { query: { subjectType: EVIDENCE, subjectId: changeId } }) });

/** The papers that prove a change. */
export function Evidence({ changeId }: { readonly changeId: string }) {
  const files = useEvidence(changeId);
  return <FileList files={files.data ?? []} />;
}
