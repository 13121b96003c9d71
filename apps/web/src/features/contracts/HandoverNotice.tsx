import { Alert, Button } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { contractPath, type Contract } from './model';

/** The firm may not go on, or the contract was ended: the list for whoever does, and the next step. */
export function HandoverNotice({ contract }: { readonly contract: Contract }) {
  const { t } = useTranslation('contracts');
  const { base } = useSession();
  const navigate = useNavigate();
  const [key] = useState(newIdempotencyKey);
  const [error, setError] = useState<unknown>(null);
  const unfit = contract.state === 'active' && contract.unfitSince !== null;
  if (!unfit && contract.state !== 'terminated') return null;
  const left = contract.side === 'enterprise' && contract.milestones.some(one => one.state !== 'accepted' && one.state !== 'dropped');
  const again = (): void => {
    rest<{ taskId: string }>('POST', `${contractPath(contract.id)}/successor`, { body: {}, idempotencyKey: key }).then(({ taskId }) => navigate({ to: `${base}/tasks/${taskId}/edit` as never }), setError);
  };
  return (
    <>
      <ProblemAlert error={error} />
      <Alert
        type="warning"
        showIcon
        title={t(unfit ? 'handover.unfit' : 'handover.ended')}
        description={
          <div className="hb-row">
            <a href={`/api/v1/contracts/${contract.id}/handover-pack`}>{t('handover.pack')}</a>
            <a href={`/api/v1/contracts/${contract.id}/handover`}>{t('handover.list')}</a>
            {left && <Button onClick={again}>{t('handover.again')}</Button>}
          </div>
        }
      />
    </>
  );
}
