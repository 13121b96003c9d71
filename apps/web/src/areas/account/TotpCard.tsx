import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import type { TotpOffer } from '@/api/contract';
import { useSession } from '@/session/session';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { RecoveryCodes } from './RecoveryCodes';
import { TotpScan } from './TotpScan';

type Stage =
  | { readonly at: 'rest' }
  | { readonly at: 'scan'; readonly secret: string; readonly url: string }
  | { readonly at: 'codes'; readonly codes: readonly string[] };

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
      const { secret, otpauthUrl } = await call<TotpOffer>(api.POST('/api/v1/auth/totp/begin', { body: {} }));
      setStage({ at: 'scan', secret, url: otpauthUrl });
    } catch (thrown) {
      setError(thrown);
    }
  };
  const confirm = async (secret: string, code: string): Promise<void> => {
    const { recoveryCodes } = await call<{ recoveryCodes: string[] }>(api.POST('/api/v1/auth/totp/confirm', { body: { code, secret } }));
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
      {stage.at === 'scan' && <TotpScan secret={stage.secret} url={stage.url} onCode={code => confirm(stage.secret, code)} />}
      {stage.at === 'codes' && <RecoveryCodes codes={stage.codes} onDone={() => setStage({ at: 'rest' })} />}
    </section>
  );
}
