import { useQuery } from '@tanstack/react-query';
import { readPath } from '@/api/rest';
import { textOf } from '@/i18n';
import { CompareButton } from './CompareDrawer';
import type { ApplicableLimit } from './model';

interface Props {
  readonly applicationId: string;
  readonly pointer: string;
}

/** Beside a finding of C5: the whole comparison it rests on. */
export function FindingComparison({ applicationId, pointer }: Props) {
  const section = pointer.split('/')[1] ?? '';
  const limits = useQuery({ ...readPath<ApplicableLimit[]>(`/api/v1/permit-applications/${applicationId}/applicable-limits`, { section }), staleTime: 60_000 });
  const own = limits.data?.find(one => `/${section}${one.pointer}` === pointer);
  if (!own?.question) return null;
  const about = `${own.place} ${textOf(own.pollutantTitle)}`;
  return <CompareButton title={about} about={about} question={own.question} />;
}
