import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import type { components } from '@/api/schema';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { EmptyState } from '@/shared/ui/EmptyState';
import { DateText } from '@/shared/ui/values';
import { shortId } from './model';
import { nameOr } from './names';

type Job = components['schemas']['DeadRowView'];

const BURIED = '/api/v1/outbox/buried';

/** Jobs that failed all their attempts, and trying one again once the cause is mended. */
export function BuriedJobs() {
  const { t } = useTranslation('operator');
  const { can } = useSession();
  const [chosen, setChosen] = useState<Job | null>(null);
  const columns: readonly Column<Job>[] = [
    { key: 'job', title: t('buried.column.job'), lead: true, render: row => <JobName job={row} /> },
    { key: 'error', title: t('buried.column.error'), render: row => <span className="hb-operator__error">{row.error as string | null}</span> },
    { key: 'about', title: t('buried.column.about'), render: row => <About payload={row.payload as Record<string, unknown>} /> },
    { key: 'attempts', title: t('buried.column.attempts'), render: row => <span className="hb-num">{row.attempts}</span>, align: 'end', wideOnly: true },
    { key: 'at', title: t('buried.column.at'), render: row => <DateText value={row.deadAt} time /> },
  ];
  return (
    <section className="hb-card">
      <h2>{t('buried.title')}</h2>
      <DataTable<Job>
        caption={t('buried.caption')}
        path={BURIED}
        columns={columns}
        rowKey={row => row.id}
        rowActions={can('platform.outbox.revive') ? row => <Button onClick={() => setChosen(row)}>{t('buried.act')}</Button> : undefined}
        empty={<EmptyState title={t('buried.empty')}>{t('buried.emptyHint')}</EmptyState>}
      />
      <Revive job={chosen} onClose={() => setChosen(null)} />
    </section>
  );
}

/** What the job does; its code below, for whoever looks it up in the log of the process. */
function JobName({ job }: { readonly job: Job }) {
  return (
    <div>
      <div>{nameOr(job.title, job.job)}</div>
      {job.title && <span className="hb-operator__code hb-small hb-muted">{job.job}</span>}
    </div>
  );
}

/** Ids of the records a job is about; the whole id on pointing at it. */
function About({ payload }: { readonly payload: Record<string, unknown> }) {
  return (
    <div>
      {Object.entries(payload).map(([name, value]) => (
        <div key={name} className="hb-small" title={String(value)}>
          {name} <span className="hb-num">{shortId(String(value))}</span>
        </div>
      ))}
    </div>
  );
}

function Revive({ job, onClose }: { readonly job: Job | null; readonly onClose: () => void }) {
  const { t } = useTranslation('operator');
  const client = useQueryClient();
  const confirm = async (reason: string): Promise<void> => {
    await call(api.POST('/api/v1/outbox/buried/{id}/revive', { params: { path: { id: job?.id ?? '' } }, body: { reason } }));
    await client.invalidateQueries({ predicate: query => [BURIED, '/api/v1/system'].includes(String(query.queryKey[0])) });
  };
  return (
    <ConfirmAct
      open={job !== null}
      title={t('buried.ask')}
      act={t('buried.act')}
      summary={[
        { label: t('buried.column.job'), value: job && nameOr(job.title, job.job) },
        { label: t('buried.column.error'), value: job?.error as string | null },
      ]}
      reason={{ label: t('buried.reason'), required: true }}
      onConfirm={confirm}
      onClose={onClose}
    >
      {t('buried.text')}
    </ConfirmAct>
  );
}
