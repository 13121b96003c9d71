import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import type { Notification, Page } from '@/api/contract';
import { rest } from '@/api/rest';
import { currentOrganisation } from '@/api/transport';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { DateText } from '@/shared/ui/values';
import './notifications.css';

const PATH = '/api/v1/notifications';
const PAGE = 30;

/** Everything the platform told this person, newest first. Opening one marks it as read. */
export function NotificationsPage() {
  const { t } = useTranslation('organisation');
  const { list, items, readAll, readOne } = useInbox();
  const unread = items.some(item => item.readAt === null);
  return (
    <>
      <PageHeader title={t('inbox.title')} actions={<Actions onReadAll={unread ? () => readAll.mutate() : undefined} busy={readAll.isPending} />} />
      <ProblemAlert error={list.error ?? readAll.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton lines={6} />}
      {list.data && items.length === 0 && (
        <div className="hb-card">
          <EmptyState title={t('inbox.empty')}>{t('inbox.emptyHint')}</EmptyState>
        </div>
      )}
      {items.length > 0 && (
        <ul className="hb-inbox hb-plain-list">
          {items.map(item => (
            <Entry key={item.id} item={item} onOpen={() => item.readAt === null && readOne.mutate(item.id)} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button style={{ marginTop: 16 }} loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('inbox.more')}
        </Button>
      )}
    </>
  );
}

function useInbox() {
  const client = useQueryClient();
  const list = useInfiniteQuery({
    queryKey: [PATH, currentOrganisation(), 'inbox'],
    queryFn: ({ pageParam, signal }) => rest<Page<Notification>>('GET', PATH, { query: { limit: PAGE, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextCursor ?? undefined,
  });
  // The list and the number at the bell.
  const onSuccess = () => client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith(PATH) });
  const readAll = useMutation({ mutationFn: () => call(api.POST('/api/v1/notifications/read-all')), onSuccess });
  const readOne = useMutation({
    mutationFn: (id: string) => call(api.POST('/api/v1/notifications/{id}/read', { params: { path: { id } } })),
    onSuccess,
  });
  return { list, items: list.data?.pages.flatMap(page => page.items) ?? [], readAll, readOne };
}

function Actions({ onReadAll, busy }: { readonly onReadAll: (() => void) | undefined; readonly busy: boolean }) {
  const { t } = useTranslation('organisation');
  return (
    <>
      <ButtonLink to="/account/notifications" kind="quiet">
        {t('inbox.settings')}
      </ButtonLink>
      {onReadAll && (
        <Button loading={busy} onClick={onReadAll}>
          {t('inbox.readAll')}
        </Button>
      )}
    </>
  );
}

function Entry({ item, onOpen }: { readonly item: Notification; readonly onOpen: () => void }) {
  const { t } = useTranslation('organisation');
  const { base } = useSession();
  // Links are written for everybody: the organisation in them is filled in by whoever opens them.
  const to = item.link?.replace(/^\/[efbk]\/:org/, base);
  return (
    <li className={item.readAt === null ? 'hb-inbox__new' : undefined}>
      <div className="hb-inbox__head">
        <strong>{to ? <AppLink to={to} onClick={onOpen}>{textOf(item.title)}</AppLink> : textOf(item.title)}</strong>
        <DateText value={item.createdAt} time />
      </div>
      <p>{textOf(item.body)}</p>
      {item.readAt === null && (
        <Button type="link" size="small" className="hb-inbox__read" onClick={onOpen}>
          {t('inbox.markRead')}
          <span className="hb-sr-only"> {textOf(item.title)}</span>
        </Button>
      )}
    </li>
  );
}
