import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { read } from '@/api/client';
import type { components } from '@/api/schema';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { StatusTag } from '@/shared/ui/StatusTag';
import { CopyText, DateText } from '@/shared/ui/values';
import { BuriedJobs } from './BuriedJobs';
import { readableSize } from './model';
import { nameOr } from './names';
import './operator.css';

const REFETCH_MS = 15_000;

type System = components['schemas']['SystemView'];

/** How the machinery does, for whoever looks after it. */
export function SystemPage() {
  const { t } = useTranslation('operator');
  const found = useQuery({ ...read('/api/v1/system'), refetchInterval: REFETCH_MS, meta: { live: false } });
  const system = found.data;
  return (
    <>
      <PageHeader
        title={t('system.title')}
        lead={t('system.lead')}
        tags={system && <StatusTag tone={system.status === 'ok' ? 'success' : 'warning'}>{t(`system.status.${system.status}`)}</StatusTag>}
      />
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Skeleton lines={10} />}
      {system && (
        <div className="hb-stack">
          <Warnings system={system} />
          <Figures system={system} />
          <Queues system={system} />
          <BuriedJobs />
          <Schedules system={system} />
          <Chain system={system} />
        </div>
      )}
    </>
  );
}

const buriedIn = (system: System): number => system.queues.reduce((sum, queue) => sum + queue.buried, 0);

function Warnings({ system }: { readonly system: System }) {
  const { t } = useTranslation('operator');
  const buried = buriedIn(system);
  return (
    <>
      {system.workers === 0 && <Alert type="error" showIcon title={t('system.noWorker')} />}
      {system.status === 'degraded' && <Alert type="warning" showIcon title={t('system.degraded', { minutes: Math.round(system.outboxAgeSeconds / 60) })} />}
      {buried > 0 && <Alert type="error" showIcon title={t('system.buriedWarning', { count: buried })} />}
    </>
  );
}

function Figures({ system }: { readonly system: System }) {
  const { t } = useTranslation('operator');
  const { database } = system;
  const buried = buriedIn(system);
  const figures: readonly [string, string, boolean][] = [
    [t('system.figure.workers'), String(system.workers), system.workers === 0],
    [t('system.figure.age'), t('system.seconds', { count: system.outboxAgeSeconds }), system.status === 'degraded'],
    [t('system.figure.buried'), String(buried), buried > 0],
    [t('system.figure.connections'), `${database.connections} / ${database.maxConnections}`, database.connections > database.maxConnections * 0.8],
    [t('system.figure.size'), readableSize(database.sizeBytes), false],
    [t('system.figure.audit'), system.auditEntries, false],
  ];
  return (
    <section className="hb-card hb-operator__figures" aria-label={t('system.title')}>
      <dl>
        {figures.map(([label, value, alarming]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={alarming ? 'hb-num hb-operator__alarm' : 'hb-num'}>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="hb-small hb-muted">{t('system.database', { version: database.version, migration: database.migration ?? '—' })}</p>
    </section>
  );
}

const COUNTS = ['waiting', 'running', 'later', 'buried', 'done'] as const;

function Queues({ system }: { readonly system: System }) {
  const { t } = useTranslation('operator');
  return (
    <section className="hb-card">
      <h2>{t('queues.title')}</h2>
      <p className="hb-muted hb-small">{t('queues.hint')}</p>
      <table className="hb-operator__table hb-operator__table--numbers">
        <thead>
          <tr>
            <th scope="col">{t('queues.column.queue')}</th>
            {COUNTS.map(column => (
              <th key={column} scope="col">
                {t(`queues.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {system.queues.map(queue => (
            <tr key={queue.queue}>
              <th scope="row">{t(`queues.name.${queue.queue as 'quick'}`)}</th>
              {COUNTS.map(column => (
                <td key={column} className={column === 'buried' && queue.buried > 0 ? 'hb-num hb-operator__alarm' : 'hb-num'}>
                  {queue[column === 'done' ? 'doneLastDay' : column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Schedules({ system }: { readonly system: System }) {
  const { t } = useTranslation('operator');
  return (
    <section className="hb-card">
      <h2>{t('schedules.title')}</h2>
      <table className="hb-operator__table">
        <thead>
          <tr>
            {(['name', 'next', 'last'] as const).map(column => (
              <th key={column} scope="col">
                {t(`schedules.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {system.schedules.map(schedule => (
            <tr key={schedule.name}>
              <th scope="row" title={schedule.name}>{nameOr(schedule.title, schedule.name)}</th>
              <td>
                <DateText value={schedule.nextAt} time />
              </td>
              <td>
                <DateText value={schedule.lastAt as string | null} time />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Chain({ system }: { readonly system: System }) {
  const { t } = useTranslation('operator');
  const anchor = `${system.auditEntries}:${system.auditHead}`;
  return (
    <section className="hb-card hb-operator__chain">
      <h2>{t('chain.title')}</h2>
      <p className="hb-muted">{t('chain.text')}</p>
      <dl>
        <dt>{t('chain.entries')}</dt>
        <dd className="hb-num">{system.auditEntries}</dd>
        <dt>{t('chain.head')}</dt>
        <dd className="hb-operator__long">
          <CopyText text={system.auditHead} label={t('chain.head')} />
        </dd>
        <dt>{t('chain.verify')}</dt>
        <dd>
          <code>npm run audit:verify -- --expect {anchor}</code>
        </dd>
      </dl>
    </section>
  );
}
