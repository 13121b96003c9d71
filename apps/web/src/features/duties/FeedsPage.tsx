import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { readPath, rest } from '@/api/rest';
import { QuickForm } from '@/shared/form/QuickForm';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import './duties.css';
import { DutyTabs } from './DutyTabs';
import { feedsPath, type Feed, type NewFeed } from './model';

/** Links by which a telephone or a calendar program shows the duties of the enterprise. */
export function FeedsPage() {
  const { t } = useTranslation('duties');
  const feeds = useQuery(readPath<Feed[]>(feedsPath));
  const [made, setMade] = useState<NewFeed | null>(null);
  return (
    <>
      <PageHeader title={t('feeds.title')} lead={t('feeds.lead')} />
      <DutyTabs active="feeds" />
      <div className="hb-stack">
        {made && <Made feed={made} />}
        <Make onMade={setMade} />
        <ProblemAlert error={feeds.error} onRetry={() => void feeds.refetch()} />
        {feeds.isPending && <Skeleton lines={4} />}
        {feeds.data && <Links feeds={feeds.data} />}
      </div>
    </>
  );
}

function Make({ onMade }: { readonly onMade: (feed: NewFeed) => void }) {
  const { t } = useTranslation('duties');
  const queries = useQueryClient();
  const [key, setKey] = useState(newIdempotencyKey);
  const make = async (values: Record<string, unknown>): Promise<void> => {
    onMade(await rest<NewFeed>('POST', feedsPath, { body: values, idempotencyKey: key }));
    setKey(newIdempotencyKey());
    await queries.invalidateQueries({ queryKey: [feedsPath] });
  };
  return (
    <section className="hb-card">
      <h2>{t('feeds.make')}</h2>
      <QuickForm key={key} fields={[{ name: 'name', label: t('feeds.name'), type: 'text', required: true, max: 60, example: t('feeds.example') }]} submit={t('feeds.makeAct')} onSubmit={make} />
    </section>
  );
}

/** The only time the whole link is shown. */
function Made({ feed }: { readonly feed: NewFeed }) {
  const { t } = useTranslation('duties');
  const address = `${location.origin}${feed.path}`;
  return (
    <Alert
      type="success" showIcon role="status" title={t('feeds.made', { name: feed.name })}
      description={
        <div className="hb-stack" style={{ gap: 8 }}>
          <p>{t('feeds.once')}</p>
          <code className="hb-duties__address">{address}</code>
          <p className="hb-row"><CopyLink address={address} /><a href={address.replace(/^https?:/, 'webcal:')}>{t('feeds.openHere')}</a></p>
          <p className="hb-small">{t('feeds.how')}</p>
        </div>
      }
    />
  );
}

function CopyLink({ address }: { readonly address: string }) {
  const { t } = useTranslation('duties');
  const [copied, setCopied] = useState(false);
  return <Button onClick={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}>{copied ? t('feeds.copied') : t('feeds.copy')}</Button>;
}

function Links({ feeds }: { readonly feeds: readonly Feed[] }) {
  const { t } = useTranslation('duties');
  const queries = useQueryClient();
  const [ending, setEnding] = useState<Feed | null>(null);
  const revoke = async (): Promise<void> => {
    if (ending) await rest('DELETE', `${feedsPath}/${ending.id}`);
    await queries.invalidateQueries({ queryKey: [feedsPath] });
  };
  if (feeds.length === 0) return <p className="hb-muted">{t('feeds.none')}</p>;
  return (
    <section className="hb-card">
      <h2>{t('feeds.list')}</h2>
      <ul className="hb-plain-list hb-stack" style={{ gap: 14 }}>
        {feeds.map(feed => (
          <li key={feed.id} className="hb-row" style={{ justifyContent: 'space-between' }}>
            <span>
              <strong>{feed.name}</strong> {feed.revokedAt ? <StatusTag tone="muted">{t('feeds.revoked')}</StatusTag> : <StatusTag tone="success">{t('feeds.active')}</StatusTag>}
              <span className="hb-small hb-muted" style={{ display: 'block' }}>
                {feed.createdByName} · <DateText value={String(feed.createdAt)} time /> · {feed.lastReadAt ? <>{t('feeds.lastRead')} <DateText value={String(feed.lastReadAt)} time /></> : t('feeds.neverRead')}
              </span>
            </span>
            {!feed.revokedAt && <Button danger onClick={() => setEnding(feed)}>{t('feeds.revoke')}<span className="hb-sr-only"> {feed.name}</span></Button>}
          </li>
        ))}
      </ul>
      <ConfirmAct open={ending !== null} danger title={t('feeds.revokeTitle', { name: ending?.name ?? '' })} act={t('feeds.revoke')} onConfirm={revoke} onClose={() => setEnding(null)}>{t('feeds.revokeText')}</ConfirmAct>
    </section>
  );
}
