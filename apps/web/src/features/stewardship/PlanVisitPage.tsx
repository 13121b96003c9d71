import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { RETAINERS, useStewardChanged, type Retainer, type Topic, type Visit } from './model';

interface Member {
  readonly userId: string;
  readonly name: string;
}

/** Colleagues who may go; where the list is not open to the reader, the reader alone. */
export function useVisitors(): readonly Member[] {
  const { me, organisation } = useSession();
  const members = useQuery({ ...readPath<readonly Member[]>(`/api/v1/organisations/${organisation?.orgId ?? ''}/members`), retry: false });
  return members.data ?? (me ? [{ userId: me.user.id, name: me.user.name }] : []);
}

/** Plans a visit: to whom, when, who goes, and which topics. */
export function PlanVisitPage() {
  const { retainerId = '' } = useParams({ strict: false }) as { retainerId?: string };
  const { t } = useTranslation('stewardship');
  const { base } = useSession();
  const navigate = useNavigate();
  const changed = useStewardChanged();
  const visitors = useVisitors();
  const [key] = useState(newIdempotencyKey);
  const retainer = useQuery(readPath<Retainer>(`${RETAINERS}/${retainerId}`));
  const topics = useQuery(readPath<readonly Topic[]>('/api/v1/steward-topics'));
  if (retainer.isPending || topics.isPending) return <PageSkeleton />;
  if (!retainer.data) return <RouteErrorPage error={retainer.error} onRetry={() => void retainer.refetch()} />;
  const members = retainer.data.members.filter(one => one.state === 'consented');
  const send = async (values: Record<string, unknown>): Promise<void> => {
    const { id } = await rest<Visit>('POST', `${RETAINERS}/${retainerId}/visits`, { body: { ...values, topics: values['topics'] ?? [] }, idempotencyKey: key });
    await changed();
    await navigate({ to: `${base}/steward-visits/${id}` });
  };
  return (
    <>
      <PageHeader title={t('visits.plan')} lead={t('visits.planLead')} back={{ to: `${base}/retainers/${retainerId}`, label: retainer.data.clientName }} />
      <section className="hb-card">
        <QuickForm
          fields={[
            { name: 'enterpriseId', label: t('visits.enterprise'), type: 'select', required: true, width: 'half', options: members.map(one => ({ value: one.enterpriseId, label: one.enterpriseName })) },
            { name: 'plannedOn', label: t('visits.plannedOn'), type: 'date', required: true, width: 'half' },
            { name: 'visitorId', label: t('visits.visitor'), type: 'select', required: true, width: 'half', options: visitors.map(one => ({ value: one.userId, label: one.name })) },
            { name: 'topics', label: t('visits.topics'), type: 'multiselect', help: t('visits.topicsHelp'), options: (topics.data ?? []).map(one => ({ value: one.topic, label: t('visits.topic', { topic: one.topic, count: one.items }) })) },
          ]}
          initial={members.length === 1 ? { enterpriseId: members[0]?.enterpriseId } : {}}
          submit={t('visits.plan')}
          onSubmit={send}
          control={FieldControl}
          layout="grid"
        />
      </section>
    </>
  );
}
