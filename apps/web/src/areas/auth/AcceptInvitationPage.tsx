import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { AuthFrame } from './AuthFrame';
import { PASSWORD_HELP } from './password-fields';

const FIELDS: readonly FieldSpec[] = [
  { name: 'name', label: { zh: '您的姓名', en: 'Your name' }, type: 'text', required: true, autoComplete: 'name', max: 50 },
  {
    name: 'password',
    label: { zh: '设置密码', en: 'Choose a password' },
    help: {
      zh: `${PASSWORD_HELP.zh}如果您已有账户，请填原来的密码。`,
      en: `${PASSWORD_HELP.en} If you already have an account, enter its password.`,
    },
    type: 'password',
    required: true,
    autoComplete: 'new-password',
    max: 128,
  },
];

/** Joins an organisation by the link of an invitation letter. */
export function AcceptInvitationPage() {
  const { t } = useTranslation('auth');
  const { token } = getRouteApi('/public/invitation').useSearch();
  const [done, setDone] = useState(false);
  if (!token) return <AuthFrame title={t('invitation.badTitle')} lead={t('invitation.bad')} children={null} />;
  if (done)
    return (
      <AuthFrame title={t('invitation.doneTitle')} lead={t('invitation.done')}>
        <ButtonLink to="/login" kind="primary">
          {t('login.title')}
        </ButtonLink>
      </AuthFrame>
    );
  const submit = async (values: Record<string, unknown>): Promise<void> => {
    await call(api.POST('/api/v1/invitations/accept', { body: { token, name: String(values['name']), password: String(values['password']) } }));
    setDone(true);
  };
  return (
    <AuthFrame title={t('invitation.title')} lead={t('invitation.lead')}>
      <QuickForm fields={FIELDS} submit={t('invitation.submit')} onSubmit={submit} block />
    </AuthFrame>
  );
}
