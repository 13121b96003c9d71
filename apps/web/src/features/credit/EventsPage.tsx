import { useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { rest } from '@/api/rest';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { TextControl } from '@/shared/form/TextControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { EmptyState } from '@/shared/ui/EmptyState';
import { FileList } from '@/shared/ui/FileList';
import type { StoredFile } from '@/shared/ui/files.types';
import { FileUpload } from '@/shared/ui/FileUpload';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { TabLinks } from '@/shared/ui/TabLinks';
import { DateText } from '@/shared/ui/values';
import { download } from '../market/download';
import { eventsPath, SEVERITIES, SEVERITY_TONE, STATUS_TONE, STATUSES, subjectsPath, useWhose, type CreditEvent } from './model';
import './credit.css';

const TABS = ['events', 'readings'] as const;

/** The ledger of a subject: everything that happened, with basis, document and what became of it. */
export function EventsPage() {
  const { t } = useTranslation('credit');
  const { id, here } = useWhose();
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const kind = TABS.find(one => one === tab) ?? 'events';
  const [shown, setShown] = useState<CreditEvent | null>(null);
  const path = `${subjectsPath}/${id}/events`;
  return (
    <>
      <PageHeader title={t('events.title')} lead={t('events.lead')} back={{ to: here, label: t('back') }} />
      <TabLinks label={t('events.title')} active={kind} tabs={TABS.map(key => ({ key, label: t(`events.tabs.${key}`) }))} />
      <DataTable<CreditEvent>
        key={kind}
        caption={t(`events.tabs.${kind}`)}
        path={path}
        query={{ tab: kind }}
        columns={useColumns(kind)}
        rowKey={event => event.id}
        rowActions={event => <Button type="link" onClick={() => setShown(event)}>{t('events.detail')}</Button>}
        searchHint={t('events.search')}
        defaultSort="-on"
        filters={[
          { name: 'status', label: t('events.status'), options: STATUSES.map(value => ({ value, label: t(`status.${value}`) })) },
          ...(kind === 'events' ? [{ name: 'severity', label: t('events.severity'), options: SEVERITIES.map(value => ({ value, label: t(`severity.${value}`) })) }] : []),
        ]}
        onExport={query => download(`${path}/export`, { ...query, tab: kind }, `${t('events.exportName')}.xlsx`)}
        empty={<EmptyState title={t(kind === 'events' ? 'events.empty' : 'events.noReadings')} />}
      />
      <Drawer open={shown !== null} title={shown?.title} size="large" onClose={() => setShown(null)} destroyOnHidden>
        {shown && <Detail event={shown} onDone={() => setShown(null)} />}
      </Drawer>
    </>
  );
}

/** A value of an indicator is no breach: it has no class and nothing to repair. */
function useColumns(kind: (typeof TABS)[number]): Column<CreditEvent>[] {
  const { t } = useTranslation('credit');
  return [
    { key: 'name', title: t('events.name'), lead: true, render: event => <>{event.title}<div className="hb-small hb-muted">{t(`types.${event.type as 'fine'}`)}{event.documentNo && ` · ${event.documentNo}`}</div></> },
    { key: 'on', title: t('events.on'), sortBy: 'on', render: event => <DateText value={event.occurredOn} /> },
    ...(kind === 'events' ? [{ key: 'severity', title: t('events.severity'), render: (event: CreditEvent) => <StatusTag tone={SEVERITY_TONE[event.severity]}>{t(`severity.${event.severity}`)}</StatusTag> }] : [{ key: 'value', title: t('whatIf.value'), render: (event: CreditEvent) => event.measure ?? event.score ?? t('entries.notApplicable') }]),
    { key: 'until', title: t('events.until'), render: event => event.validUntil ?? t('events.noDate') },
    ...(kind === 'events' ? [{ key: 'repair', title: t('events.repair'), wideOnly: true, render: (event: CreditEvent) => event.repairFrom ?? '—' }] : []),
    { key: 'status', title: t('events.status'), render: event => <Status event={event} /> },
  ];
}

function Status({ event: { status } }: { readonly event: CreditEvent }) {
  const { t } = useTranslation('credit');
  return <StatusTag tone={status ? STATUS_TONE[status] : 'muted'}>{t(`status.${status ?? 'future'}`)}</StatusTag>;
}

function Detail({ event, onDone }: { readonly event: CreditEvent; readonly onDone: () => void }) {
  const { t } = useTranslation('credit');
  const [revoking, setRevoking] = useState(false);
  const rows: readonly (readonly [string, React.ReactNode])[] = [
    [t('events.type'), t(`types.${event.type as 'fine'}`)], [t('events.facts'), <span key="facts" className="hb-credit__said">{event.facts}</span>], [t('events.basis'), event.legalBasis], [t('events.document'), event.documentNo ?? t('none')],
    [t('events.on'), event.occurredOn], [t('events.from'), event.validFrom], [t('events.until'), event.validUntil ?? t('events.noDate')], [t('events.status'), <Status key="status" event={event} />], [t('events.recorded'), <span key="recorded">{event.recordedByName} <DateText value={event.recordedAt} time /></span>],
  ];
  return (
    <div className="hb-stack">
      <dl className="hb-credit__facts">{rows.map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
      {event.evidenceFileId && <p><a href={`/api/v1/files/${event.evidenceFileId}/content?inline=1`} target="_blank" rel="noreferrer">{t('events.evidence')}</a></p>}
      {event.changes.length > 0 && (
        <section>
          <h3>{t('events.changes')}</h3>
          <ul className="hb-lines">{event.changes.map(change => <li key={`${change.status}${change.recordedAt}`}>{t('events.change', { day: change.effectiveOn, status: t(`status.${change.status}`), reason: change.reason, basis: change.basis })}</li>)}</ul>
        </section>
      )}
      {event.actions.length > 0 && (revoking ? <Revoke event={event} onDone={onDone} /> : <div><Button danger onClick={() => setRevoking(true)}>{t('events.revoke')}</Button></div>)}
    </div>
  );
}

function Revoke({ event, onDone }: { readonly event: CreditEvent; readonly onDone: () => void }) {
  const { t } = useTranslation('credit');
  const client = useQueryClient();
  const [id] = useState(newIdempotencyKey);
  const [evidence, setEvidence] = useState<StoredFile | null>(null);
  const fields = [
    { name: 'reason', label: { zh: '撤销理由（企业会看到）', en: 'Reason (the enterprise reads it)' }, type: 'textarea' as const, required: true, max: 2000 },
    { name: 'basis', label: { zh: '依据的文书（复议决定、判决、自行纠正决定等）', en: 'Document it rests on' }, type: 'text' as const, required: true, max: 300 },
  ];
  const send = async (values: Record<string, unknown>): Promise<void> => {
    await rest('POST', `${eventsPath}/${event.id}/revoke`, { body: { id, reason: values['reason'], basis: values['basis'], evidenceFileId: evidence?.id } });
    await client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith('/api/v1/credit') });
    onDone();
  };
  return (
    <QuickForm fields={fields} submit={t('events.revoke')} onSubmit={send} control={TextControl} head={<p>{t('events.revokeMeans')}</p>} extraErrors={() => (evidence ? [] : [{ message: t('entries.needEvidence') }])}>
      <FileUpload label={t('events.revokeEvidence')} subjectType="credit-entry" subjectId={id} purpose="evidence" multiple={false} onDone={setEvidence} />
      {evidence && <FileList files={[evidence]} />}
    </QuickForm>
  );
}
