import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { taskPath, type Task } from '../market/model';
import { useTaskChanged } from '../market/task-changed';

/** An invited firm says that it will not bid. */
export function Decline({ task }: { readonly task: Task }) {
  const { t } = useTranslation('procurement');
  const changed = useTaskChanged(task.id);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button type="text" danger onClick={() => setAsking(true)}>{t('invited.decline')}</Button>
      <ConfirmAct
        open={asking}
        title={t('invited.declineTitle')}
        act={t('invited.decline')}
        danger
        reason={{ label: t('offers.declineReason'), required: true }}
        onConfirm={async reason => {
          await rest('POST', `${taskPath(task.id)}/decline`, { body: { reason } });
          await changed();
        }}
        onClose={() => setAsking(false)}
      >
        <p>{t('invited.declineText')}</p>
      </ConfirmAct>
    </>
  );
}
