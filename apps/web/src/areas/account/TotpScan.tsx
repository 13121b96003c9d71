import { QRCode } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { CopyText } from '@/shared/ui/values';
import './totp.css';

const CODE: readonly FieldSpec[] = [
  {
    name: 'code',
    label: { zh: '验证器显示的 6 位数字', en: 'The 6 digits shown by the app' },
    type: 'code',
    required: true,
    autoComplete: 'one-time-code',
    pattern: '[0-9]{6}',
    patternHint: { zh: '请填 6 位数字', en: 'enter 6 digits' },
  },
];

interface Props {
  readonly secret: string;
  readonly url: string;
  readonly onCode: (code: string) => Promise<unknown>;
}

/** Scan the code, or type the secret; then prove it with six digits. */
export function TotpScan({ secret, url, onCode }: Props) {
  const { t } = useTranslation('account');
  return (
    <div className="hb-totp">
      <figure>
        <QRCode value={url} size={176} bordered type="svg" />
        <figcaption className="hb-small hb-muted">
          {t('totp.secret')} <CopyText text={secret} label={t('totp.secretName')} />
        </figcaption>
      </figure>
      <div>
        <ol>
          <li>{t('totp.step1')}</li>
          <li>{t('totp.step2')}</li>
          <li>{t('totp.step3')}</li>
        </ol>
        <QuickForm fields={CODE} submit={t('totp.confirm')} onSubmit={values => onCode(String(values['code']))} />
      </div>
    </div>
  );
}
