import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '@/api/contract';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { DeadlineBadge } from '@/shared/ui/DeadlineBadge';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import type { Supervision, Workload } from './model';

/** 督办: what is nearly over or overdue and waits for the supervisor's answer; how much lies with whom. */
export function SupervisionPage() {
  const { t } = useTranslation('site-checks');
  const { base } = useSession();
  const client = useQueryClient();
  const list = useQuery(readPath<Page<Supervision>>('/api/v1/supervisions', { limit: 50 }));
  const load = useQuery(readPath<readonly Workload[]>('/api/v1/supervisions/workload'));
  const [answering, setAnswering] = useState<Supervision | null>(null);
  return (
    <>
      <PageHeader title={t('supervise.title')} lead={t('supervise.lead')} />
      <div className="hb-stack">
        <ProblemAlert error={list.error ?? load.error} />
        {list.data?.items.length === 0 && <EmptyState title={t('supervise.none')} />}
        <ul className="hb-plain-list hb-stack">
          {list.data?.items.map(one => (
            <li key={one.id} className="hb-card hb-row">
              <StatusTag tone={one.level === 'overdue' ? 'danger' : 'warning'}>{t(`supervise.level.${one.level}`)}</StatusTag>
              {one.case && <AppLink to={`${base}/permits/${one.caseId}`}>{`${one.case.title} ${one.case.number ?? ''}`}</AppLink>}
              {one.case && <DeadlineBadge remaining={one.case.remainingDays} due={one.case.dueOn} provisional={one.case.dueProvisional} />}
              <span className="hb-muted">{one.case?.claimedByName ?? t('supervise.unclaimed')}</span>
              <DateText value={one.raisedAt} time />
              <Button type="primary" onClick={() => setAnswering(one)}>{t('supervise.answer')}</Button>
            </li>
          ))}
        </ul>
        <section className="hb-card">
          <h2>{t('supervise.load')}</h2>
          {load.data?.length === 0 && <p className="hb-muted">{t('supervise.noLoad')}</p>}
          <ul className="hb-plain-list">
            {load.data?.map(one => (
              <li key={one.userId} className="hb-row">
                <strong>{one.name}</strong>
                <span>{t('supervise.counts', { open: one.open, overdue: one.overdue, soon: one.dueSoon })}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <ConfirmAct
        open={answering !== null}
        title={t('supervise.answer')}
        act={t('supervise.answer')}
        reason={{ label: t('supervise.text'), required: true }}
        onConfirm={async text => {
          await rest('POST', `/api/v1/supervisions/${answering?.id ?? ''}/answer`, { body: { text } });
          await client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith('/api/v1/supervisions') });
        }}
        onClose={() => setAnswering(null)}
      />
    </>
  );
}
