import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import { isProblem } from '@/api/problem';
import { forgetEverything, homeOf, meQuery, safeNext } from '@/session/session';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { AppLink } from '@/shared/ui/AppLink';
import { AuthFrame } from './AuthFrame';
import { newCaptcha } from './captcha';

const CREDENTIALS: readonly FieldSpec[] = [
  { name: 'login', label: { zh: '电子邮箱', en: 'E-mail' }, type: 'email', required: true, autoComplete: 'username' },
  { name: 'password', label: { zh: '密码', en: 'Password' }, type: 'password', required: true, autoComplete: 'current-password' },
];
const CODE: readonly FieldSpec[] = [
  {
    name: 'code',
    label: { zh: '动态验证码', en: 'Authentication code' },
    help: { zh: '打开手机上的验证器应用，填写 6 位数字；手机不在身边时可填恢复码。', en: 'The 6 digits your authenticator app shows, or a recovery code.' },
    type: 'code',
    required: true,
    autoComplete: 'one-time-code',
    max: 40,
  },
];

/** Password first, then the second factor where it is required. Lands where the person wanted to go. */
export function LoginPage() {
  const { t } = useTranslation('auth');
  const { next, expired } = getRouteApi('/public/login').useSearch();
  const router = useRouter();
  const client = useQueryClient();
  const [ticket, setTicket] = useState<string | null>(null);

  const enter = async (): Promise<void> => {
    await forgetEverything(client);
    const me = await client.fetchQuery(meQuery(null));
    router.history.push(safeNext(next) ?? homeOf(me));
  };
  if (ticket !== null) return <SecondFactor ticket={ticket} onDone={enter} onBack={() => setTicket(null)} />;
  return (
    <AuthFrame title={t('login.title')}>
      {expired && <Alert type="info" showIcon title={t('login.expired')} style={{ marginBottom: 18 }} />}
      <Credentials onTicket={setTicket} onDone={enter} />
      <p className="hb-auth__links">
        <AppLink to="/password/forgot">{t('login.forgot')}</AppLink>
        <AppLink to="/register">{t('login.register')}</AppLink>
      </p>
    </AuthFrame>
  );
}

interface CredentialsProps {
  readonly onTicket: (ticket: string) => void;
  readonly onDone: () => Promise<void>;
}

function Credentials({ onTicket, onDone }: CredentialsProps) {
  const { t } = useTranslation('auth');
  const captchaNeeded = useRef(false);
  const [solving, setSolving] = useState(false);

  const captcha = async (): Promise<{ captcha?: string }> => {
    if (!captchaNeeded.current) return {};
    setSolving(true);
    return { captcha: await newCaptcha().finally(() => setSolving(false)) };
  };
  const submit = async (values: Record<string, unknown>): Promise<void> => {
    const body = { login: String(values['login']), password: String(values['password']) };
    try {
      const answer = await call(api.POST('/api/v1/auth/login', { body: { ...body, ...(await captcha()) } }));
      if (answer.status === 'totp-required') return onTicket(answer.ticket);
      await onDone();
    } catch (error) {
      // From now on each attempt carries a solved challenge; the person only notices a second of waiting.
      if (isProblem(error) && error.extra['captchaRequired'] === true) captchaNeeded.current = true;
      throw error;
    }
  };
  return (
    <QuickForm fields={CREDENTIALS} submit={t('login.submit')} onSubmit={submit} block>
      <span role="status" className="hb-small hb-muted">
        {solving ? t('login.solving') : ''}
      </span>
    </QuickForm>
  );
}

interface SecondFactorProps {
  readonly ticket: string;
  readonly onDone: () => Promise<void>;
  readonly onBack: () => void;
}

function SecondFactor({ ticket, onDone, onBack }: SecondFactorProps) {
  const { t } = useTranslation('auth');
  const submit = async (values: Record<string, unknown>): Promise<void> => {
    await call(api.POST('/api/v1/auth/login/totp', { body: { ticket, code: String(values['code']).replaceAll(' ', '') } }));
    await onDone();
  };
  return (
    <AuthFrame title={t('totp.title')} lead={t('totp.lead')}>
      <QuickForm key="totp" fields={CODE} submit={t('totp.submit')} onSubmit={submit} block />
      <p className="hb-auth__links">
        <AppLink
          to="/login"
          onClick={event => {
            event.preventDefault();
            onBack();
          }}
        >
          {t('totp.back')}
        </AppLink>
      </p>
    </AuthFrame>
  );
}
