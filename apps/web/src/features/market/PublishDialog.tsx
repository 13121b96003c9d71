import { Alert, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { DateText } from '@/shared/ui/values';
import { generateOpeningKey, type OpeningKey } from '@huanbao/sealing';
import { readable, saveKey } from './key-file';
import { taskPath, type Task } from './model';
import { useTaskChanged } from './task-changed';

interface Props {
  readonly task: Task;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Publication: the opening key is made here and saved by the person before anything is sent. */
export function PublishDialog({ task, open, onClose }: Props) {
  const { t } = useTranslation('market');
  const changed = useTaskChanged(task.id);
  const [key, setKey] = useState<OpeningKey | null>(null);
  const [kept, setKept] = useState(false);
  const secure = typeof crypto.subtle !== 'undefined';
  const make = async (): Promise<void> => {
    const made = key ?? (await generateOpeningKey());
    saveKey(made, task.title);
    setKey(made);
  };
  return (
    <ConfirmAct
      open={open}
      title={t('publish.title')}
      act={t('publish.act')}
      ready={key !== null && kept}
      summary={[
        { label: t('tasks.column.title'), value: task.title },
        { label: t('task.deadline'), value: <DateText value={task.bidDeadline} time /> },
      ]}
      onConfirm={async () => {
        await rest('POST', `${taskPath(task.id)}/publish`, { body: { openingPublicKey: key?.publicKey }, version: task.version });
        await changed();
      }}
      onClose={onClose}
    >
      <p>{t('publish.text')}</p>
      {!secure && <Alert type="warning" showIcon title={t('bid.insecure')} />}
      <div>
        <Button disabled={!secure} onClick={() => void make()}>{t('publish.make')}</Button>
      </div>
      <p role="status">{key && `${t('publish.made')}${readable(key.fingerprint)}`}</p>
      <Checkbox checked={kept} disabled={key === null} onChange={event => setKept(event.target.checked)}>
        {t('publish.keep')}
      </Checkbox>
    </ConfirmAct>
  );
}
