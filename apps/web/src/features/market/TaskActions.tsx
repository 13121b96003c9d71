import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { taskPath, type Task } from './model';
import { hasLiveBid, useOwnBids } from './own-bids';
import { OpenDialog } from './OpenDialog';
import { PublishDialog } from './PublishDialog';
import { Decline } from '../procurement/Decline';
import { useTaskChanged } from './task-changed';

/** The acts the API allows on this task now, the most important one last. */
export function TaskActions({ task }: { readonly task: Task }) {
  const { t } = useTranslation('market');
  const { t: common } = useTranslation();
  const { base } = useSession();
  const [dialog, setDialog] = useState<'publish' | 'open' | 'cancel' | null>(null);
  const changed = useTaskChanged(task.id);
  const live = hasLiveBid(useOwnBids(task.id));
  const may = (action: string): boolean => task.actions.includes(action);
  const close = (): void => setDialog(null);
  return (
    <>
      {may('task.cancel') && <Button danger type="text" onClick={() => setDialog('cancel')}>{t('cancel.act')}</Button>}
      {may('task.decline') && task.method !== 'direct' && !live && <Decline task={task} />}
      {may('task.edit') && <ButtonLink to={`${base}/tasks/${task.id}/edit`}>{common('action.change')}</ButtonLink>}
      {may('task.publish') && <Button type="primary" onClick={() => setDialog('publish')}>{t('publish.act')}</Button>}
      {may('task.bid') && <ButtonLink to={`${base}/tasks/${task.id}/bid`} kind={live ? 'default' : 'primary'}>{t(live ? 'bid.replace' : 'bid.act')}</ButtonLink>}
      {may('task.open') && task.openingNeeded === null && <Button type="primary" onClick={() => setDialog('open')}>{t('open.act')}</Button>}
      <PublishDialog task={task} open={dialog === 'publish'} onClose={close} />
      <OpenDialog task={task} open={dialog === 'open'} onClose={close} />
      <ConfirmAct
        open={dialog === 'cancel'}
        title={t('cancel.title')}
        act={t('cancel.act')}
        danger
        reason={{ label: t('cancel.reason'), required: true }}
        onConfirm={async reason => {
          await rest('POST', `${taskPath(task.id)}/cancel`, { body: { reason } });
          await changed();
        }}
        onClose={close}
      />
    </>
  );
}
