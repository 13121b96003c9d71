import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { read } from '@/api/client';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';

const SHOWN_AT_MOST = 99;

/** Number of unread notifications, and the way to them. */
export function NotificationBell() {
  const { t } = useTranslation();
  const { base } = useSession();
  const unread = useQuery(read('/api/v1/notifications/unread-count')).data?.count ?? 0;
  return (
    <AppLink to={base ? `${base}/notifications` : '/account/inbox'} className="hb-icon-link" aria-label={t('shell.notifications', { count: unread })}>
      <BellOutlined aria-hidden />
      {unread > 0 && (
        <span className="hb-icon-link__badge" aria-hidden>
          {unread > SHOWN_AT_MOST ? `${SHOWN_AT_MOST}+` : unread}
        </span>
      )}
    </AppLink>
  );
}
