import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column, Filter } from '@/shared/data/data-table.types';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { TabLinks } from '@/shared/ui/TabLinks';
import { DateText } from '@/shared/ui/values';
import { download } from '../market/download';
import './inspections.css';
import { InspectionState } from './InspectionState';
import { INSPECTIONS, KINDS, TABS, type Count, type InspectionItem } from './model';

/** Inspections of the bureau by how far they are; of an enterprise, its sealed ones. */
export function InspectionListPage() {
  const { t } = useTranslation('inspections');
  const { base, can } = useSession();
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const ofBureau = base.startsWith('/b/');
  const active = TABS.find(one => one === tab) ?? 'planned';
  return (
    <>
      <PageHeader title={t('title')} lead={t(ofBureau ? 'lead' : 'leadOwn')} actions={ofBureau && can('inspection.plan') && <ButtonLink kind="primary" to={`${base}/inspections/new`}>{t('new')}</ButtonLink>} />
      {ofBureau && <Tabs active={active} />}
      <List key={active} state={ofBureau ? active : null} />
    </>
  );
}

function Tabs({ active }: { readonly active: (typeof TABS)[number] }) {
  const { t } = useTranslation('inspections');
  const { can } = useSession();
  const counts = useQuery({ ...readPath<Count[]>(`${INSPECTIONS}/counts`), enabled: can('inspection.plan') });
  const label = (state: (typeof TABS)[number]): string => {
    const count = counts.data?.find(one => one.state === state)?.count;
    return count === undefined || state === 'held' || state === 'cancelled' ? t(`states.${state}`) : t('tabCount', { state: t(`states.${state}`), count });
  };
  return <TabLinks label={t('title')} active={active} tabs={TABS.map(key => ({ key, label: label(key) }))} />;
}

function List({ state }: { readonly state: (typeof TABS)[number] | null }) {
  const { t } = useTranslation('inspections');
  const { base } = useSession();
  const closed = state === 'held' || state === null;
  const columns: Column<InspectionItem>[] = [
    { key: 'name', title: t('enterprise'), lead: true, render: row => <>{row.enterpriseName}<div className="hb-small hb-muted">{row.number}</div></> },
    { key: 'kind', title: t('kind'), render: row => t(`kinds.${row.kind}`) },
    { key: 'due', title: t('due'), sortBy: 'due', render: row => t('span', { from: row.plannedFrom, to: row.plannedTo }) },
    ...(closed ? [{ key: 'held', title: t('heldOn'), render: (row: InspectionItem) => <DateText value={row.heldOn} /> }] : []),
    { key: 'officers', title: t('officers'), render: row => row.officers.map(one => one.name).join(t('comma')) },
    { key: 'state', title: t('state'), render: row => <InspectionState row={row} /> },
  ];
  const filters: Filter[] = [
    { name: 'kind', label: t('kind'), options: KINDS.map(value => ({ value, label: t(`kinds.${value}`) })) },
    ...(closed ? [{ name: 'result', label: t('result'), options: (['clear', 'violations'] as const).map(value => ({ value, label: t(`results.${value}`) })) }] : [{ name: 'late', label: t('lateness'), options: [{ value: 'true', label: t('late') }] }]),
    ...(state === null ? [] : [{ name: 'mine', label: t('whose'), options: [{ value: 'true', label: t('mine') }] }]),
  ];
  return (
    <DataTable<InspectionItem>
      caption={t('title')} path={INSPECTIONS} query={state === null ? {} : { state }} columns={columns} rowKey={row => row.id} rowLink={row => `${base}/inspections/${row.id}`} searchHint={t('search')} defaultSort={closed ? '-due' : 'due'} filters={filters}
      onExport={query => download(`${INSPECTIONS}/export`, query, `${t('title')}.xlsx`)} empty={<EmptyState title={t(state === null ? 'emptyOwn' : 'empty')} />}
    />
  );
}
