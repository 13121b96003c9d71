import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { RegistrationTable } from './ListPage';
import { publicRegistrationsPath, STATUS_TONES, type PublicRegistration } from './model';
import { RegistrationContent, RegistrationFacts } from './RegistrationContent';

/** For everyone: which units are registered. */
export function PublicRegistrationsPage() {
  const { t } = useTranslation('registrations');
  return (
    <div className="hb-container">
      <PageHeader title={t('public.title')} lead={t('public.lead')} />
      <RegistrationTable path={publicRegistrationsPath} link={row => `/registrations/${row.number}`} empty={<EmptyState title={t('public.empty')} />} />
    </div>
  );
}

/** The page behind the QR code of a receipt. */
export function CheckRegistrationPage() {
  const { t } = useTranslation('registrations');
  const { number = '' } = useParams({ strict: false }) as { number?: string };
  const registration = useQuery(readPath<PublicRegistration>(`/api/v1/public/permit-registrations/${encodeURIComponent(number)}`));
  if (registration.error) return <RouteErrorPage error={registration.error} />;
  if (!registration.data) return <PageSkeleton />;
  const { data } = registration;
  return (
    <div className="hb-container">
      <PageHeader
        title={t('public.check')}
        back={{ to: '/registrations', label: t('public.title') }}
        tags={<StatusTag tone={STATUS_TONES[data.status]}>{t(`status.${data.status}`)}</StatusTag>}
        lead={
          <>
            {t('public.checkedAt')} <DateText value={data.checkedAt} time />
          </>
        }
      />
      <div className="hb-stack">
        <Alert type={data.signatureHolds ? 'success' : 'error'} showIcon title={t(data.signatureHolds ? 'public.signatureOk' : 'public.signatureBad')} />
        <RegistrationFacts registration={data} />
        <RegistrationContent printed={data.printed} />
        <details>
          <summary>{t('public.technical')}</summary>
          {[data.receiptText, data.signature, data.signingKey].map(line => (
            <p key={line} className="hb-small hb-num" style={{ overflowWrap: 'anywhere' }}>
              {line}
            </p>
          ))}
        </details>
      </div>
    </div>
  );
}
