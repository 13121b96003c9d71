import { useQueryClient } from '@tanstack/react-query';
import { Button, QRCode } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import { useSession } from '@/session/session';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { CopyText } from '@/shared/ui/values';
import './totp.css';

const CODE: readonly FieldSpec[] = [
  { name: 'code', label: { zh: '验证器显示的 6 位数字', en: 'The 6 digits shown by the app' }, type: 'code', required: true, autoComplete: 'one-time-code', pattern: '[0-9]{6}', patternHint: { zh: '请填 6 位数字', en: 'enter 6 digits' } },
];

type Stage = { readonly at: 'rest' } | { readonly at: 'scan'; readonly secret: string; readonly url: string } | { readonly at: 'codes'; readonly codes: readonly string[] };

/** Two-step verification: scan, type one code, keep the recovery codes. */
export function TotpCard() {
  const { t } = useTranslation('account');
  const { me } = useSession();
  const client = useQueryClient();
  const [stage, setStage] = useState<Stage>({ at: 'rest' });
  const [error, setError] = useState<unknown>(null);

  const begin = async (): Promise<void> => {
    setError(null);
    try {
      const { secret, otpauthUrl } = await call(api.POST('/api/v1/auth/totp/begin'));
      setStage({ at: 'scan', secret, url: otpauthUrl });
    } catch (thrown) {
      setError(thrown);
    }
  };
  const confirm = async (values: Record<string, unknown>): Promise<void> => {
    const { recoveryCodes } = await call(api.POST('/api/v1/auth/totp/confirm', { body: { code: String(values['code']) } }));
    setStage({ at: 'codes', codes: recoveryCodes });
    await client.invalidateQueries({ queryKey: ['/api/v1/me'] });
  };
  return (
    <section className="hb-card">
      <h2 className="hb-row">
        {t('totp.title')}
        <StatusTag tone={me.user.totpEnabled ? 'success' : 'muted'}>{t(me.user.totpEnabled ? 'totp.on' : 'totp.off')}</StatusTag>
      </h2>
      <ProblemAlert error={error} />
      {stage.at === 'rest' && (
        <>
          <p className="hb-muted hb-prose">{t('totp.lead')}</p>
          <p style={{ marginTop: 14 }}>
            <Button onClick={() => void begin()}>{t(me.user.totpEnabled ? 'totp.again' : 'totp.begin')}</Button>
          </p>
        </>
      )}
      {stage.at === 'scan' && (
        <div className="hb-totp">
          <figure>
            <QRCode value={stage.url} size={176} bordered type="svg" />
            <figcaption className="hb-small hb-muted">
              {t('totp.secret')} <CopyText text={stage.secret} label={t('totp.secretName')} />
            </figcaption>
          </figure>
          <div>
            <ol>
              <li>{t('totp.step1')}</li>
              <li>{t('totp.step2')}</li>
              <li>{t('totp.step3')}</li>
            </ol>
            <QuickForm fields={CODE} submit={t('totp.confirm')} onSubmit={confirm} />
          </div>
        </div>
      )}
      {stage.at === 'codes' && <RecoveryCodes codes={stage.codes} onDone={() => setStage({ at: 'rest' })} />}
    </section>
  );
}

function RecoveryCodes({ codes, onDone }: { readonly codes: readonly string[]; readonly onDone: () => void }) {
  const { t } = useTranslation('account');
  return (
    <div role="status">
      <p>
        <strong>{t('totp.codesTitle')}</strong>
      </p>
      <p className="hb-muted hb-prose">{t('totp.codesLead')}</p>
      <ul className="hb-totp__codes hb-plain-list hb-num">
        {codes.map(code => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <span className="hb-row">
        <Button onClick={() => void navigator.clipboard.writeText(codes.join('\n'))}>{t('totp.copyAll')}</Button>
        <Button type="primary" onClick={onDone}>
          {t('totp.kept')}
        </Button>
      </span>
    </div>
  );
}
