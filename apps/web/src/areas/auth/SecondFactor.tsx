import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import type { SignInAnswer, TotpOffer } from '@/api/contract';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { AuthFrame } from './AuthFrame';

// The QR code is needed once in the life of an account; the sign-in page does not carry it.
const TotpScan = lazy(async () => ({ default: (await import('@/areas/account/TotpScan')).TotpScan }));
const RecoveryCodes = lazy(async () => ({ default: (await import('@/areas/account/RecoveryCodes')).RecoveryCodes }));

const CODE: readonly FieldSpec[] = [
  {
    name: 'code',
    label: { zh: '动态验证码', en: 'Authentication code' },
    help: { zh: '打开手机上的验证器应用，填写 6 位数字；手机不在身边时可填恢复码。', en: 'The 6 digits your authenticator app shows, or a recovery code.' },
    type: 'code',
    required: true,
    autoComplete: 'one-time-code',
    max: 12,
  },
];

interface Props {
  readonly ticket: string;
  /** The role requires a second factor and the account has none yet. */
  readonly setUp: boolean;
  readonly onDone: (answer: SignInAnswer) => Promise<void>;
  readonly onBack: () => void;
}

/** Second step of signing in: the code, or setting the second factor up. */
export function SecondFactor(props: Props) {
  const { t } = useTranslation('auth');
  return (
    <AuthFrame wide={props.setUp} title={t(props.setUp ? 'totp.setUpTitle' : 'totp.title')} lead={t(props.setUp ? 'totp.setUpLead' : 'totp.lead')}>
      {props.setUp ? <SetUp {...props} /> : <Code {...props} />}
      <p className="hb-auth__links">
        <button type="button" className="hb-link" onClick={props.onBack}>
          {t('totp.back')}
        </button>
      </p>
    </AuthFrame>
  );
}

function Code({ ticket, onDone }: Props) {
  const { t } = useTranslation('auth');
  const submit = async (values: Record<string, unknown>): Promise<void> => {
    const code = String(values['code']).replaceAll(' ', '');
    await onDone(await call<SignInAnswer>(api.POST('/api/v1/auth/login/totp', { body: { ticket, code } })));
  };
  return <QuickForm fields={CODE} submit={t('totp.submit')} onSubmit={submit} block />;
}

function SetUp({ ticket, onDone }: Props) {
  const [signedIn, setSignedIn] = useState<SignInAnswer | null>(null);
  const offer = useQuery({
    queryKey: ['/api/v1/auth/login/totp-setup', ticket],
    queryFn: () => call<TotpOffer>(api.POST('/api/v1/auth/login/totp-setup', { body: { ticket } })),
    staleTime: Infinity,
  });
  const confirm = async (code: string): Promise<void> => {
    if (!offer.data) return;
    const answer = await call<SignInAnswer>(api.POST('/api/v1/auth/login/totp-setup/confirm', { body: { ticket, code, secret: offer.data.secret } }));
    if (answer.recoveryCodes) setSignedIn(answer);
    else await onDone(answer);
  };
  return (
    <Suspense fallback={<Skeleton lines={5} />}>
      <ProblemAlert error={offer.error} />
      {offer.data && !signedIn && <TotpScan secret={offer.data.secret} url={offer.data.otpauthUrl} onCode={confirm} />}
      {signedIn && <RecoveryCodes codes={signedIn.recoveryCodes ?? []} onDone={() => void onDone(signedIn)} />}
    </Suspense>
  );
}
