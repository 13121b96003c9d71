import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { CopyText, DateText } from '@/shared/ui/values';
import type { NewToken, Token } from './model';
import './records.css';

/** Keys by which the enterprise's own systems send records. A key is shown once. */
export function ApiTokensPage() {
  const { t } = useTranslation('records');
  const { organisation } = useSession();
  const client = useQueryClient();
  const path = `/api/v1/organisations/${organisation?.orgId ?? ''}/api-tokens`;
  const tokens = useQuery(readPath<Token[]>(path));
  const [made, setMade] = useState<NewToken | null>(null);
  const [ending, setEnding] = useState<Token | null>(null);
  if (tokens.isPending) return <PageSkeleton />;
  if (tokens.error) return <RouteErrorPage error={tokens.error} />;
  const again = (): Promise<void> => client.invalidateQueries({ queryKey: [path] });
  return (
    <>
      <PageHeader title={t('token.title')} lead={t('token.lead')} />
      <div className="hb-stack">
        {made && <Alert type="success" showIcon title={t('token.made')} description={<div className="hb-records__key"><CopyText text={made.key} label={t('token.key')} /></div>} />}
        {tokens.data.length === 0 && <EmptyState title={t('token.empty')}>{t('token.emptyHint')}</EmptyState>}
        <ul className="hb-plain-list hb-stack">
          {tokens.data.map(token => (
            <li key={token.id} className="hb-card">
              <div className="hb-records__task-head">
                <h2>{token.name}</h2>
                <StatusTag tone={token.state === 'active' ? 'success' : 'muted'}>{t(`token.state.${token.state}`)}</StatusTag>
              </div>
              <p>{token.scopes.map(scope => t(`token.scope.${scope}`)).join('、')} · <span className="hb-num">…{token.ending}</span></p>
              <p className="hb-small hb-muted">{t('token.until')} <DateText value={token.expiresOn} /> · {t('token.used')} <DateText value={token.lastUsedAt as string | null} time /></p>
              {token.state === 'active' && <Button danger onClick={() => setEnding(token)} aria-label={`${t('token.revoke')} ${token.name}`}>{t('token.revoke')}</Button>}
            </li>
          ))}
        </ul>
        <section className="hb-card hb-stack">
          <h2>{t('token.new')}</h2>
          <QuickForm
            key={made?.id ?? 'first'} submit={t('token.create')} control={FieldControl}
            fields={[
              { name: 'name', label: t('token.name'), type: 'text', required: true, max: 60, example: '生产系统台账上报' },
              { name: 'scopes', label: t('token.scopes'), type: 'multiselect', required: true, options: (['ledger', 'monitoring'] as const).map(value => ({ value, label: t(`token.scope.${value}`) })) },
              { name: 'expiresOn', label: t('token.expiresOn'), type: 'date', required: true, help: t('token.expiresHelp') },
            ]}
            onSubmit={async values => {
              setMade(await rest<NewToken>('POST', path, { body: values }));
              await again();
            }}
          />
        </section>
      </div>
      <ConfirmAct open={ending !== null} title={t('token.revokeTitle', { name: ending?.name ?? '' })} act={t('token.revoke')} danger onConfirm={async () => { await rest('DELETE', `${path}/${ending?.id ?? ''}`); setEnding(null); await again(); }} onClose={() => setEnding(null)}>
        <p>{t('token.revokeText')}</p>
      </ConfirmAct>
    </>
  );
}
