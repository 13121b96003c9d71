import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';

const FIELDS: readonly FieldSpec[] = [
  { name: 'password', label: { zh: '登录密码', en: 'Password' }, type: 'password', required: true, autoComplete: 'current-password' },
];

interface Props {
  /** The act that was interrupted; it goes on with the password. */
  readonly onPassword: (password: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** Asks, in place, whether it is really the person: the session is older than what the act needs. */
export function PasswordAgain({ onPassword, onCancel }: Props) {
  const { t } = useTranslation('account');
  return (
    <div className="hb-stack" style={{ maxWidth: 480 }}>
      <p role="status">{t('totp.passwordFirst')}</p>
      <QuickForm
        fields={FIELDS}
        submit={t('totp.goOn')}
        onSubmit={values => onPassword(String(values['password']))}
        aside={
          <Button type="text" size="large" onClick={onCancel}>
            {t('totp.cancel')}
          </Button>
        }
      />
    </div>
  );
}
