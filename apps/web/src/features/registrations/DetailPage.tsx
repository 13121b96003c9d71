import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { formatDate, now } from '@/shared/time/time';
import { AppLink } from '@/shared/ui/AppLink';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { textOf } from '@/i18n';
import { StatusTag } from '@/shared/ui/StatusTag';
import { CopyText, DateText } from '@/shared/ui/values';
import { ChangeList } from '../permits/ChangeList';
import { registrationsPath, STATUS_TONES, type Registration } from './model';
import { RegistrationContent, RegistrationFacts } from './RegistrationContent';

type Dialog = 'renew' | 'cancel' | 'national' | null;

/** A registration: receipt, content, history, and what its holder can do with it. */
export function DetailPage() {
  const { registrationId = '' } = useParams({ strict: false }) as { registrationId?: string };
  // The receipt is drawn in the background: looked for again until it is there.
  const registration = useQuery({
    ...readPath<Registration>(`${registrationsPath}/${registrationId}`),
    refetchInterval: query => ((query.state.data as Registration | undefined)?.history[0]?.receiptFileId === null ? 2_000 : false),
  });
  if (registration.error) return <RouteErrorPage error={registration.error} />;
  if (!registration.data) return <PageSkeleton />;
  return <Whole registration={registration.data} />;
}

function Whole({ registration }: { readonly registration: Registration }) {
  const { t } = useTranslation('registrations');
  const { base } = useSession();
  const receipt = registration.history[0]?.receiptFileId;
  return (
    <>
      <PageHeader
        title={`${registration.enterpriseName} · ${registration.siteName}`}
        back={{ to: `${base}/registrations`, label: t('list.title') }}
        tags={
          <>
            <StatusTag tone={STATUS_TONES[registration.status]}>{t(`status.${registration.status}`)}</StatusTag>
            <CopyText text={registration.number} />
          </>
        }
        actions={registration.actions.includes('permit-registration.change') && <Acts registration={registration} />}
      />
      <div className="hb-stack">
        <p>{receipt ? <a href={`/api/v1/files/${receipt}/content`}>{t('detail.receipt')}</a> : <span className="hb-muted">{t('detail.drawing')}</span>}</p>
        <RegistrationFacts registration={registration} nationalNumber={registration.nationalNumber} renewableFrom={registration.renewableFrom} />
        <RegistrationContent printed={registration.printed} />
        <History registration={registration} />
      </div>
    </>
  );
}

function Acts({ registration }: { readonly registration: Registration }) {
  const { t } = useTranslation('registrations');
  const { base } = useSession();
  const queries = useQueryClient();
  const [dialog, setDialog] = useState<Dialog>(null);
  const renewable = formatDate(now().toISOString()) >= registration.renewableFrom;
  const act = async (what: string, body: object): Promise<void> => {
    await rest('POST', `${registrationsPath}/${registration.id}/${what}`, { body, version: registration.version });
    await queries.invalidateQueries();
  };
  return (
    <>
      <ButtonLink to={`${base}/registrations/${registration.id}/change`}>{t('detail.change')}</ButtonLink>
      {renewable && <Button onClick={() => setDialog('renew')}>{t('detail.renew')}</Button>}
      <Button onClick={() => setDialog('national')}>{t('detail.national')}</Button>
      <Button type="text" danger onClick={() => setDialog('cancel')}>
        {t('detail.cancel')}
      </Button>
      <ConfirmAct open={dialog === 'renew'} title={t('detail.renewTitle')} act={t('detail.renew')} onConfirm={() => act('renewals', { commitment: true })} onClose={() => setDialog(null)}>
        {t('detail.renewText', { day: registration.validTo })}
        <p>{t('detail.promise', { words: t('file.promise') })}</p>
      </ConfirmAct>
      <ConfirmAct open={dialog === 'national'} title={t('detail.national')} act={t('detail.save')} reason={{ label: t('detail.nationalLabel'), required: true }} onConfirm={number => act('national-number', { number })} onClose={() => setDialog(null)}>
        {t('detail.nationalText')}
      </ConfirmAct>
      <ConfirmAct open={dialog === 'cancel'} title={t('detail.cancelTitle')} act={t('detail.cancel')} danger reason={{ label: t('detail.cancelReason'), required: true }} onConfirm={reason => act('cancel', { reason })} onClose={() => setDialog(null)}>
        {t('detail.cancelText')}
      </ConfirmAct>
    </>
  );
}

function History({ registration }: { readonly registration: Registration }) {
  const { t } = useTranslation('registrations');
  const { base } = useSession();
  return (
    <section className="hb-card">
      <h2>{t('detail.history')}</h2>
      <ul className="hb-plain-list hb-stack" style={{ gap: 8 }}>
        {registration.history.map(one => (
          <li key={one.number} className="hb-row">
            <strong>{t(`kind.${one.kind}`)}</strong>
            <DateText value={one.filedAt} time />
            <span className="hb-muted">{one.filedByName}</span>
            {one.occurredOn && <span>{t('detail.occurred', { day: one.occurredOn })}</span>}
            {one.reason && <span>{one.reason}</span>}
            {one.recordId && <AppLink to={`${base}/signatures/${one.recordId}`}>{t('detail.record')}</AppLink>}
            {one.receiptFileId && <a href={`/api/v1/files/${one.receiptFileId}/content`}>{t('detail.receipt')}</a>}
            {one.remark && <p className="hb-warning-text">{textOf(one.remark)}</p>}
            {one.changes.length > 0 && <ChangeList items={one.changes} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
