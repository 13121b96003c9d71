import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Page } from '@/api/contract';
import { readPath } from '@/api/rest';
import { AppLink } from '@/shared/ui/AppLink';
import { DateText } from '@/shared/ui/values';
import type { TaskItem } from './model';

const SHOWN = 5;

/** Tasks that take bids now, the next deadline first, on the public home. */
export function OpenTasks() {
  const { t } = useTranslation('market');
  const tasks = useQuery(readPath<Page<TaskItem>>('/api/v1/public/service-tasks', { open: 'true', limit: SHOWN }));
  if (!tasks.data || tasks.data.items.length === 0) return null;
  return (
    <ul className="hb-plain-list hb-stack" style={{ gap: 8 }}>
      {tasks.data.items.map(task => (
        <li key={task.id} className="hb-row" style={{ justifyContent: 'space-between' }}>
          <AppLink to={`/tasks/${task.id}`}>{task.title}</AppLink>
          <span className="hb-small hb-muted">
            {t('tasks.column.deadline')} <DateText value={task.bidDeadline} />
          </span>
        </li>
      ))}
    </ul>
  );
}
