import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { useComplaintsChanged } from './model';

/** Any case the bureau works on. */
interface Worked {
  readonly id: string;
  readonly case: { readonly actions: readonly string[] };
}

interface ClaimingProps {
  readonly complaint: Worked;
  /** What else is fetched again, where the case is no complaint. */
  readonly onChanged?: () => Promise<void>;
}

interface Colleague {
  readonly userId: string;
  readonly name: string;
}

/** Who works on it: taken, put back, handed over. */
export function Claiming({ complaint, onChanged }: ClaimingProps) {
  const { t } = useTranslation('complaints');
  const own = useComplaintsChanged();
  const changed = onChanged ?? own;
  const [problem, setProblem] = useState<unknown>(null);
  const { actions } = complaint.case;
  const send = async (act: 'claim' | 'release'): Promise<void> => {
    setProblem(null);
    try {
      await rest('POST', `/api/v1/cases/${complaint.id}/${act}`);
    } catch (thrown) {
      setProblem(thrown);
    }
    await changed();
  };
  return (
    <>
      {actions.includes('case.claim') && <Button type="primary" onClick={() => void send('claim')}>{t('page.claim')}</Button>}
      {actions.includes('case.release') && <Button onClick={() => void send('release')}>{t('page.release')}</Button>}
      {actions.includes('case.hand-over') && <HandOver complaint={complaint} onChanged={onChanged} />}
      <ProblemAlert error={problem} />
    </>
  );
}

function HandOver({ complaint, onChanged }: ClaimingProps) {
  const { t } = useTranslation('complaints');
  const id = useId();
  const own = useComplaintsChanged();
  const changed = onChanged ?? own;
  const [open, setOpen] = useState(false);
  const [to, setTo] = useState<string>();
  const colleagues = useQuery({ ...readPath<readonly Colleague[]>(`/api/v1/cases/${complaint.id}/colleagues`), enabled: open, staleTime: 0 });
  const send = async (reason: string): Promise<void> => {
    await rest('POST', `/api/v1/cases/${complaint.id}/hand-over`, { body: { toUserId: to, reason } });
    await changed();
  };
  return (
    <>
      <Button type="text" onClick={() => setOpen(true)}>{t('page.handOver')}</Button>
      <ConfirmAct open={open} title={t('page.handOver')} act={t('page.handOver')} ready={to !== undefined} reason={{ label: t('page.handOverReason'), required: true }} onConfirm={send} onClose={() => setOpen(false)}>
        <ProblemAlert error={colleagues.error} />
        <div className="hb-form-line">
          <label htmlFor={id}>{t('page.handOverTo')}</label>
          <Select id={id} value={to} loading={colleagues.isFetching} options={(colleagues.data ?? []).map(one => ({ value: one.userId, label: one.name }))} onChange={setTo} />
        </div>
      </ConfirmAct>
    </>
  );
}
