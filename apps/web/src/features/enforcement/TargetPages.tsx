import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { download } from '../market/download';
import { CLASSES, TARGETS, useEnforcementChanged, type Option, type Target } from './model';

/** Which enterprises a draw draws from. */
export function TargetListPage() {
  const { t } = useTranslation('enforcement');
  const { base, can } = useSession();
  const changed = useEnforcementChanged();
  const [completing, setCompleting] = useState(false);
  const columns: Column<Target>[] = [
    { key: 'name', title: t('enterprise'), sortBy: 'name', lead: true, render: row => <>{row.enterpriseName}<div className="hb-small hb-muted">{row.uscc}</div></> },
    { key: 'class', title: t('targets.class'), render: row => t(`classes.${row.targetClass}`) },
    { key: 'facts', title: t('targets.facts'), render: row => (row.factTitles.length === 0 ? <span className="hb-muted">{t('none')}</span> : row.factTitles.map(one => <StatusTag key={one} tone="warning">{one}</StatusTag>)) },
    { key: 'by', title: t('targets.by'), wideOnly: true, render: row => row.changedByName },
  ];
  return (
    <>
      <PageHeader title={t('targets.title')} lead={t('targets.lead')} actions={can('draw-target.keep') && <Button onClick={() => setCompleting(true)}>{t('targets.complete')}</Button>} />
      <DataTable<Target>
        caption={t('targets.title')}
        path={TARGETS}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `${base}/draw-targets/${row.id}`}
        searchHint={t('targets.search')}
        defaultSort="name"
        filters={[
          { name: 'targetClass', label: t('targets.class'), options: CLASSES.map(value => ({ value, label: t(`classes.${value}`) })) },
          { name: 'special', label: t('targets.facts'), options: [{ value: 'true', label: t('targets.withFacts') }] },
        ]}
        onExport={query => download(`${TARGETS}/export`, query, `${t('targets.title')}.xlsx`)}
        empty={<EmptyState title={t('targets.empty')} />}
      />
      <ConfirmAct
        open={completing}
        title={t('targets.completeTitle')}
        act={t('targets.complete')}
        onConfirm={async () => {
          await rest('POST', `${TARGETS}/complete`, { body: {} });
          await changed();
        }}
        onClose={() => setCompleting(false)}
      >
        {t('targets.completeMeans')}
      </ConfirmAct>
    </>
  );
}

/** One unit: class and special facts. */
export function TargetPage() {
  const { targetId = '' } = useParams({ strict: false }) as { targetId?: string };
  const target = useQuery(readPath<Target>(`${TARGETS}/${targetId}`));
  const options = useQuery(readPath<readonly Option[]>(`${TARGETS}/options`));
  if (target.isPending || options.isPending) return <PageSkeleton />;
  if (!target.data || !options.data) return <RouteErrorPage error={target.error ?? options.error} onRetry={() => void target.refetch()} />;
  return <Editing key={target.data.version} target={target.data} options={options.data} />;
}

function Editing({ target, options }: { readonly target: Target; readonly options: readonly Option[] }) {
  const { t } = useTranslation('enforcement');
  const { base, can } = useSession();
  const navigate = useNavigate();
  const changed = useEnforcementChanged();
  const { targetClass, facts, note, enterpriseName, uscc, changedByName } = target;
  const header = <PageHeader title={enterpriseName} lead={uscc ?? undefined} back={{ to: `${base}/draw-targets`, label: t('targets.title') }} />;
  if (!can('draw-target.keep')) {
    const rows = [{ label: t('targets.class'), value: t(`classes.${targetClass}`) }, { label: t('targets.facts'), value: target.factTitles.join('、') || t('none') }, { label: t('targets.note'), value: note }, { label: t('targets.by'), value: changedByName }];
    return <>{header}<SummaryList groups={[{ title: t('targets.how'), rows }]} /></>;
  }
  return (
    <>
      {header}
      <section className="hb-card">
        <QuickForm
          fields={[
            { name: 'targetClass', label: t('targets.class'), type: 'select', required: true, width: 'half', options: CLASSES.map(value => ({ value, label: t(`classes.${value}`) })) },
            { name: 'facts', label: t('targets.facts'), type: 'multiselect', width: 'half', help: t('targets.factsHelp'), options: options.map(one => ({ value: one.key, label: `${one.title} ×${one.value}` })) },
            { name: 'note', label: t('targets.note'), type: 'textarea', max: 500, width: 'full' },
          ]}
          initial={{ targetClass, facts, note }}
          submit={t('save')}
          onSubmit={async values => {
            await rest('PUT', `${TARGETS}/${target.id}`, { body: { targetClass: values['targetClass'], facts: values['facts'] ?? [], note: values['note'] ?? '' }, version: target.version });
            await changed();
            await navigate({ to: `${base}/draw-targets` });
          }}
          control={FieldControl}
          layout="grid"
        />
      </section>
    </>
  );
}
