import { useQuery, useQueryClient } from '@tanstack/react-query';
import { readPath } from '@/api/rest';
import { reportPath, reportsPath, type Report, type ReportForm } from './model';

export const useReport = (id: string) => useQuery({ ...readPath<Report>(reportPath(id)), staleTime: 0 });

/** The field tables do not change while one works. */
export const useReportForm = (kind: Report['kind'] | undefined) => useQuery({ ...readPath<ReportForm>('/api/v1/execution-report-forms', { kind: kind ?? 'annual' }), enabled: kind !== undefined, staleTime: Infinity });

/** After an act: the report, the lists and the duties are fetched anew. */
export function useReportChanged(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ predicate: query => [reportsPath, '/api/v1/duties'].some(path => String(query.queryKey[0]).startsWith(path)) });
}
