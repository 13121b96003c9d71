import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';

/** Turns the second factor off, after a last look at what that means. */
export function TurnOffTotp({ onConfirm }: { readonly onConfirm: () => Promise<void> }) {
  const { t } = useTranslation('account');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button type="text" danger onClick={() => setAsking(true)}>
        {t('totp.turnOff')}
      </Button>
      <ConfirmAct open={asking} title={t('totp.offTitle')} act={t('totp.turnOff')} danger onConfirm={onConfirm} onClose={() => setAsking(false)}>
        {t('totp.offText')}
      </ConfirmAct>
    </>
  );
}
