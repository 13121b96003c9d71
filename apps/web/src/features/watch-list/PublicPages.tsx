import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { textOf } from '@/i18n';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { PUBLIC, SUBJECT_KINDS, type PublicWatch } from './model';
import { RulesNote } from './parts';
import { RegisterTable } from './RegisterTable';

/** Who is on the list today, for everybody. */
export function PublicWatchListPage() {
  const { t } = useTranslation('watch-list');
  return (
    <div className="hb-container hb-stack">
      <PageHeader title={t('public.title')} lead={t('public.lead')} />
      <RulesNote />
      <RegisterTable path={PUBLIC} caption={t('public.title')} linkTo={row => `/watch-list/${row.id}`} />
    </div>
  );
}

export function PublicWatchPage() {
  const { decisionId = '' } = useParams({ strict: false }) as { decisionId?: string };
  const { t } = useTranslation('watch-list');
  const one = useQuery(readPath<PublicWatch>(`${PUBLIC}/${decisionId}`));
  if (one.isPending) return <PageSkeleton />;
  if (!one.data) return <RouteErrorPage error={one.error} onRetry={() => void one.refetch()} />;
  return (
    <div className="hb-container hb-stack">
      <PageHeader title={one.data.subjectName} lead={one.data.decisionNumber} back={{ to: '/watch-list', label: t('public.title') }} />
      <RulesNote />
      <Facts row={one.data} />
    </div>
  );
}

/** Subject, reason and term. */
export function Facts({ row, more = [] }: { readonly row: PublicWatch; readonly more?: readonly (readonly [string, string])[] }) {
  const { t } = useTranslation('watch-list');
  const facts: readonly (readonly [string, string])[] = [
    [t('subject'), row.subjectName], [t('subjectKind'), textOf(SUBJECT_KINDS[row.subjectKind] ?? row.subjectKind)], ...(row.subjectCode ? [[t('subjectCode'), row.subjectCode] as const] : []), [t('reason'), row.reason], [t('decisionNumber'), row.decisionNumber], [t('public.issuer'), row.issuer], [t('listedOn'), row.listedOn], [t('listedUntil'), row.listedUntil], ...more,
  ];
  return <section className="hb-card"><dl className="hb-penalties__facts">{facts.map(([label, value]) => <div key={label}><dt>{label}</dt><dd className="hb-penalties__words">{value}</dd></div>)}</dl></section>;
}
