import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Page } from '@/api/contract';
import { readPath } from '@/api/rest';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { AUTHORIZATIONS, CLIENT_TONE, CLIENTS, DELIVERIES, type Authorization, type Client, type Delivery } from './model';

/** What waits for a bank: answers of enterprises, terms that end, clients, alerts that failed. */
export function BankDesk() {
  const { t } = useTranslation('banks');
  const { base } = useSession();
  const waiting = useQuery(readPath<Page<Authorization>>(AUTHORIZATIONS, { tab: 'waiting', limit: 5 }));
  const ending = useQuery(readPath<Page<Authorization>>(AUTHORIZATIONS, { status: 'active', sort: 'to', limit: 5 }));
  const clients = useQuery(readPath<Page<Client>>(CLIENTS, { limit: 5 }));
  const dead = useQuery(readPath<Page<Delivery>>(DELIVERIES, { state: 'dead', limit: 5 }));
  return (
    <section className="hb-card hb-stack" style={{ gap: 14 }}>
      <h2>{t('desk.title')}</h2>
      <Group title={t('desk.waiting')} none={t('desk.noneWaiting')} rows={waiting.data?.items.map(row => ({ key: row.id, to: `${base}/bank-authorizations/${row.id}`, name: row.enterpriseName, note: <>{t('desk.answerBy')} <DateText value={row.answerBy} /></> }))} />
      <Group title={t('desk.ending')} none={t('desk.noneEnding')} rows={ending.data?.items.map(row => ({ key: row.id, to: `${base}/bank-authorizations/${row.id}`, name: row.enterpriseName, note: <>{t('desk.until')} <DateText value={row.toOn} /></> }))} />
      <Group title={t('desk.dead')} none={t('desk.noneDead')} rows={dead.data?.items.map(row => ({ key: row.id, to: `${base}/bank-webhooks/${row.webhookId}`, name: row.enterpriseName ?? t('delivery.test'), note: <DateText value={row.createdAt} time /> }))} />
      <Group title={t('desk.clients')} none={t('desk.noneClients')} rows={clients.data?.items.map(row => ({ key: row.id, to: `${base}/bank-clients/${row.id}`, name: row.name, note: <StatusTag tone={CLIENT_TONE[row.state]}>{t(`client.state.${row.state}`)}</StatusTag> }))} />
    </section>
  );
}

/** Requests of banks that wait for the enterprise. */
export function AskedDesk() {
  const { t } = useTranslation('banks');
  const { base } = useSession();
  const waiting = useQuery(readPath<Page<Authorization>>(AUTHORIZATIONS, { tab: 'waiting', limit: 5 }));
  if (!waiting.data?.items.length) return null;
  return (
    <section className="hb-card hb-stack" style={{ gap: 14 }}>
      <h2>{t('desk.asked')}</h2>
      <Group rows={waiting.data.items.map(row => ({ key: row.id, to: `${base}/bank-authorizations/${row.id}`, name: row.bankName, note: <>{t('desk.answerBy')} <DateText value={row.answerBy} /></> }))} />
    </section>
  );
}

interface Row {
  readonly key: string;
  readonly to: string;
  readonly name: string;
  readonly note: React.ReactNode;
}

function Group({ title, none, rows }: { readonly title?: string; readonly none?: string; readonly rows: readonly Row[] | undefined }) {
  return (
    <div>
      {title && <h3>{title}</h3>}
      {rows?.length === 0 && <p className="hb-muted">{none}</p>}
      <ul className="hb-plain-list hb-stack" style={{ gap: 8 }}>
        {rows?.map(row => <li key={row.key} className="hb-row"><AppLink to={row.to}>{row.name}</AppLink> <span className="hb-small hb-muted">{row.note}</span></li>)}
      </ul>
    </div>
  );
}
