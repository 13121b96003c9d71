import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { AppLink } from '@/shared/ui/AppLink';
import { AuthFrame } from './AuthFrame';
import { newCaptcha } from './captcha';

const FIELDS: readonly FieldSpec[] = [
  { name: 'email', label: { zh: '注册时用的电子邮箱', en: 'E-mail of your account' }, type: 'email', required: true, autoComplete: 'username' },
];

/** Sends a letter with a link. Says the same whether or not the address is known. */
export function ForgotPasswordPage() {
  const { t } = useTranslation('auth');
  const [sentTo, setSentTo] = useState<string | null>(null);
  if (sentTo)
    return (
      <AuthFrame title={t('forgot.sentTitle')} lead={t('forgot.sent', { email: sentTo })}>
        <p className="hb-muted">{t('forgot.sentHint')}</p>
        <p className="hb-auth__links">
          <AppLink to="/login">{t('backToLogin')}</AppLink>
        </p>
      </AuthFrame>
    );
  const submit = async (values: Record<string, unknown>): Promise<void> => {
    const email = String(values['email']);
    await call(api.POST('/api/v1/auth/password/forgot', { body: { email, captcha: await newCaptcha() } }));
    setSentTo(email);
  };
  return (
    <AuthFrame title={t('forgot.title')} lead={t('forgot.lead')}>
      <QuickForm fields={FIELDS} submit={t('forgot.submit')} onSubmit={submit} block />
      <p className="hb-auth__links">
        <AppLink to="/login">{t('backToLogin')}</AppLink>
      </p>
    </AuthFrame>
  );
}
