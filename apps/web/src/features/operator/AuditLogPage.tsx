import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { read } from '@/api/client';
import { withQuery } from '@/api/rest';
import type { components } from '@/api/schema';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column, Filter } from '@/shared/data/data-table.types';
import { formatInstant } from '@/shared/time/time';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { shortId } from './model';
import { inOrder, nameOr } from './names';
import './operator.css';

type Entry = components['schemas']['AuditEntryView'];

const LOG = '/api/v1/audit-log';
const SYSTEM = '00000000-0000-0000-0000-000000000000';

/** Who did what when on which record. */
export function AuditLogPage() {
  const { t } = useTranslation('operator');
  const { can } = useSession();
  const [shown, setShown] = useState<Entry | null>(null);
  const areas = useQuery(read('/api/v1/audit-log/areas'));
  const columns: readonly Column<Entry>[] = [
    { key: 'at', title: t('log.column.at'), render: row => <Instant at={row.at} /> },
    { key: 'action', title: t('log.column.action'), lead: true, render: row => <Act entry={row} /> },
    { key: 'who', title: t('log.column.who'), render: row => <Who entry={row} /> },
    { key: 'subject', title: t('log.column.subject'), render: row => <Subject entry={row} /> },
  ];
  const filters: readonly Filter[] = [
    { name: 'action', label: t('log.kind'), options: inOrder(areas.data?.items ?? []) },
    { name: 'from', label: t('log.from'), type: 'date' },
    { name: 'to', label: t('log.to'), type: 'date' },
  ];
  return (
    <>
      <PageHeader title={t('log.title')} lead={t('log.lead')} />
      <DataTable<Entry>
        caption={t('log.title')}
        path={LOG}
        columns={columns}
        filters={filters}
        searchHint={t('log.search')}
        rowKey={row => row.seq}
        rowActions={row => (
          <Button size="small" onClick={() => setShown(row)} aria-label={`${t('log.details')} ${row.seq}`}>
            {t('log.details')}
          </Button>
        )}
        empty={<EmptyState title={t('log.empty')} />}
        onExport={can('platform.audit.export') ? async query => location.assign(withQuery(`${LOG}/export`, query)) : undefined}
      />
      <Details entry={shown} onClose={() => setShown(null)} />
    </>
  );
}

function Instant({ at }: { readonly at: string }) {
  return (
    <time dateTime={at} className="hb-num hb-nowrap">
      {formatInstant(at)}
    </time>
  );
}

function Who({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('operator');
  const name = entry.withheld ? t('log.withheldWho') : entry.actorUserId === SYSTEM ? t('log.system') : (entry.actorName ?? whoever(entry) ?? t('log.nobody'));
  return (
    <div>
      <span>{name as string}</span>
      {entry.actorOrgName && <div className="hb-small hb-muted">{entry.actorOrgName as string}</div>}
      {entry.onBehalfOfName && <div className="hb-small">{t('log.behalf', { name: entry.onBehalfOfName })}</div>}
    </div>
  );
}

/** What was done, in words; the code of an act that nobody names any more. */
function Act({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('operator');
  return <>{entry.withheld ? t('log.withheld') : nameOr(entry.actionName, entry.action)}</>;
}

/** Signing in is done by nobody yet; it is the account that the act is about. */
function whoever(entry: Entry): string | null {
  if (entry.actorUserId !== null) return shortId(String(entry.actorUserId));
  return entry.subjectType === 'user' ? (entry.subjectName as string | null) : null;
}

function Subject({ entry }: { readonly entry: Entry }) {
  return (
    <div>
      {nameOr(entry.subjectTypeName, entry.subjectType)} {!entry.withheld && <span className="hb-num hb-small hb-muted">{entry.subjectName ?? shortId(entry.subjectId)}</span>}
    </div>
  );
}

function Details({ entry, onClose }: { readonly entry: Entry | null; readonly onClose: () => void }) {
  const { t } = useTranslation('operator');
  return (
    <Modal open={entry !== null} title={entry && t('log.entry', { seq: entry.seq })} onCancel={onClose} footer={null} destroyOnHidden>
      {entry && (
        <dl className="hb-operator__details">
          <dt>{t('log.column.at')}</dt>
          <dd>
            <Instant at={entry.at} />
          </dd>
          <dt>{t('log.column.who')}</dt>
          <dd>
            <Who entry={entry} />
          </dd>
          <dt>{t('log.column.action')}</dt>
          <dd>
            <Act entry={entry} /> {!entry.withheld && entry.actionName !== null && <code>{entry.action}</code>}
          </dd>
          <dt>{t('log.column.subject')}</dt>
          <dd>
            {nameOr(entry.subjectTypeName, entry.subjectType)} {entry.subjectName as string | null} <code>{entry.subjectId}</code>
          </dd>
          <dt>{t('log.more')}</dt>
          <dd>
            <Members details={entry.details as Record<string, unknown>} />
          </dd>
          {entry.trace && (
            <>
              <dt>{t('log.trace')}</dt>
              <dd>
                <code>{entry.trace as string}</code>
              </dd>
            </>
          )}
        </dl>
      )}
    </Modal>
  );
}

function Members({ details }: { readonly details: Record<string, unknown> }) {
  const { t } = useTranslation('operator');
  const members = Object.entries(details);
  if (members.length === 0) return <span className="hb-muted">{t('log.none')}</span>;
  return (
    <ul className="hb-operator__members">
      {members.map(([name, value]) => (
        <li key={name}>
          <span className="hb-muted">{name}</span> {typeof value === 'object' ? <code>{JSON.stringify(value)}</code> : String(value)}
        </li>
      ))}
    </ul>
  );
}
