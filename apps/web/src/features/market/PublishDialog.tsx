import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { DateText } from '@/shared/ui/values';
import { generateOpeningKey, type OpeningKey } from '@huanbao/sealing';
import type { MethodOptions } from '../procurement/model';
import { isBlocked, SharesNotice } from '../procurement/SharesNotice';
import { readable, readKey, saveKey } from './key-file';
import './market.css';
import { taskPath, type Task } from './model';
import { useTaskChanged } from './task-changed';

interface Props {
  readonly task: Task;
  readonly open: boolean;
  readonly onClose: () => void;
}

type Check = 'fits' | 'differs' | null;

/** Publication: the key is made here, saved by the person, and read back from the saved file before anything is sent. */
export function PublishDialog({ task, open, onClose }: Props) {
  const { t } = useTranslation('market');
  const changed = useTaskChanged(task.id);
  const [key, setKey] = useState<OpeningKey | null>(null);
  const [check, setCheck] = useState<Check>(null);
  const direct = task.method === 'direct';
  const law = useQuery({ ...readPath<MethodOptions>('/api/v1/procurement-methods', { funds: task.funds, subject: task.subject, budgetYuan: task.budgetYuan ?? undefined }), enabled: open && !direct });
  const blocked = !direct && isBlocked(law.data?.shares);
  const close = (): void => {
    setCheck(null);
    onClose();
  };
  return (
    <ConfirmAct
      open={open}
      title={t(direct ? 'publish.directTitle' : 'publish.title')}
      act={t('publish.act')}
      ready={direct || (key !== null && check === 'fits' && !blocked)}
      summary={[
        { label: t('tasks.column.title'), value: task.title },
        { label: t('task.deadline'), value: <DateText value={task.bidDeadline} time /> },
      ]}
      onConfirm={async () => {
        await rest('POST', `${taskPath(task.id)}/publish`, { body: direct ? {} : { openingPublicKey: key?.publicKey }, version: task.version });
        await changed();
      }}
      onClose={close}
    >
      <p>{t(direct ? 'publish.directText' : 'publish.text')}</p>
      {!direct && <SharesNotice shares={law.data?.shares} />}
      {!direct && !blocked && <KeySteps task={task} made={key} onMade={setKey} check={check} onCheck={setCheck} />}
    </ConfirmAct>
  );
}

interface StepsProps {
  readonly task: Task;
  readonly made: OpeningKey | null;
  readonly onMade: (key: OpeningKey) => void;
  readonly check: Check;
  readonly onCheck: (check: Check) => void;
}

function KeySteps({ task, made, onMade, check, onCheck }: StepsProps) {
  const { t } = useTranslation('market');
  const input = useRef<HTMLInputElement>(null);
  const secure = typeof crypto.subtle !== 'undefined';
  const make = async (): Promise<void> => {
    const key = made ?? (await generateOpeningKey());
    // before the file is there to be chosen: it is compared with this key
    onMade(key);
    saveKey(key, task.title);
  };
  const compare = async (file: File): Promise<void> => {
    const read = await readKey(file);
    onCheck(read.ok && read.fingerprint === made?.fingerprint ? 'fits' : 'differs');
  };
  return (
    <>
      {!secure && <Alert type="warning" showIcon title={t('bid.insecure')} />}
      <ol className="hb-key-steps">
        <li>
          <strong>{t('publish.step.make')}</strong>
          <span className="hb-muted">{t('publish.step.makeText')}</span>
          <Button disabled={!secure} onClick={() => void make()}>{t(made ? 'publish.again' : 'publish.make')}</Button>
          <span role="status" className="hb-small">{made && `${t('publish.made')}${readable(made.fingerprint)}`}</span>
        </li>
        <li>
          <strong>{t('publish.step.keep')}</strong>
          <span className="hb-muted">{t(task.hasWitness ? 'publish.step.keepWitness' : 'publish.step.keepText')}</span>
        </li>
        <li>
          <strong>{t('publish.step.check')}</strong>
          <span className="hb-muted">{t('publish.step.checkText')}</span>
          <Button disabled={made === null} onClick={() => input.current?.click()}>{t('publish.choose')}</Button>
          <input
            ref={input}
            type="file"
            accept=".json,application/json"
            className="hb-sr-only"
            tabIndex={-1}
            aria-label={t('publish.choose')}
            onChange={event => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file) void compare(file);
            }}
          />
          <div role="status">{check && <Alert type={check === 'fits' ? 'success' : 'error'} showIcon title={t(`publish.check.${check}`)} />}</div>
        </li>
      </ol>
    </>
  );
}
