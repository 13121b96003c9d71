import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';

/** The whole number, for a reason that goes on record. */
export function UnmaskPhone({ organisationId }: { readonly organisationId: string }) {
  const { t } = useTranslation('bureau');
  const [asking, setAsking] = useState(false);
  const [phone, setPhone] = useState<string | null>(null);
  const unmask = async (reason: string): Promise<void> => {
    const answer = await call<{ contactPhone: string | null }>(api.POST('/api/v1/organisations/{id}/unmask', { params: { path: { id: organisationId } }, body: { reason } }));
    setPhone(answer.contactPhone);
  };
  if (phone) return <strong className="hb-num">{phone}</strong>;
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('unmask.act')}</Button>
      <ConfirmAct
        open={asking}
        title={t('unmask.title')}
        act={t('unmask.act')}
        reason={{ label: t('unmask.reason'), required: true }}
        onConfirm={unmask}
        onClose={() => setAsking(false)}
      >
        {t('unmask.text')}
      </ConfirmAct>
    </>
  );
}
