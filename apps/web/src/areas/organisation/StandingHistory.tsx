import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { read } from '@/api/client';
import type { StandingStep } from '@/api/contract';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import './organisation.css';
import { STANDING_TONE } from './standing';

/** When an organisation was registered, verified, rejected, suspended and reinstated: by whom and why. Newest first. */
export function StandingHistory({ organisationId }: { readonly organisationId: string }) {
  const { t } = useTranslation('organisation');
  const steps = useQuery(read('/api/v1/organisations/{id}/standing', { params: { path: { id: organisationId } } }));
  return (
    <section className="hb-card">
      <h2>{t('standing.title')}</h2>
      <ProblemAlert error={steps.error} onRetry={() => void steps.refetch()} />
      {steps.isPending && <Skeleton lines={3} />}
      <ol className="hb-standing hb-plain-list">
        {steps.data?.map(step => (
          <li key={`${step.at}${step.to}`}>
            <span className="hb-standing__when hb-num">
              <DateText value={step.at} time />
            </span>
            <span className="hb-standing__what">
              <span className="hb-row">
                <strong>{t(`standing.step.${stepOf(step)}`)}</strong>
                <StatusTag tone={STANDING_TONE[step.to]}>{t(`common:organisation.status.${step.to}`)}</StatusTag>
              </span>
              {step.reason && <span>{step.reason}</span>}
              <span className="hb-small hb-muted">{step.by}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What happened, told from where it came from and where it went. */
function stepOf({ from, to }: StandingStep): 'known' | 'registered' | 'established' | 'returned' | 'verified' | 'rejected' | 'suspended' | 'reinstated' {
  if (to === 'known') return 'known';
  if (from === 'known') return 'registered';
  if (from === null) return to === 'active' ? 'established' : 'registered';
  if (to === 'pending') return 'returned';
  if (to === 'active') return from === 'suspended' ? 'reinstated' : 'verified';
  return to;
}
