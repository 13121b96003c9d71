import { useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { APPEALS, GROUNDS, useChanged, type Repairable } from './model';

/** Why an event is said to be wrong; the appeal itself is written on its page. */
export function AppealDialog({ event, open, onClose }: { readonly event: Repairable; readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('credit-repair');
  const id = useId();
  const { base } = useSession();
  const navigate = useNavigate();
  const changed = useChanged();
  const [ground, setGround] = useState<string>();
  const begin = async (): Promise<void> => {
    const made = await rest<{ id: string }>('POST', APPEALS, { body: { eventId: event.eventId, ground } });
    await changed();
    await navigate({ to: `${base}/credit-appeals/${made.id}` as '/' });
  };
  return (
    <ConfirmAct open={open} title={t('options.appealTitle')} act={t('options.appeal')} ready={ground !== undefined} onConfirm={begin} onClose={onClose}>
      <p>{t('options.appealMeans')}</p>
      <div className="hb-form-line">
        <label htmlFor={id}>{t('field.ground')}</label>
        <Select id={id} value={ground} options={GROUNDS.map(value => ({ value, label: t(`ground.${value}`) }))} onChange={setGround} />
      </div>
    </ConfirmAct>
  );
}
