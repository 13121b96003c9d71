import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, idempotency, newIdempotencyKey } from '@/api/client';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { AppLink } from '@/shared/ui/AppLink';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { AuthFrame } from './AuthFrame';
import { newCaptcha } from './captcha';
import { ADMIN_FIELDS, ORGANISATION_FIELDS } from './register-fields';

type Kind = 'enterprise' | 'firm';

const FIELDS: readonly FieldSpec[] = [
  ...ORGANISATION_FIELDS.map((field, index) => (index === 0 ? { ...field, group: { zh: '单位信息', en: 'Organisation' } } : field)),
  ...ADMIN_FIELDS.map((field, index) => (index === 0 ? { ...field, group: { zh: '管理员账户', en: 'Administrator account' } } : field)),
];

const AGREE = 'register-agree';

/** Registration of an enterprise or a service firm, verified afterwards by the bureau. */
export function RegisterPage() {
  const { t } = useTranslation('auth');
  const [kind, setKind] = useState<Kind>('enterprise');
  const [agreed, setAgreed] = useState(false);
  const [done, setDone] = useState(false);
  const register = useRegistration(kind);
  if (done) return <Received kind={kind} />;
  return (
    <AuthFrame wide title={t('register.title')} lead={t('register.lead')}>
      <KindChoice kind={kind} onChange={setKind} />
      <QuickForm
        fields={FIELDS}
        layout="grid"
        submit={t('register.submit')}
        onSubmit={values => register(values).then(() => setDone(true))}
        extraErrors={() => (agreed ? [] : [{ message: t('register.mustAgree'), fieldId: AGREE }])}
        aside={<AppLink to="/login">{t('register.haveAccount')}</AppLink>}
      >
        <Agreement agreed={agreed} onChange={setAgreed} />
      </QuickForm>
    </AuthFrame>
  );
}

function useRegistration(kind: Kind): (values: Record<string, unknown>) => Promise<unknown> {
  const captcha = useSolvedCaptcha();
  // One key for one content: a second click or a repetition after a lost answer registers once.
  const key = useRef(newIdempotencyKey());
  return async values => {
    const text = (name: string): string => String(values[name] ?? '');
    const body = {
      kind,
      uscc: text('uscc'),
      name: text('name'),
      address: text('address'),
      legalRepresentative: text('legalRepresentative'),
      contactName: text('contactName'),
      contactPhone: text('contactPhone'),
      adminName: text('adminName'),
      adminEmail: text('adminEmail'),
      adminPassword: text('adminPassword'),
      captcha: await captcha.take(),
    };
    try {
      await call(api.POST('/api/v1/registrations', { headers: idempotency(key.current), body }));
    } catch (error) {
      key.current = newIdempotencyKey();
      throw error;
    }
  };
}

function Agreement({ agreed, onChange }: { readonly agreed: boolean; readonly onChange: (agreed: boolean) => void }) {
  const { t } = useTranslation('auth');
  return (
    <label className="hb-agree" htmlFor={AGREE}>
      <input id={AGREE} type="checkbox" checked={agreed} onChange={event => onChange(event.target.checked)} />
      <span>
        {t('register.agree')}{' '}
        <a href="/privacy" target="_blank" rel="noreferrer">
          {t('register.privacy')}
        </a>
      </span>
    </label>
  );
}

/** The challenge is solved while the person types; each one is used once. */
function useSolvedCaptcha(): { take: () => Promise<string> } {
  const ready = useRef<Promise<string> | null>(null);
  useEffect(() => {
    ready.current ??= newCaptcha();
    // A failure is not lost: `take` asks for a new challenge.
    ready.current.catch(() => (ready.current = null));
  }, []);
  return {
    take: async () => {
      const solved = ready.current;
      ready.current = null;
      return (await solved?.catch(() => null)) ?? newCaptcha();
    },
  };
}

function KindChoice({ kind, onChange }: { readonly kind: Kind; readonly onChange: (kind: Kind) => void }) {
  const { t } = useTranslation('auth');
  return (
    <fieldset className="hb-auth__kinds">
      <legend>{t('register.kind')}</legend>
      {(['enterprise', 'firm'] as const).map(each => (
        <label key={each} className="hb-kind">
          <input type="radio" name="kind" value={each} checked={kind === each} onChange={() => onChange(each)} />
          <strong>{t(`register.kinds.${each}.title`)}</strong>
          <span>{t(`register.kinds.${each}.text`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Received({ kind }: { readonly kind: Kind }) {
  const { t } = useTranslation('auth');
  return (
    <AuthFrame title={t('register.doneTitle')} lead={t('register.done')}>
      <ol className="hb-stack" style={{ paddingLeft: '1.2em', marginBottom: 20 }}>
        <li>{t('register.next.mail')}</li>
        <li>{t('register.next.verify')}</li>
        <li>{t(`register.next.${kind}`)}</li>
      </ol>
      <p className="hb-auth__links">
        <ButtonLink to="/login" kind="primary">
          {t('login.title')}
        </ButtonLink>
      </p>
    </AuthFrame>
  );
}
