import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { applicationPath, type Application, type Finding } from './model';

/** An error that keeps the application from being handed in: nobody contests it, and no officer has overruled it. */
export const isInTheWay = ({ level, disposition, contestedReason }: Finding): boolean => level === 'E' && disposition !== 'overruled' && (typeof contestedReason !== 'string' || disposition === 'accepted');

interface Props {
  readonly application: Application;
  readonly finding: Finding;
  readonly onDone: () => void;
}

/** Under an error: the applicant says why it is none, or takes that back. */
export function Contest({ application, finding, onDone }: Props) {
  const { t } = useTranslation('permits');
  const [open, setOpen] = useState(false);
  const isContested = typeof finding.contestedReason === 'string';
  if (finding.level !== 'E' || finding.disposition === 'overruled' || !application.actions.includes('permit-application.edit')) return null;
  const send = async (reason?: string): Promise<void> => {
    await rest('POST', `${applicationPath(application.id)}/findings/${finding.id}/contest`, { body: reason ? { reason } : {} });
    onDone();
  };
  return (
    <p>
      {isContested ? <Button size="small" onClick={() => void send()}>{t('check.contestBack')}</Button> : <Button size="small" onClick={() => setOpen(true)}>{t('check.contest')}</Button>}
      <ConfirmAct open={open} title={t('check.contestTitle')} act={t('check.contest')} reason={{ label: t('check.contestReason'), required: true }} onConfirm={send} onClose={() => setOpen(false)}>
        <p>{textOf(finding.suggestion)}</p>
        <p className="hb-muted">{t('check.contestText')}</p>
      </ConfirmAct>
    </p>
  );
}
