import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, read } from '@/api/client';
import type { SignInSession } from '@/api/contract';
import { newPassword } from '@/areas/auth/password-fields';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { safeNext } from '@/session/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import '@/areas/organisation/organisation.css';
import { TotpCard } from './TotpCard';
import { deviceOf } from './device';

const PASSWORD: readonly FieldSpec[] = [
  { name: 'current', label: { zh: '现在的密码', en: 'Current password' }, type: 'password', required: true, autoComplete: 'current-password' },
  newPassword('next'),
];

const SESSIONS = '/api/v1/auth/sessions';

/** Password, second factor, devices. */
export function SecurityPage() {
  const { t } = useTranslation('account');
  const { due, settle } = useDue();
  return (
    <>
      <PageHeader title={t('security.title')} />
      {due && <Alert type="warning" showIcon title={t(due === 'password' ? 'security.expired' : 'security.factorDue')} style={{ marginBottom: 20 }} />}
      <div className="hb-stack">
        {due === 'second-factor' && <TotpCard onOn={() => settle('second-factor')} />}
        <Password />
        {due !== 'second-factor' && <TotpCard onOn={() => settle('second-factor')} />}
        <Sessions />
      </div>
    </>
  );
}

/** Why one was led here, if one was, and the way back once it is done. */
function useDue() {
  const { due, next } = useSearch({ strict: false }) as { due?: 'password' | 'second-factor'; next?: string };
  const router = useRouter();
  const settle = (what: 'password' | 'second-factor'): void => {
    if (due === what) router.history.push(safeNext(next) ?? '/enter');
  };
  return { due, settle };
}

function Password() {
  const { t } = useTranslation('account');
  const { message } = App.useApp();
  const { settle } = useDue();
  const [round, setRound] = useState(0);
  const change = async (values: Record<string, unknown>): Promise<void> => {
    await call(api.POST('/api/v1/auth/password/change', { body: { current: String(values['current']), next: String(values['next']) } }));
    setRound(round + 1);
    void message.success(t('security.passwordChanged'));
    settle('password');
  };
  return (
    <section className="hb-card">
      <h2>{t('security.password')}</h2>
      <div style={{ maxWidth: 480 }}>
      <QuickForm key={round} fields={PASSWORD} submit={t('security.changePassword')} onSubmit={change} />
      </div>
    </section>
  );
}

type Ending = SignInSession | 'others' | null;

function Sessions() {
  const { t } = useTranslation('account');
  const list = useQuery(read(SESSIONS));
  const [ending, setEnding] = useState<Ending>(null);
  return (
    <section className="hb-card">
      <h2>{t('security.sessions')}</h2>
      <p className="hb-muted">{t('security.sessionsLead')}</p>
      {(list.data?.length ?? 0) > 1 && (
        <p style={{ margin: '10px 0' }}>
          <Button onClick={() => setEnding('others')}>{t('security.endOthers')}</Button>
        </p>
      )}
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton />}
      <ul className="hb-people hb-plain-list">
        {list.data?.map(session => (
          <SessionRow key={session.id} session={session} onEnd={() => setEnding(session)} />
        ))}
      </ul>
      <EndSession ending={ending} onClose={() => setEnding(null)} />
    </section>
  );
}

function SessionRow({ session, onEnd }: { readonly session: SignInSession; readonly onEnd: () => void }) {
  const { t } = useTranslation('account');
  return (
    <li>
      <span className="hb-people__who">
        <span className="hb-row">
          <strong>{deviceOf(session.userAgent) ?? t('security.unknownDevice')}</strong>
          {session.current && <StatusTag tone="progress">{t('security.thisDevice')}</StatusTag>}
        </span>
        <span className="hb-small hb-muted">
          {session.ip} · {t('security.lastSeen')} <DateText value={session.lastSeenAt} time />
        </span>
      </span>
      {!session.current && <Button onClick={onEnd}>{t('security.end')}</Button>}
    </li>
  );
}

function EndSession({ ending, onClose }: { readonly ending: Ending; readonly onClose: () => void }) {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const all = ending === 'others';
  const end = async (): Promise<void> => {
    if (ending === null) return;
    if (ending === 'others') await call(api.POST('/api/v1/auth/sessions/revoke-others'));
    else await call(api.DELETE('/api/v1/auth/sessions/{id}', { params: { path: { id: ending.id } } }));
    await client.invalidateQueries({ queryKey: [SESSIONS] });
  };
  return (
    <ConfirmAct
      open={ending !== null}
      title={t(all ? 'security.endOthersTitle' : 'security.endTitle')}
      act={t(all ? 'security.endOthers' : 'security.end')}
      danger
      onConfirm={end}
      onClose={onClose}
      summary={ending === null || ending === 'others' ? [] : [{ label: t('security.device'), value: deviceOf(ending.userAgent) ?? t('security.unknownDevice') }]}
    />
  );
}
