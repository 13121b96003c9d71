import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { QuickForm } from '@/shared/form/QuickForm';
import type { FieldSpec } from '@/shared/form/field';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import { CHECKS, type CertificateCheck } from './model';
import './credit-repair.css';

/** For who has a certificate in hand: the code that stands on it. */
export function AskCertificatePage() {
  const { t } = useTranslation('credit-repair');
  const navigate = useNavigate();
  const fields: FieldSpec[] = [{ name: 'code', label: t('check.code'), type: 'text', required: true, max: 30, help: t('check.codeHelp') }];
  const go = ({ code }: Record<string, unknown>): Promise<void> => navigate({ to: `/credit-certificates/${encodeURIComponent(String(code).replace(/[\s-]/g, '').toUpperCase())}` as '/' });
  return (
    <div className="hb-container hb-stack">
      <PageHeader title={t('check.title')} lead={t('check.lead')} />
      <section className="hb-card"><QuickForm fields={fields} submit={t('check.act')} onSubmit={go} /></section>
    </div>
  );
}

/** The page behind the QR code of a certificate. */
export function CheckCertificatePage() {
  const { t } = useTranslation('credit-repair');
  const { code = '' } = useParams({ strict: false }) as { code?: string };
  const certificate = useQuery(readPath<CertificateCheck>(`${CHECKS}/${encodeURIComponent(code)}`));
  if (certificate.error) return <RouteErrorPage error={certificate.error} />;
  if (!certificate.data) return <PageSkeleton />;
  const { data } = certificate;
  const rows = [
    { label: t('check.subject'), value: data.subjectName }, { label: t('check.uscc'), value: data.uscc ?? '—' }, { label: t('field.number'), value: data.number }, { label: t('field.event'), value: data.eventTitle }, { label: t('field.document'), value: data.documentNo ?? '—' },
    { label: t('check.occurred'), value: <DateText value={data.occurredOn} /> }, { label: t('certificates.ended'), value: <DateText value={data.endedOn} /> }, { label: t('certificates.issued'), value: <DateText value={data.issuedOn} /> },
  ];
  return (
    <div className="hb-container hb-stack">
      <PageHeader title={t(`certificates.kinds.${data.kind}`)} back={{ to: '/credit-certificates', label: t('check.title') }} lead={<>{t('check.at')} <DateText value={data.checkedAt} time /></>} />
      {data.revokedOn && <Alert type="error" showIcon title={t('check.revoked', { day: data.revokedOn })} />}
      <Alert type={data.signatureHolds ? 'success' : 'error'} showIcon title={t(data.signatureHolds ? 'check.holds' : 'check.broken')} />
      <SummaryList groups={[{ title: t('check.facts'), rows }]} />
      <details><summary>{t('check.technical')}</summary>{[data.signedText, data.signature, data.signingKey].map(line => <p key={line} className="hb-small hb-num hb-repair__code">{line}</p>)}</details>
    </div>
  );
}
