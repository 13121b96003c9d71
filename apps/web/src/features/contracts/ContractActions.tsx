import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { FileList } from '@/shared/ui/FileList';
import { FileUpload } from '@/shared/ui/FileUpload';
import type { StoredFile } from '@/shared/ui/files.types';
import { Money } from '@/shared/ui/values';
import { useNavigate } from '@tanstack/react-router';
import { contractPath, contractsPath, useContractChanged, type Contract } from './model';

type Dialog = 'propose' | 'recall' | 'agree' | 'return' | 'sign' | null;

/** The steps up to both signatures, the one that leads on last. */
export function ContractActions({ contract }: { readonly contract: Contract }) {
  const { t } = useTranslation('contracts');
  const { base } = useSession();
  const [dialog, setDialog] = useState<Dialog>(null);
  const may = (action: string): boolean => contract.actions.includes(action);
  const close = (): void => setDialog(null);
  return (
    <>
      {may('recall') && <Button onClick={() => setDialog('recall')}>{t('act.recall')}</Button>}
      {may('return') && <Button onClick={() => setDialog('return')}>{t('act.return')}</Button>}
      {may('draft') && (contract.state === 'due' ? <Begin contract={contract} /> : <ButtonLink to={`${base}/contracts/${contract.id}/terms`}>{t('act.edit')}</ButtonLink>)}
      {may('propose') && <Button type="primary" onClick={() => setDialog('propose')}>{t('act.propose')}</Button>}
      {may('agree') && <Button type="primary" onClick={() => setDialog('agree')}>{t('act.agree')}</Button>}
      {may('sign') && <Button type="primary" onClick={() => setDialog('sign')}>{t('act.sign')}</Button>}
      {may('change') && <ButtonLink to={`${base}/contracts/${contract.id}/change`}>{t('act.change')}</ButtonLink>}
      <Step contract={contract} dialog={dialog} onClose={close} />
      <Sign contract={contract} open={dialog === 'sign'} onClose={close} />
    </>
  );
}

function Begin({ contract }: { readonly contract: Contract }) {
  const { t } = useTranslation('contracts');
  const { base } = useSession();
  const [busy, setBusy] = useState(false);
  const navigate = useNavigate();
  const changed = useContractChanged(contract.id);
  const begin = async (): Promise<void> => {
    setBusy(true);
    try {
      await rest('POST', contractsPath, { body: { taskId: contract.taskId } });
      await changed();
      await navigate({ to: `${base}/contracts/${contract.id}/terms` as never });
    } finally {
      setBusy(false);
    }
  };
  return <Button type="primary" loading={busy} onClick={() => void begin()}>{t('act.draft')}</Button>;
}

function Step({ contract, dialog, onClose }: { readonly contract: Contract; readonly dialog: Dialog; readonly onClose: () => void }) {
  const { t } = useTranslation('contracts');
  const changed = useContractChanged(contract.id);
  const step = dialog === null || dialog === 'sign' ? 'propose' : dialog;
  return (
    <ConfirmAct
      open={dialog !== null && dialog !== 'sign'}
      title={t(`act.${step}Title`)}
      act={t(`act.${step}`)}
      summary={step === 'agree' || step === 'propose' ? [{ label: t('page.price'), value: <Money yuan={contract.terms?.priceYuan} /> }, { label: t('terms.period'), value: t('terms.days', { count: contract.terms?.durationDays ?? 0 }) }, { label: t('milestones.title'), value: t('milestones.count', { count: contract.milestones.length }) }] : undefined}
      reason={step === 'return' ? { label: t('act.returnReason'), required: true } : undefined}
      onConfirm={async reason => {
        await rest('POST', `${contractPath(contract.id)}/${step}`, { body: step === 'return' ? { reason } : {}, version: contract.version });
        await changed();
      }}
      onClose={onClose}
    >
      {t(`act.${step}Text`)}
    </ConfirmAct>
  );
}

/** Here, or on paper with the scan of it. */
function Sign({ contract, open, onClose }: { readonly contract: Contract; readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('contracts');
  const [way, setWay] = useState<'online' | 'paper'>('online');
  const [scan, setScan] = useState<StoredFile | null>(null);
  const changed = useContractChanged(contract.id);
  return (
    <ConfirmAct
      open={open}
      title={t('sign.title')}
      act={t('act.sign')}
      ready={way === 'online' || scan !== null}
      summary={[{ label: t('side.enterprise'), value: contract.enterpriseName }, { label: t('side.firm'), value: contract.firmName }, { label: t('page.price'), value: <Money yuan={contract.terms?.priceYuan} /> }]}
      onConfirm={async () => {
        await rest('POST', `${contractPath(contract.id)}/sign`, { body: { way, fileId: way === 'paper' ? scan?.id : null }, version: contract.version });
        await changed();
      }}
      onClose={onClose}
    >
      <Radio.Group value={way} onChange={event => setWay(event.target.value as 'online' | 'paper')} options={[{ value: 'online', label: t('sign.online') }, { value: 'paper', label: t('sign.paper') }]} aria-label={t('sign.way')} />
      <p className="hb-muted">{t(`sign.${way}Text`)}</p>
      {way === 'paper' && (
        <>
          {contract.paperFileId && <p><a href={`/api/v1/files/${contract.paperFileId}/content`}>{t('sign.print')}</a></p>}
          <FileUpload label={t('sign.upload')} subjectType="contract" subjectId={contract.id} purpose="signed-scan" multiple={false} onDone={setScan} />
          {scan && <FileList files={[scan]} />}
        </>
      )}
    </ConfirmAct>
  );
}
