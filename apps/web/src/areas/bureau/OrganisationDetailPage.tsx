import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, read } from '@/api/client';
import type { Organisation, OrgStatus } from '@/api/contract';
import { OrganisationFacts } from '@/areas/organisation/OrganisationPage';
import { FactChanges } from '@/areas/organisation/FactChanges';
import { Sites } from '@/areas/organisation/Sites';
import { StandingHistory } from '@/areas/organisation/StandingHistory';
import { STANDING_TONE } from '@/areas/organisation/standing';
import { UnmaskPhone } from './UnmaskPhone';
import { useSession } from '@/session/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { StatusTag } from '@/shared/ui/StatusTag';

type Act = 'verify' | 'reject' | 'suspend' | 'reinstate';

const ACTS: Record<OrgStatus, readonly Act[]> = { known: [], pending: ['reject', 'verify'], active: ['suspend'], rejected: [], suspended: ['reinstate'] };

const PERMISSION: Record<Act, string> = {
  verify: 'organisation.verify',
  reject: 'organisation.verify',
  suspend: 'organisation.suspend',
  reinstate: 'organisation.suspend',
};

/** One organisation, with what the bureau may do about its standing. */
export function OrganisationDetailPage() {
  const { t } = useTranslation('bureau');
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const { base, can } = useSession();
  const [act, setAct] = useState<Act | null>(null);
  const found = useQuery(read('/api/v1/organisations/{id}', { params: { path: { id } } }));
  const acts = found.data ? ACTS[found.data.status].filter(each => can(PERMISSION[each])) : [];
  return (
    <>
      <PageHeader
        title={found.data?.name ?? t('organisations.one')}
        back={{ to: `${base}/organisations`, label: t('organisations.title') }}
        tags={found.data && <StatusTag tone={STANDING_TONE[found.data.status]}>{t(`common:organisation.status.${found.data.status}`)}</StatusTag>}
        actions={acts.map(each => (
          <Button key={each} type={each === 'verify' || each === 'reinstate' ? 'primary' : 'default'} danger={each === 'suspend' || each === 'reject'} onClick={() => setAct(each)}>
            {t(`organisations.act.${each}`)}
          </Button>
        ))}
      />
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Skeleton lines={6} />}
      {found.data && (
        <div className="hb-stack">
          {found.data.status === 'rejected' && <p className="hb-muted">{t('organisations.awaitingCorrection')}</p>}
          <OrganisationFacts organisation={found.data} />
          {found.data.contactPhone && can('organisation.unmask') && (
            <p>
              <UnmaskPhone organisationId={id} />
            </p>
          )}
          <FactChanges organisation={found.data} />
          {found.data.kind === 'enterprise' && <Sites organisationId={id} />}
          <StandingHistory organisationId={id} />
        </div>
      )}
      {found.data && <StandingAct organisation={found.data} act={act} onClose={() => setAct(null)} />}
    </>
  );
}

interface ActProps {
  readonly organisation: Organisation;
  readonly act: Act | null;
  readonly onClose: () => void;
}

function StandingAct({ organisation, act, onClose }: ActProps) {
  const { t } = useTranslation('bureau');
  const client = useQueryClient();
  const shown = act ?? 'verify';
  const confirm = async (reason: string): Promise<void> => {
    const init = { params: { path: { id: organisation.id } }, body: { reason } };
    await call(api.POST(`/api/v1/organisations/{id}/${shown}`, init));
    await client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith('/api/v1/organisations') });
  };
  return (
    <ConfirmAct
      open={act !== null}
      title={t(`organisations.ask.${shown}`)}
      act={t(`organisations.act.${shown}`)}
      danger={shown === 'reject' || shown === 'suspend'}
      summary={[
        { label: t('organisations.name'), value: organisation.name },
        { label: t('organisations.uscc'), value: organisation.uscc },
      ]}
      reason={{ label: t('organisations.reason'), required: shown !== 'verify' }}
      onConfirm={confirm}
      onClose={onClose}
    >
      {t(`organisations.effect.${shown}`)}
    </ConfirmAct>
  );
}
