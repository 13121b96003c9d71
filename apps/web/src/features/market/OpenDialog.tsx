import { Alert, Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { giveShares } from './give-share';
import { readable, readKey, type ReadKey } from './key-file';
import { taskPath, type Opening, type Task } from './model';
import { useTaskChanged } from './task-changed';

interface Props {
  readonly task: Task;
  /** Where several holders open together; null where one key does. */
  readonly opening?: Opening;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Opening: the key file is read here and compared. Only the enterprise's key of this one task is sent; the bureau's stays here and its shares go. */
export function OpenDialog({ task, opening, open, onClose }: Props) {
  const { t } = useTranslation('market');
  const { organisation } = useSession();
  const changed = useTaskChanged(task.id);
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<ReadKey | null>(null);
  const side = organisation?.orgKind === 'bureau' ? 'witness' : 'owner';
  const mine = opening?.holders.filter(one => one.mine) ?? [];
  const match = chosen?.ok === true ? mine.find(one => one.fingerprint === chosen.fingerprint) : undefined;
  const holder = match?.holder ?? side;
  const fits = chosen?.ok === true && (opening ? match !== undefined : side === 'witness' || chosen.fingerprint === task.openingFingerprint);
  const last = opening !== undefined && opening.given + 1 >= (opening.needed ?? 1);
  return (
    <ConfirmAct
      open={open}
      title={t(opening ? 'opening.give' : 'open.title')}
      act={t(opening ? (last ? 'opening.giveLast' : 'opening.give') : 'open.act')}
      ready={fits}
      onConfirm={async () => {
        if (!chosen?.ok) return;
        if (opening && holder !== 'owner') await giveShares(task.id, holder, chosen.key);
        else await rest('POST', `${taskPath(task.id)}/open`, { body: { holder, privateKey: chosen.key } });
        setChosen(null);
        await changed();
      }}
      onClose={() => {
        setChosen(null);
        onClose();
      }}
    >
      <p>{t(opening ? (last ? 'opening.textLast' : 'opening.text') : side === 'witness' ? 'open.textWitness' : 'open.text')}</p>
      {opening && mine.map(one => <p key={one.holder}>{t(`opening.holder.${one.holder}`)} · {t('task.fingerprint')}: <span className="hb-num">{readable(one.fingerprint ?? '')}</span></p>)}
      {!opening && side === 'owner' && task.openingFingerprint && (
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
