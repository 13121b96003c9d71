import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { read } from '@/api/client';
import type { Organisation } from '@/api/contract';
import { useSession } from '@/session/session';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { StatusTag } from '@/shared/ui/StatusTag';
import { CopyText, DateText } from '@/shared/ui/values';
import { EditOrganisation } from './EditOrganisation';
import { FactChanges } from './FactChanges';
import { Sites } from './Sites';
import { StandingHistory } from './StandingHistory';
import { STANDING_TONE } from './standing';
import './organisation.css';

/** What the platform knows about the own organisation, and how it stands with the bureau. */
export function OrganisationPage() {
  const { t } = useTranslation('organisation');
  const { organisation, can } = useSession();
  const [editing, setEditing] = useState(false);
  const found = useQuery(read('/api/v1/organisations/{id}', { params: { path: { id: organisation?.orgId ?? '' } } }));
  return (
    <>
      <PageHeader
        title={t('info.title')}
        tags={found.data && <StatusTag tone={STANDING_TONE[found.data.status]}>{t(`common:organisation.status.${found.data.status}`)}</StatusTag>}
        actions={can('organisation.edit') && <Button onClick={() => setEditing(true)}>{t('info.edit')}</Button>}
      />
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Skeleton lines={6} />}
      {found.data && (
        <div className="hb-stack">
          <OrganisationFacts organisation={found.data} />
          {found.data.kind === 'enterprise' && <Sites organisationId={found.data.id} />}
          {(found.data.kind === 'enterprise' || found.data.kind === 'firm') && <FactChanges organisation={found.data} />}
          <StandingHistory organisationId={found.data.id} />
        </div>
      )}
      {found.data && <EditOrganisation open={editing} organisation={found.data} onClose={() => setEditing(false)} />}
    </>
  );
}

export function OrganisationFacts({ organisation }: { readonly organisation: Organisation }) {
  const { t } = useTranslation('organisation');
  const facts = [
    ['name', organisation.name],
    ['kind', t(`common:orgKind.${organisation.kind}`)],
    ['uscc', organisation.uscc && <CopyText key="uscc" text={organisation.uscc} label={t('info.uscc')} />],
    ['address', organisation.address],
    ['legalRepresentative', organisation.legalRepresentative],
    ['contactName', organisation.contactName],
    ['contactPhone', organisation.contactPhone],
    ['createdAt', <DateText key="at" value={organisation.createdAt} />],
  ] as const;
  return (
    <section className="hb-card">
      <dl className="hb-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`info.${name}`)}</dt>
            <dd>{value || <span className="hb-muted">{t('common:state.notFilled')}</span>}</dd>
          </div>
        ))}
        {organisation.statusReason && (
          <div>
            <dt>{t('info.statusReason')}</dt>
            <dd>{organisation.statusReason}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
