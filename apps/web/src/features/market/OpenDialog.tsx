import { Alert, Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { readable, readKey, type ReadKey } from './key-file';
import { taskPath, type Task } from './model';
import { useTaskChanged } from './task-changed';

interface Props {
  readonly task: Task;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Opening: the key file is read here, compared, and only then sent. */
export function OpenDialog({ task, open, onClose }: Props) {
  const { t } = useTranslation('market');
  const { organisation } = useSession();
  const changed = useTaskChanged(task.id);
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<ReadKey | null>(null);
  const holder = organisation?.orgKind === 'bureau' ? 'witness' : 'owner';
  const fits = chosen?.ok === true && (holder === 'witness' || chosen.fingerprint === task.openingFingerprint);
  return (
    <ConfirmAct
      open={open}
      title={t('open.title')}
      act={t('open.act')}
      ready={fits}
      onConfirm={async () => {
        if (!chosen?.ok) return;
        await rest('POST', `${taskPath(task.id)}/open`, { body: { holder, privateKey: chosen.key } });
        await changed();
      }}
      onClose={() => {
        setChosen(null);
        onClose();
      }}
    >
      <p>{t(holder === 'witness' ? 'open.textWitness' : 'open.text')}</p>
      {holder === 'owner' && task.openingFingerprint && (
        <p>
          {t('task.fingerprint')}: <span className="hb-num">{readable(task.openingFingerprint)}</span>
        </p>
      )}
      <div>
        <Button onClick={() => input.current?.click()}>{t('open.choose')}</Button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          className="hb-sr-only"
          tabIndex={-1}
          aria-label={t('open.choose')}
          onChange={event => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) void readKey(file).then(setChosen);
          }}
        />
      </div>
      <div role="status">{chosen && <Verdict chosen={chosen} fits={fits} />}</div>
    </ConfirmAct>
  );
}

function Verdict({ chosen, fits }: { readonly chosen: ReadKey; readonly fits: boolean }) {
  const { t } = useTranslation('market');
  if (!chosen.ok) return <Alert type="error" showIcon title={t('open.notKey')} />;
  return <Alert type={fits ? 'success' : 'error'} showIcon title={`${t(fits ? 'open.fits' : 'open.differs')}（${readable(chosen.fingerprint)}）`} />;
}
