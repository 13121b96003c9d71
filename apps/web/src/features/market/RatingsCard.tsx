import { useQuery } from '@tanstack/react-query';
import { Button, Input, Rate } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Reply } from '../reputation/Reply';
import { useContractOf } from './contract-of';
import './market.css';
import { DIMENSIONS, taskPath, type Rating, type Task } from './model';
import { useTaskChanged } from './task-changed';

/** Mutual rating: the other side's is shown only when both are given or the time is over. */
export function RatingsCard({ task }: { readonly task: Task }) {
  const { t } = useTranslation('market');
  const { organisation } = useSession();
  const ratings = useQuery(readPath<readonly Rating[]>(`${taskPath(task.id)}/ratings`));
  const own = ratings.data?.find(rating => rating.raterOrgId === organisation?.orgId);
  const { contract } = useContractOf(task);
  const unsettled = contract !== null && contract.state !== 'closed';
  const published = ratings.data?.filter(rating => rating.publishedAt !== null) ?? [];
  return (
    <section className="hb-card">
      <h2>{t('rating.title')}</h2>
      <ProblemAlert error={ratings.error} />
      {published.length === 0 && <p className="hb-muted">{t(own ? 'rating.given' : unsettled ? 'rating.afterSettlement' : 'rating.none')}</p>}
      {published.map(rating => (
        <div key={rating.id}>
          <p>
            <strong>{t(rating.raterOrgId === organisation?.orgId ? 'rating.from.own' : 'rating.from.other')}</strong> {t('rating.score', { score: rating.score })} {rating.comment}
          </p>
          <Reply taskId={task.id} ratingId={rating.id} mayReply={rating.ratedOrgId === organisation?.orgId} />
        </div>
      ))}
      {ratings.data && !own && task.actions.includes('task.rate') && <RatingForm task={task} />}
    </section>
  );
}

function RatingForm({ task }: { readonly task: Task }) {
  const { t } = useTranslation('market');
  const id = useId();
  const [marks, setMarks] = useState<Readonly<Record<string, number>>>({});
  const [comment, setComment] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const changed = useTaskChanged(task.id);
  const complete = DIMENSIONS.every(dimension => (marks[dimension] ?? 0) > 0);
  const send = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await rest('POST', `${taskPath(task.id)}/ratings`, { body: { ...marks, comment } });
      await changed();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="hb-stack">
      <p>{t('rating.lead', { days: task.ratingTerms?.blindDays ?? '—' })}</p>
      <ProblemAlert error={error} />
      <div className="hb-rating">
        {DIMENSIONS.map(dimension => (
          <div key={dimension} style={{ display: 'contents' }}>
            <span id={`${id}-${dimension}`}>
              {t(`rating.${dimension}`)} <span className="hb-small hb-muted">{t('rating.weight', { weight: task.ratingTerms?.[dimension] ?? '—' })}</span>
            </span>
            <span role="group" aria-labelledby={`${id}-${dimension}`}>
              <Rate value={marks[dimension] ?? 0} onChange={value => setMarks(all => ({ ...all, [dimension]: value }))} />
            </span>
          </div>
        ))}
      </div>
      <div>
        <label htmlFor={`${id}-comment`}>{t('rating.comment')}</label>
        <Input.TextArea id={`${id}-comment`} value={comment} maxLength={1000} autoSize={{ minRows: 2, maxRows: 8 }} onChange={event => setComment(event.target.value)} />
      </div>
      <div className="hb-row">
        <Button type="primary" loading={busy} disabled={!complete} onClick={() => void send()}>
          {t('rating.submit')}
        </Button>
        {!complete && <span className="hb-small hb-muted">{t('rating.choose')}</span>}
      </div>
    </div>
  );
}
