import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import { QuickForm } from '@/shared/form/QuickForm';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { AuthFrame } from './AuthFrame';
import { newPassword } from './password-fields';

const FIELDS = [newPassword('password')];

export function ResetPasswordPage() {
  const { t } = useTranslation('auth');
  const { token } = getRouteApi('/public/password/reset').useSearch();
  const [done, setDone] = useState(false);
  const toLogin = (
    <ButtonLink to="/login" kind="primary">
      {t('login.title')}
    </ButtonLink>
  );
  if (!token)
    return (
      <AuthFrame title={t('reset.badTitle')} lead={t('reset.bad')}>
        <ButtonLink to="/password/forgot" kind="primary">
          {t('reset.again')}
        </ButtonLink>
      </AuthFrame>
    );
  if (done)
    return (
      <AuthFrame title={t('reset.doneTitle')} lead={t('reset.done')}>
        {toLogin}
      </AuthFrame>
    );
  const submit = async (values: Record<string, unknown>): Promise<void> => {
    await call(api.POST('/api/v1/auth/password/reset', { body: { token, password: String(values['password']) } }));
    setDone(true);
  };
  return (
    <AuthFrame title={t('reset.title')} lead={t('reset.lead')}>
      <QuickForm fields={FIELDS} submit={t('reset.submit')} onSubmit={submit} block />
    </AuthFrame>
  );
}
