import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import type { SignInAnswer } from '@/api/contract';
import { isProblem } from '@/api/problem';
import { forgetEverything, homeOf, meQuery, safeNext } from '@/session/session';
import { noteSignedIn } from '@/shared/form/draft';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { AppLink } from '@/shared/ui/AppLink';
import { AuthFrame } from './AuthFrame';
import { newCaptcha } from './captcha';
import { SecondFactor } from './SecondFactor';

const CREDENTIALS: readonly FieldSpec[] = [
  { name: 'login', label: { zh: '电子邮箱或手机号', en: 'E-mail or mobile number' }, type: 'text', required: true, autoComplete: 'username', max: 200 },
  { name: 'password', label: { zh: '密码', en: 'Password' }, type: 'password', required: true, autoComplete: 'current-password' },
];

/** Password first, then the second factor where it is required. Lands where the person wanted to go. */
export function LoginPage() {
  const { t } = useTranslation('auth');
  const { next, expired } = getRouteApi('/public/login').useSearch();
  const router = useRouter();
  const client = useQueryClient();
  const [step, setStep] = useState<SignInAnswer | null>(null);

  const proceed = async (answer: SignInAnswer): Promise<void> => {
    if (answer.status !== 'ok') return setStep(answer);
    await forgetEverything(client);
    const me = await client.fetchQuery(meQuery(null));
    const goal = safeNext(next) ?? homeOf(me);
    router.history.push(answer.passwordExpired ? `/account/security?due=password&next=${encodeURIComponent(goal)}` : goal);
  };
  if (step?.ticket) return <SecondFactor setUp={step.status === 'totp-setup-required'} ticket={step.ticket} onDone={proceed} onBack={() => setStep(null)} />;
  return (
    <AuthFrame title={t('login.title')}>
      {expired && <Alert type="info" showIcon title={t('login.expired')} style={{ marginBottom: 18 }} />}
      <Credentials onAnswer={proceed} />
      <p className="hb-auth__links">
        <AppLink to="/password/forgot">{t('login.forgot')}</AppLink>
        <AppLink to="/register">{t('login.register')}</AppLink>
      </p>
    </AuthFrame>
  );
}

function Credentials({ onAnswer }: { readonly onAnswer: (answer: SignInAnswer) => Promise<void> }) {
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
    const attempt = async (): Promise<SignInAnswer> => call<SignInAnswer>(api.POST('/api/v1/auth/login', { body: { ...body, ...(await captcha()) } }));
    // from here on the session may be another's: no tab sends what the former person wrote until the server says who it is
    noteSignedIn(null);
    const answer = await attempt().catch((error: unknown) => {
      // From now on each attempt carries a solved challenge; the person only notices a second of waiting.
      if (isProblem(error) && error.extra['captchaRequired'] === true) captchaNeeded.current = true;
      // refused only because the challenge was missing: nobody has to press the button again for that
      if (isProblem(error) && error.code === 'auth.captcha') return attempt();
      throw error;
    });
    await onAnswer(answer);
  };
  return (
    <QuickForm fields={CREDENTIALS} submit={t('login.submit')} onSubmit={submit} block>
      <span role="status" className="hb-small hb-muted">
        {solving ? t('login.solving') : ''}
      </span>
    </QuickForm>
  );
}
