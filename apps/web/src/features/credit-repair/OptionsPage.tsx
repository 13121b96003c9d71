import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { AppealDialog } from './AppealDialog';
import { REPAIRS, SEVERITY_TONE, STATUS_TONE, SUBJECTS, useChanged, useSubject, type Options, type Repairable } from './model';
import './credit-repair.css';

/** 信用修复: which of the own events can be repaired, from which day, with which proofs. */
export function OptionsPage() {
  const id = useSubject();
  const options = useQuery(readPath<Options>(`${SUBJECTS}/${id}/repair-options`));
  if (options.isPending) return <PageSkeleton />;
  if (options.error) return <RouteErrorPage error={options.error} onRetry={() => void options.refetch()} />;
  return <Whole options={options.data} />;
}

function Whole({ options }: { readonly options: Options }) {
  const { t } = useTranslation('credit-repair');
  const { base } = useSession();
  const open = options.items.filter(one => one.status === 'active' || one.status === 'suspended');
  const ended = options.items.filter(one => !open.includes(one));
  return (
    <>
      <PageHeader title={t('options.title')} lead={t('options.lead')} />
      <div className="hb-stack">
        <nav aria-label={t('options.ways')} className="hb-row">
          <AppLink to={`${base}/credit-repairs/list`}>{t('list.own.repair')}</AppLink>
          <AppLink to={`${base}/credit-appeals`}>{t('list.own.appeal')}</AppLink>
          <AppLink to={`${base}/credit-repairs/certificates`}>{t('certificates.title')}</AppLink>
        </nav>
        {options.barredUntil && <Alert type="error" showIcon title={t('options.barred', { day: options.barredUntil })} />}
        {options.nextFrom && <p>{t('options.next', { day: options.nextFrom })}</p>}
        {open.length === 0 && <EmptyState title={t('options.empty')} />}
        {open.map(one => <Event key={one.eventId} event={one} />)}
        {ended.length > 0 && <section className="hb-card"><h2>{t('options.ended')}</h2><ul className="hb-lines">{ended.map(one => <li key={one.eventId}>{one.title} <span className="hb-muted">{one.documentNo}</span> <StatusTag tone={STATUS_TONE[one.status]}>{t(`status.${one.status as 'active'}`)}</StatusTag></li>)}</ul></section>}
        <p className="hb-small hb-muted">{t('options.basis', { basis: options.legalBasis })}{!options.verified && t('unverified')}</p>
      </div>
    </>
  );
}

function Event({ event }: { readonly event: Repairable }) {
  const { t } = useTranslation('credit-repair');
  return (
    <section className="hb-card hb-stack">
      <div className="hb-row">
        <h2>{event.title}</h2>
        <StatusTag tone={SEVERITY_TONE[event.severity]}>{t(`severity.${event.severity}`)}</StatusTag>
      </div>
      <dl className="hb-repair__facts">
        <div><dt>{t('field.document')}</dt><dd>{event.documentNo ?? t('none')}</dd></div>
        <div><dt>{t('field.validFrom')}</dt><dd>{event.validFrom}</dd></div>
        <div><dt>{t('field.until')}</dt><dd>{event.until ?? t('field.noEnd')}</dd></div>
        <div><dt>{t('field.shortest')}</dt><dd>{t('field.months', { count: event.shortestMonths })}</dd></div>
        <div><dt>{t('field.from')}</dt><dd>{event.from ?? t('none')}</dd></div>
      </dl>
      <p><strong>{event.can ? t('options.can') : t(`why.${event.why ?? 'ended'}`, { day: event.from ?? '' })}</strong></p>
      <details><summary>{t('options.proofs')}</summary><ul className="hb-lines">{event.proofs.map(proof => <li key={proof.key}>{proof.title} <span className="hb-small hb-muted">{proof.required ? t('proof.required') : t('proof.optional')}{!proof.verified && t('unverified')}</span></li>)}</ul></details>
      <Acts event={event} />
    </section>
  );
}

function Acts({ event }: { readonly event: Repairable }) {
  const { t } = useTranslation('credit-repair');
  const { base, can } = useSession();
  const navigate = useNavigate();
  const changed = useChanged();
  const [problem, setProblem] = useState<unknown>(null);
  const [appealing, setAppealing] = useState(false);
  const begin = async (): Promise<void> => {
    setProblem(null);
    try {
      const { id } = await rest<{ id: string }>('POST', REPAIRS, { body: { eventId: event.eventId } });
      await changed();
      await navigate({ to: `${base}/credit-repairs/${id}` as '/' });
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  return (
    <>
      <ProblemAlert error={problem} />
      <div className="hb-row">
        {event.can && can('credit-repair.prepare') && <Button type="primary" onClick={() => void begin()}>{t('options.apply')}</Button>}
        {event.repairId && <AppLink to={`${base}/credit-repairs/${event.repairId}`}>{t('options.goOn')}</AppLink>}
        {event.canAppeal && can('credit-appeal.prepare') && <Button onClick={() => setAppealing(true)}>{t('options.appeal')}</Button>}
        {event.appealId && <AppLink to={`${base}/credit-appeals/${event.appealId}`}>{t('options.goOnAppeal')}</AppLink>}
      </div>
      <AppealDialog event={event} open={appealing} onClose={() => setAppealing(false)} />
    </>
  );
}
