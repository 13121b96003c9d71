import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, read } from '@/api/client';
import type { InvitationPreview } from '@/api/contract';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { Skeleton } from '@/shared/ui/Skeletons';
import { AuthFrame } from './AuthFrame';
import { newPassword } from './password-fields';

const NAME: FieldSpec = { name: 'name', label: { zh: '您的姓名', en: 'Your name' }, type: 'text', required: true, autoComplete: 'name', max: 50 };
const NEW_ACCOUNT: readonly FieldSpec[] = [NAME, { ...newPassword('password'), label: { zh: '设置密码', en: 'Choose a password' } }];
const OLD_ACCOUNT: readonly FieldSpec[] = [
  { name: 'password', label: { zh: '您现有账户的密码', en: 'Password of your account' }, type: 'password', required: true, autoComplete: 'current-password' },
];

/** Joins an organisation by the link of an invitation letter. */
export function AcceptInvitationPage() {
  const { t } = useTranslation('auth');
  const { token } = getRouteApi('/public/invitation').useSearch();
  const invitation = useQuery({ ...read('/api/v1/invitations/preview', { params: { query: { token: token ?? '' } } }), enabled: Boolean(token) });
  const [done, setDone] = useState(false);
  if (!token || invitation.error) return <AuthFrame title={t('invitation.badTitle')} lead={t('invitation.bad')} children={null} />;
  if (done)
    return (
      <AuthFrame title={t('invitation.doneTitle')} lead={t('invitation.done')}>
        <ButtonLink to="/login" kind="primary">
          {t('login.title')}
        </ButtonLink>
      </AuthFrame>
    );
  return (
    <AuthFrame title={t('invitation.title')} lead={invitation.data && t('invitation.leadOf', { name: invitation.data.organisationName, email: invitation.data.email })}>
      {invitation.data ? <Acceptance token={token} invitation={invitation.data} onDone={() => setDone(true)} /> : <Skeleton lines={4} />}
    </AuthFrame>
  );
}

interface AcceptanceProps {
  readonly token: string;
  readonly invitation: InvitationPreview;
  readonly onDone: () => void;
}

function Acceptance({ token, invitation, onDone }: AcceptanceProps) {
  const { t } = useTranslation('auth');
  const submit = async (values: Record<string, unknown>): Promise<void> => {
    const name = invitation.hasAccount ? {} : { name: String(values['name']) };
    await call(api.POST('/api/v1/invitations/accept', { body: { token, password: String(values['password']), ...name } }));
    onDone();
  };
  return (
    <QuickForm
      fields={invitation.hasAccount ? OLD_ACCOUNT : NEW_ACCOUNT}
      initial={{ name: invitation.name }}
      submit={t('invitation.submit')}
      onSubmit={submit}
      block
    />
  );
}
