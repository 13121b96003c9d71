import { Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { OVERLAPS } from './model';

/** Asks for how long the secret before still opens. */
export function RotateSecret({ open, first, onConfirm, onClose }: { readonly open: boolean; readonly first: boolean; readonly onConfirm: (overlapHours: number) => Promise<unknown>; readonly onClose: () => void }) {
  const { t } = useTranslation('banks');
  const id = useId();
  const [hours, setHours] = useState('24');
  return (
    <ConfirmAct open={open} title={t('secret.title')} act={t('secret.make')} onConfirm={() => onConfirm(Number(hours))} onClose={onClose}>
      <p>{t('secret.once')}</p>
      {!first && (
        <>
          <label htmlFor={id}>{t('secret.overlap')}</label>
          <Select id={id} value={hours} onChange={setHours} options={OVERLAPS.map(value => ({ value, label: t(`secret.hours.h${value}`) }))} style={{ width: '100%' }} />
        </>
      )}
    </ConfirmAct>
  );
}
