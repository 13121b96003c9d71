import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, call, read } from '@/api/client';
import type { NotificationPreference } from '@/api/contract';
import { textOf } from '@/i18n';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import './preferences.css';

const PATH = '/api/v1/notification-preferences';

/** Which notices come by mail as well. Each tick is saved at once. */
export function NotificationSettingsPage() {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const list = useQuery(read(PATH));
  const save = useMutation({
    mutationFn: (items: readonly NotificationPreference[]) =>
      call(api.PUT(PATH, { body: { preferences: items.map(({ topic, mail }) => ({ topic, mail })) } })),
    onSettled: () => client.invalidateQueries({ queryKey: [PATH] }),
  });
  const items = save.isPending ? save.variables : (list.data ?? []);
  const toggle = (topic: string, mail: boolean): void => save.mutate(items.map(item => (item.topic === topic ? { ...item, mail } : item)));
  return (
    <>
      <PageHeader title={t('notices.title')} lead={t('notices.lead')} />
      <ProblemAlert error={list.error ?? save.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton />}
      {items.length > 0 && (
        <div className="hb-card">
          <Preferences items={items} onToggle={toggle} />
        </div>
      )}
    </>
  );
}

interface PreferencesProps {
  readonly items: readonly NotificationPreference[];
  readonly onToggle: (topic: string, mail: boolean) => void;
}

function Preferences({ items, onToggle }: PreferencesProps) {
  const { t } = useTranslation('account');
  return (
    <table className="hb-preferences">
      <thead>
        <tr>
          <th scope="col">{t('notices.topic')}</th>
          <th scope="col">{t('notices.inApp')}</th>
          <th scope="col">{t('notices.mail')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(item => (
          <tr key={item.topic}>
            <th scope="row">{textOf(item.label)}</th>
            <td>{t('notices.always')}</td>
            <td>
              <Checkbox checked={item.mail} aria-label={`${textOf(item.label)} ${t('notices.mail')}`} onChange={event => onToggle(item.topic, event.target.checked)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
