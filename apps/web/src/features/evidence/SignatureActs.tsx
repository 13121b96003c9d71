import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { DateText } from '@/shared/ui/values';
import { signaturesPath, type Signature } from './model';

type Act = 'repudiate' | 'uphold' | 'dismiss';

/** “That was not me”, and the officer's ruling on it. */
export function SignatureActs({ record, onChanged }: { readonly record: Signature; readonly onChanged: () => Promise<unknown> }) {
  const { t } = useTranslation('evidence');
  const [act, setAct] = useState<Act | null>(null);
  const may = (action: string): boolean => record.actions.includes(action);
  const send = async (reason: string): Promise<void> => {
    const path = `${signaturesPath}/${record.id}`;
    if (act === 'repudiate') await rest('POST', `${path}/repudiate`, { body: { reason } });
    else await rest('POST', `${path}/ruling`, { body: { outcome: act === 'uphold' ? 'upheld' : 'dismissed', reasons: reason } });
    await onChanged();
  };
  return (
    <>
      {may('signature.repudiate') && <Button danger onClick={() => setAct('repudiate')}>{t('act.repudiate')}</Button>}
      {may('signature.rule') && <Button onClick={() => setAct('dismiss')}>{t('act.dismiss')}</Button>}
      {may('signature.rule') && <Button danger onClick={() => setAct('uphold')}>{t('act.uphold')}</Button>}
      <ConfirmAct
        open={act !== null}
        danger={act !== 'dismiss'}
        title={t(`act.${act ?? 'repudiate'}Title`)}
        act={t(`act.${act ?? 'repudiate'}`)}
        summary={[
          { label: t('record.what'), value: textOf(record.what) },
          { label: t('record.signer'), value: record.signerName },
          { label: t('record.at'), value: <DateText value={record.signedAt} time /> },
        ]}
        reason={{ label: t(act === 'repudiate' ? 'act.reason' : 'act.reasons'), required: true, placeholder: t(act === 'repudiate' ? 'act.reasonExample' : 'act.reasonsExample') }}
        onConfirm={send}
        onClose={() => setAct(null)}
      >
        <p>{t(`act.${act ?? 'repudiate'}Means`)}</p>
      </ConfirmAct>
    </>
  );
}
