import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import type { TotpOffer } from '@/api/contract';
import { isProblem } from '@/api/problem';
import { useSession } from '@/session/session';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { PasswordAgain } from './PasswordAgain';
import { RecoveryCodes } from './RecoveryCodes';
import { TotpScan } from './TotpScan';
import { TurnOffTotp } from './TurnOffTotp';

type Act = (password?: string) => Promise<void>;
type Stage =
  | { readonly at: 'rest' }
  /** The session is old: the password first, then the act goes on where it was. */
  | { readonly at: 'password'; readonly act: Act }
  | { readonly at: 'scan'; readonly secret: string; readonly url: string }
  | { readonly at: 'codes'; readonly codes: readonly string[] };

/** Two-step verification: scan, type one code, keep the recovery codes; or turn it off. `onOn` when it is in use. */
export function TotpCard({ onOn }: { readonly onOn: () => void }) {
  const { t } = useTranslation('account');
  const { me } = useSession();
  const { stage, setStage, error, begin, turnOff, confirm } = useTotp();
  const on = me.user.totpEnabled;
  return (
    <section className="hb-card">
      <h2 className="hb-row">
        {t('totp.title')}
        <StatusTag tone={on ? 'success' : 'muted'}>{t(on ? 'totp.on' : 'totp.off')}</StatusTag>
      </h2>
      <ProblemAlert error={error} />
      {stage.at === 'rest' && <Rest onBegin={begin} onTurnOff={turnOff} />}
      {stage.at === 'password' && <PasswordAgain onPassword={stage.act} onCancel={() => setStage({ at: 'rest' })} />}
      {stage.at === 'scan' && <TotpScan secret={stage.secret} url={stage.url} onCode={code => confirm(stage.secret, code)} />}
      {stage.at === 'codes' && (
        <RecoveryCodes
          codes={stage.codes}
          onDone={() => {
            setStage({ at: 'rest' });
            onOn();
          }}
        />
      )}
    </section>
  );
}

function Rest({ onBegin, onTurnOff }: { readonly onBegin: () => Promise<void>; readonly onTurnOff: () => Promise<void> }) {
  const { t } = useTranslation('account');
  const { me } = useSession();
  const on = me.user.totpEnabled;
  const officer = me.memberships.some(each => each.orgKind === 'bureau');
  return (
    <>
      <p className="hb-muted hb-prose">{t('totp.lead')}</p>
      <div className="hb-row" style={{ marginTop: 14 }}>
        <Button onClick={() => void onBegin()}>{t(on ? 'totp.again' : 'totp.begin')}</Button>
        {on && !officer && <TurnOffTotp onConfirm={onTurnOff} />}
      </div>
      {on && officer && <p className="hb-small hb-muted">{t('totp.mustStay')}</p>}
    </>
  );
}

function useTotp() {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const { message } = App.useApp();
  const [stage, setStage] = useState<Stage>({ at: 'rest' });
  const [error, setError] = useState<unknown>(null);
  const known = (): Promise<void> => client.invalidateQueries({ queryKey: ['/api/v1/me'] });

  const guarded = async (act: Act): Promise<void> => {
    setError(null);
    try {
      await act();
    } catch (thrown) {
      if (isProblem(thrown, 'auth.sign-in-again')) setStage({ at: 'password', act });
      else setError(thrown);
    }
  };
  const begin: Act = async password => {
    const { secret, otpauthUrl } = await call<TotpOffer>(api.POST('/api/v1/auth/totp/begin', { body: password ? { password } : {} }));
    setStage({ at: 'scan', secret, url: otpauthUrl });
  };
  const turnOff: Act = async password => {
    await call(api.DELETE('/api/v1/auth/totp', { body: password ? { password } : {} }));
    await known();
    setStage({ at: 'rest' });
    void message.success(t('totp.offDone'));
  };
  const confirm = async (secret: string, code: string): Promise<void> => {
    const { recoveryCodes } = await call<{ recoveryCodes: string[] }>(api.POST('/api/v1/auth/totp/confirm', { body: { code, secret } }));
    setStage({ at: 'codes', codes: recoveryCodes });
    await known();
  };
  return { stage, setStage, error, confirm, begin: () => guarded(begin), turnOff: () => guarded(turnOff) };
}
