import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import type { Organisation } from '@/api/contract';
import { useSession } from '@/session/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { FACTS, type Change } from './facts';

type Act = 'withdraw' | 'refuse' | 'confirm';

interface Props {
  readonly change: Change;
  readonly organisation: Organisation;
}

/** What may be done with a request that waits: its own people take it back, the bureau answers. */
export function ChangeActs({ change, organisation }: Props) {
  const { t } = useTranslation('organisation');
  const { can, organisation: mine } = useSession();
  const [act, setAct] = useState<Act | null>(null);
  const isOwn = mine?.orgId === organisation.id;
  const acts: readonly Act[] = isOwn ? (can('organisation.edit') ? ['withdraw'] : []) : can('organisation.verify') ? ['refuse', 'confirm'] : [];
  return (
    <span className="hb-mandate__acts">
      {acts.map(each => (
        <Button key={each} type={each === 'confirm' ? 'primary' : 'default'} danger={each === 'refuse'} onClick={() => setAct(each)}>
          {t(`changes.act.${each}`)}
        </Button>
      ))}
      <AskAgain change={change} organisation={organisation} act={act} onClose={() => setAct(null)} />
    </span>
  );
}

function AskAgain({ change, organisation, act, onClose }: Props & { readonly act: Act | null; readonly onClose: () => void }) {
  const { t } = useTranslation('organisation');
  const client = useQueryClient();
  const shown = act ?? 'confirm';
  const confirm = async (reason: string): Promise<void> => {
    const params = { path: { id: organisation.id, changeId: change.id } };
    if (shown === 'withdraw') await call(api.POST('/api/v1/organisations/{id}/changes/{changeId}/withdraw', { params }));
    else await call(api.POST(`/api/v1/organisations/{id}/changes/{changeId}/${shown}`, { params, body: { reason } }));
    await client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith('/api/v1/organisations') || query.queryKey[0] === '/api/v1/me' });
  };
  return (
    <ConfirmAct
      open={act !== null}
      title={t(`changes.question.${shown}`)}
      act={t(`changes.act.${shown}`)}
      danger={shown === 'refuse'}
      summary={FACTS.filter(fact => change.before[fact] !== change.after[fact]).map(fact => ({ label: t(`info.${fact}`), value: `${change.before[fact]} → ${change.after[fact]}` }))}
      reason={shown === 'withdraw' ? undefined : { label: t('changes.reasonOf'), required: shown === 'refuse' }}
      onConfirm={confirm}
      onClose={onClose}
    >
      {t(`changes.effect.${shown}`)}
    </ConfirmAct>
  );
}
