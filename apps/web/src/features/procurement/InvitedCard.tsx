import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { taskPath, type Task } from '../market/model';
import type { Invitation } from './model';
import './procurement.css';

/** Whom the enterprise has asked; who of them has bid is sealed until the opening. */
export function InvitedCard({ task }: { readonly task: Task }) {
  const { t } = useTranslation('procurement');
  const invited = useQuery(readPath<readonly Invitation[]>(`${taskPath(task.id)}/invitations`));
  if (invited.data?.length === 0 && task.state !== 'draft') return null;
  return (
    <section className="hb-card">
      <h2>{t(task.method === 'direct' ? 'invited.one' : 'invited.title', { count: invited.data?.length ?? 0 })}</h2>
      <ProblemAlert error={invited.error} />
      {invited.data?.length === 0 && <p className="hb-muted">{t('invited.none')}</p>}
      <ul className="hb-asked">
        {invited.data?.map(firm => (
          <li key={firm.firmId}>
            <div className="hb-row"><strong>{firm.firmName}</strong>{firm.state === 'declined' && <StatusTag tone="muted">{t('invited.declined')}</StatusTag>}</div>
            {firm.reason && <p>{firm.reason}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
