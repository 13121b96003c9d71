import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { DateText } from '@/shared/ui/values';
import type { TaskReply } from './model';
import './reputation.css';

/** Below a published rating: the rated side's one reply, or the way to give it. */
export function Reply({ taskId, ratingId, mayReply }: { readonly taskId: string; readonly ratingId: string; readonly mayReply: boolean }) {
  const { t } = useTranslation('reputation');
  const client = useQueryClient();
  const path = `/api/v1/service-tasks/${taskId}/rating-replies`;
  const replies = useQuery(readPath<readonly TaskReply[]>(path));
  const [open, setOpen] = useState(false);
  const reply = replies.data?.find(one => one.ratingId === ratingId);
  if (reply)
    return (
      <p className="hb-reputation__reply">
        <span className="hb-small hb-muted">{t('reply.given', { name: reply.repliedByName })} <DateText value={reply.repliedAt} time /></span>
        <br />
        <span className="hb-reputation__said">{reply.text}</span>
      </p>
    );
  if (!mayReply || !replies.data) return null;
  const send = async (text: string): Promise<void> => {
    await rest('POST', `/api/v1/service-tasks/${taskId}/ratings/${ratingId}/reply`, { body: { text } });
    await client.invalidateQueries({ queryKey: [path] });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('reply.title')}</Button>
      <ConfirmAct open={open} title={t('reply.title')} act={t('reply.submit')} reason={{ label: t('reply.label'), required: true }} onConfirm={send} onClose={() => setOpen(false)}>
        <p>{t('reply.hint')}</p>
      </ConfirmAct>
    </>
  );
}
