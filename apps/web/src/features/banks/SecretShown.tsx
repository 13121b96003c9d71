import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { CopyText } from '@/shared/ui/values';
import './banks.css';

/** A secret, this once. */
export function SecretShown({ title, text, id }: { readonly title: string; readonly text: string; readonly id?: string }) {
  const { t } = useTranslation('banks');
  return (
    <Alert
      type="success" showIcon title={title}
      description={<div className="hb-stack hb-banks__secret" style={{ gap: 8 }}><p>{t('secret.once')}</p>{id && <p>{t('client.clientId')}：<CopyText text={id} label={t('client.clientId')} /></p>}<p>{t('secret.secret')}：<CopyText text={text} label={t('secret.secret')} /></p></div>}
    />
  );
}
