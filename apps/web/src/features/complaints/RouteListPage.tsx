import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { TabLinks } from '@/shared/ui/TabLinks';
import { DateText } from '@/shared/ui/values';
import { ROUTES, SUBJECTS, type Route } from './model';

const TABS = ['now', 'past'] as const;
const TONES = { now: 'success', later: 'info', past: 'muted' } as const;

/** Who takes what, by place and subject. */
export function RouteListPage() {
  const { t } = useTranslation('complaints');
  const { base, can } = useSession();
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const shown = tab === 'past' ? 'past' : 'now';
  const columns: Column<Route>[] = [
    { key: 'unit', title: t('routes.unit'), lead: true, render: row => <>{row.unit} {row.phone}</> },
    { key: 'kind', title: t('routes.kind'), render: row => t(`routes.${row.kind}`) },
    { key: 'subject', title: t('routes.subject'), render: row => (row.subject ? t(`subject.${row.subject}`) : t('routes.all')) },
    { key: 'words', title: t('routes.words'), render: row => (row.placeWords.length > 0 ? row.placeWords.join('、') : t('routes.anyPlace')) },
    { key: 'basis', title: t('routes.basis'), wideOnly: true, render: row => row.basis },
    { key: 'period', title: t('routes.period'), sortBy: 'from', render: row => <><DateText value={row.effectiveFrom} /> – {row.effectiveTo ? <DateText value={row.effectiveTo} /> : t('routes.open')}</> },
    { key: 'standing', title: t('list.state'), render: row => <StatusTag tone={TONES[row.standing]}>{t(`routes.standing.${row.standing}`)}</StatusTag> },
  ];
  return (
    <>
      <PageHeader title={t('routes.title')} lead={t('routes.lead')} actions={can('complaint-route.set') && <ButtonLink to={`${base}/complaint-routes/new`} kind="primary">{t('routes.add')}</ButtonLink>} />
      <TabLinks label={t('routes.title')} active={shown} tabs={TABS.map(key => ({ key, label: t(`routes.tabs.${key}`) }))} />
      <DataTable<Route>
        key={shown}
        caption={t('routes.caption')}
        path={ROUTES}
        query={{ tab: shown }}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `${base}/complaint-routes/${row.id}`}
        defaultSort="-from"
        searchHint={t('routes.search')}
        filters={[
          { name: 'subject', label: t('routes.subject'), options: SUBJECTS.map(value => ({ value, label: t(`subject.${value}`) })) },
          { name: 'kind', label: t('routes.kind'), options: (['own', 'other'] as const).map(value => ({ value, label: t(`routes.${value}`) })) },
        ]}
        empty={<EmptyState title={t('routes.empty')}>{t('routes.emptyHint')}</EmptyState>}
      />
    </>
  );
}
