import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { Field } from '@/shared/form/Field';
import type { FieldSpec } from '@/shared/form/field';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { given, RECTIFICATIONS, today, useRectificationsChanged, type Options, type Rectification } from './model';

/** The draft of a notice, whole; it may be saved half written. */
export function DraftPage() {
  const { rectificationId = '' } = useParams({ strict: false }) as { rectificationId?: string };
  const row = useQuery(readPath<Rectification>(`${RECTIFICATIONS}/${rectificationId}`));
  const options = useQuery(readPath<Options>(`${RECTIFICATIONS}/${rectificationId}/options`));
  if (row.isPending || options.isPending) return <PageSkeleton />;
  if (!row.data || !options.data) return <RouteErrorPage error={row.error ?? options.error} onRetry={() => void row.refetch()} />;
  return <Draft row={row.data} options={options.data} />;
}

function Draft({ row, options }: { readonly row: Rectification; readonly options: Options }) {
  const { t } = useTranslation('rectification');
  const { base } = useSession();
  const navigate = useNavigate();
  const changed = useRectificationsChanged();
  const columns: FieldSpec[] = [
    { name: 'violation', label: t('violation'), type: 'select', options: options.violations.map(one => ({ value: one.key, label: one.title })), help: t('draft.violationHelp') },
    { name: 'description', label: t('problem'), type: 'textarea', required: true, max: 2000 },
    { name: 'requirement', label: t('requirement'), type: 'textarea', max: 2000 },
    { name: 'conductOn', label: t('conductOn'), type: 'date', required: true },
    { name: 'days', label: t('draft.days'), type: 'integer', required: true, min: 1, max: options.daysMost, unit: options.dayType === 'workday' ? t('draft.workday') : t('draft.day') },
  ];
  const fields: FieldSpec[] = [
    { name: 'place', label: t('place'), type: 'text', max: 200 },
    { name: 'facts', label: t('facts'), type: 'textarea', required: true, max: 2000 },
    { name: 'officerIds', label: t('draft.officers'), type: 'multiselect', width: 'full', options: options.officers.map(one => ({ value: one.id, label: `${one.name}（${one.certificateNo}）` })) },
    { name: 'planRequired', label: t('draft.planRequired'), type: 'boolean', required: true },
    { name: 'items', label: t('tasks'), type: 'table', rowIds: true, columns, max: 50, help: t('draft.itemsHelp') },
  ];
  const initial = { place: row.place, facts: row.facts, planRequired: row.planRequired, officerIds: row.officers.map(one => one.id), items: row.tasks.map(({ id, violation, description, requirement, conductOn, days }) => ({ id, violation: violation ?? undefined, description, requirement, conductOn, days })) };
  const send = async (values: Record<string, unknown>): Promise<void> => {
    const items = ((values['items'] ?? []) as Record<string, unknown>[]).map(one => ({ conductOn: today(), description: '', requirement: '', ...given(one) }));
    await rest('PUT', `${RECTIFICATIONS}/${row.id}/draft`, { body: { place: '', officerIds: [], ...given(values), planRequired: values['planRequired'] === true, items: items.map(known(row)), formVersion: row.formVersion } });
    await changed();
    await navigate({ to: `${base}/rectifications/${row.id}` });
  };
  return (
    <>
      <PageHeader title={t('draft.title')} lead={row.enterpriseName} back={{ to: `${base}/rectifications/${row.id}`, label: t('page.back') }} />
      <section className="hb-card">
        <QuickForm fields={fields} initial={initial} submit={t('draft.save')} onSubmit={send} control={FieldControl} field={Field} />
      </section>
    </>
  );
}

/** A row added on the page has an id of the page; only rows the server knows are named to it. */
const known = ({ tasks }: Rectification) => ({ id, ...item }: Record<string, unknown>): Record<string, unknown> => (tasks.some(one => one.id === id) ? { id, ...item } : item);
