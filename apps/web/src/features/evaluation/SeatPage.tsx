import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { DateText } from '@/shared/ui/values';
import './evaluation.css';
import { CompetitionForm } from './CompetitionForm';
import type { SeatPage as Page } from './model';
import { PlanFacts } from './PlanFacts';
import { ResponsivenessCard } from './ResponsivenessCard';
import { ReviewForm } from './ReviewForm';
import { seat, seatKey, seatToken } from './seat-api';
import { SheetForm } from './SheetForm';

/** The page of a member of the committee: declare, read, score. Made for a phone as well. */
export function SeatPage() {
  return <div className="hb-container"><Seat /></div>;
}

function Seat() {
  const { t } = useTranslation('evaluation');
  const token = seatToken();
  // forms begin with what is on the server now: what was read on an earlier visit may have been filled in since, on a phone for one
  const page = useQuery({ queryKey: seatKey(), queryFn: () => seat<Page>('GET'), enabled: token !== '', retry: false, gcTime: 0 });
  const [left, setLeft] = useState(false);
  const title = t('seat.title');
  if (left) return <><PageHeader title={title} /><EmptyState title={t('seat.left')} /></>;
  if (token === '') return <><PageHeader title={title} /><EmptyState title={t('seat.noLink')}>{t('seat.noLinkText')}</EmptyState></>;
  if (page.isPending) return <PageSkeleton />;
  // a later reading that fails, as when the net is gone for a moment, takes nothing away that is being filled in
  if (!page.data) return <><PageHeader title={title} /><ProblemAlert error={page.error} onRetry={() => void page.refetch()} /></>;
  const reload = async (): Promise<void> => void (await page.refetch());
  return <Known page={page.data} onChanged={reload} onLeft={() => setLeft(true)} />;
}

interface Props {
  readonly page: Page;
  readonly onChanged: () => Promise<void>;
  readonly onLeft: () => void;
}

function Known({ page, onChanged, onLeft }: Props) {
  const { t } = useTranslation('evaluation');
  const working = ['forming', 'checking', 'competition', 'scoring'].includes(page.evaluationState);
  return (
    <>
      <PageHeader title={page.taskTitle} lead={t('seat.greeting', { name: page.name, nth: page.nth })} />
      <div className="hb-stack">
        {!working && <Alert type="info" showIcon title={t('seat.finished')} />}
        {working && page.state === 'asked' && <Declaration page={page} onChanged={onChanged} onLeft={onLeft} />}
        {page.state === 'accepted' && page.evaluationState === 'forming' && <Alert type="success" showIcon title={t('seat.waiting')} />}
        {page.state === 'accepted' && page.evaluationState === 'checking' && <ReviewForm page={page} />}
        {page.state === 'accepted' && page.evaluationState === 'competition' && <CompetitionForm page={page} onChanged={onChanged} />}
        {page.state === 'accepted' && page.evaluationState === 'scoring' && <SheetForm page={page} />}
        {page.outcome && <ResponsivenessCard review={page.outcome} conditions={page.plan.conditions} />}
        <section className="hb-card">
          <h2>{t('seat.task')}</h2>
          <p>{page.enterpriseName} {page.scoringDueAt && <> · {t('committee.due')} <DateText value={page.scoringDueAt} time /></>}</p>
          <p className="hb-proposal">{page.description}</p>
          {page.requirements && <p className="hb-proposal">{t('seat.requirements')}：{page.requirements}</p>}
        </section>
        <PlanFacts plan={page.plan} />
        {working && page.state === 'accepted' && <StepBack onLeft={onLeft} />}
      </div>
    </>
  );
}

function Declaration({ page, onChanged, onLeft }: Props) {
  const { t } = useTranslation('evaluation');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const declare = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await seat('POST', '/declaration', { declaration: 'none' });
      await onChanged();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="hb-card hb-stack">
      <h2>{t('seat.declareTitle')}</h2>
      <p>{t('seat.declareText')}</p>
      <ul>
        {[page.enterpriseName, ...page.bidders].map(name => <li key={name}>{name}</li>)}
      </ul>
      <ProblemAlert error={error} />
      <div className="hb-row">
        <Button type="primary" size="large" loading={busy} onClick={() => void declare()}>{t('seat.none')}</Button>
      </div>
      <StepBack onLeft={onLeft} />
    </section>
  );
}

function StepBack({ onLeft }: { readonly onLeft: () => void }) {
  const { t } = useTranslation('evaluation');
  const [why, setWhy] = useState<'conflict' | 'unavailable' | null>(null);
  return (
    <div className="hb-row">
      <Button onClick={() => setWhy('conflict')}>{t('seat.conflict')}</Button>
      <Button type="text" onClick={() => setWhy('unavailable')}>{t('seat.unavailable')}</Button>
      {why && (
        <ConfirmAct open danger title={t(why === 'conflict' ? 'seat.conflictTitle' : 'seat.unavailableTitle')} act={t(why === 'conflict' ? 'seat.conflict' : 'seat.unavailable')} reason={{ label: t('seat.reason'), required: true }}
          onConfirm={async reason => {
            await seat('POST', '/declaration', { declaration: why, reason });
            onLeft();
          }}
          onClose={() => setWhy(null)}
        >
          <p>{t('seat.stepText')}</p>
        </ConfirmAct>
      )}
    </div>
  );
}
