import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { PauseActs } from './ClockTools';
import { CorrectionDialog } from './CorrectionDialog';
import { DecideDialog } from './DecideDialog';
import { HandOver } from './HandOver';
import { applicationPath, type Application, type Permit } from './model';
import { OpinionDialog } from './OpinionDialog';
import { useApplicationChanged } from './parts';
import type { Flags } from './use-flags';

type Dialog = 'accept' | 'correct' | 'reject' | 'opinion' | 'decide' | 'issue' | null;

/** The acts the API allows this officer now; the usual next one stands last. */
export function OfficerActs({ application, flags }: { readonly application: Application; readonly flags: Flags }) {
  const { t } = useTranslation('permits');
  const { base } = useSession();
  const [dialog, setDialog] = useState<Dialog>(null);
  const [error, setError] = useState<unknown>(null);
  const changed = useApplicationChanged(application.id);
  const may = (action: string): boolean => application.actions.includes(`permit-application.${action}`);
  const caseMay = (action: string): boolean => application.case.actions.includes(`case.${action}`) || application.case.actions.includes(action);
  const post = async (step: string, body: object = {}): Promise<void> => {
    await rest('POST', `${applicationPath(application.id)}/${step}`, { body });
    await changed();
  };
  const claim = async (step: 'claim' | 'release'): Promise<void> => {
    setError(null);
    await rest('POST', `/api/v1/cases/${application.id}/${step}`, { body: {} }).then(changed, setError);
  };
  const close = (): void => setDialog(null);
  return (
    <>
      {application.permitId && <ButtonLink to={`${base}/certificates/${application.permitId}`}>{t('page.permit')}</ButtonLink>}
      {caseMay('release') && <Button type="text" onClick={() => void claim('release')}>{t('review.release')}</Button>}
      <HandOver application={application} />
      <PauseActs application={application} />
      {caseMay('claim') && <Button onClick={() => void claim('claim')}>{t('review.claim')}</Button>}
      {may('reject-intake') && <Button danger onClick={() => setDialog('reject')}>{t('review.reject')}</Button>}
      {may('request-correction') && <Button onClick={() => setDialog('correct')}>{flags.items.length > 0 ? t('review.correctCount', { count: flags.items.length }) : t('review.correct')}</Button>}
      {may('accept') && <Button type="primary" onClick={() => setDialog('accept')}>{t('review.accept')}</Button>}
      {may('start-review') && <Button type="primary" onClick={() => void post('start-review').catch(setError)}>{t('review.start')}</Button>}
      {may('opinions') && <Button type="primary" onClick={() => setDialog('opinion')}>{t('review.opinion')}</Button>}
      {may('decide') && <Button type="primary" onClick={() => setDialog('decide')}>{t('review.decide')}</Button>}
      {may('issue') && <Button type="primary" onClick={() => setDialog('issue')}>{t('review.issue')}</Button>}
      <ConfirmAct open={dialog === 'accept'} title={t('review.acceptTitle')} act={t('review.accept')} onConfirm={() => post('accept')} onClose={close}>
        {t('review.acceptText')}
      </ConfirmAct>
      <ConfirmAct open={dialog === 'reject'} title={t('review.rejectTitle')} act={t('review.reject')} danger draft={`permit-reject:${application.id}`} reason={{ label: t('review.rejectReason'), required: true }} onConfirm={reason => post('reject-intake', { reason })} onClose={close} />
      <CorrectionDialog application={application} flags={flags} open={dialog === 'correct'} onClose={close} />
      <OpinionDialog application={application} open={dialog === 'opinion'} onClose={close} />
      <DecideDialog application={application} open={dialog === 'decide'} onClose={close} />
      <IssueDialog application={application} open={dialog === 'issue'} onClose={close} />
      <div style={{ flexBasis: '100%' }}>
        <ProblemAlert error={error} />
      </div>
    </>
  );
}

interface DialogProps {
  readonly application: Application;
  readonly open: boolean;
  readonly onClose: () => void;
}

function IssueDialog({ application, open, onClose }: DialogProps) {
  const { t } = useTranslation('permits');
  const id = useId();
  const changed = useApplicationChanged(application.id);
  // set before the issue only where the application is about a permit that there is
  const kept = application.permitId;
  const permit = useQuery({ ...readPath<Permit>(`/api/v1/permits/${kept ?? ''}`), enabled: open && kept !== null });
  const national = kept === null && application.permitNumbering === 'national';
  const [number, setNumber] = useState(`${application.uscc}${String(application.siteSequence).padStart(3, '0')}`);
  return (
    <ConfirmAct
      open={open}
      title={t('review.issueTitle')}
      act={t('review.issueAct')}
      ready={!national || number.trim().length === 22}
      onConfirm={async () => {
        await rest('POST', `${applicationPath(application.id)}/issue`, { body: national ? { number: number.trim() } : {} });
        await changed();
      }}
      onClose={onClose}
    >
      <ProblemAlert error={permit.error} />
      <p>{kept !== null ? t('review.issueKept', { number: permit.data?.number ?? '…' }) : t(national ? 'review.issueNational' : 'review.issueLocal')}</p>
      {national && (
        <div className="hb-form-line">
          <label htmlFor={id}>{t('review.issueNumber')}</label>
          <Input id={id} className="hb-num" value={number} maxLength={30} onChange={event => setNumber(event.target.value.toUpperCase())} />
        </div>
      )}
    </ConfirmAct>
  );
}
