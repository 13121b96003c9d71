import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { AppLink } from '@/shared/ui/AppLink';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { SummaryList } from '@/shared/ui/SummaryList';
import { groupDigits } from '@/shared/ui/values';
import './firms.css';
import type { Service } from './model';
import { kindOf, stageOf, useWords } from './words';

/** One service of the catalogue: when it is needed, the work, who may do it, what it costs, which law. */
export function ServicePage() {
  const { code = '' } = useParams({ strict: false }) as { code?: string };
  const service = useQuery(readPath<Service>(`/api/v1/public/services/${code}`));
  if (service.isPending) return <PageSkeleton />;
  if (service.error) return <RouteErrorPage error={service.error} />;
  return <Whole service={service.data} />;
}

function Whole({ service }: { readonly service: Service }) {
  const { t } = useTranslation('firms');
  const words = useWords();
  const { orgId } = useParams({ strict: false }) as { orgId?: string };
  const text = { whiteSpace: 'pre-wrap' } as const;
  return (
    <div className={orgId ? undefined : 'hb-container'}>
      <PageHeader title={words({ zh: service.titleZh, en: service.titleEn })} lead={`${stageOf(service.stage)} · ${kindOf(service.kind)}`} back={orgId ? { to: `/e/${orgId}/service-needs`, label: t('wizard.title') } : { to: '/services', label: t('service.back') }} actions={<Begin code={service.code} />} />
      <SummaryList
        groups={[{
          title: t('service.scope'), rows: [
            { label: t('service.purpose'), value: words({ zh: service.purposeZh, en: service.purposeEn }) },
            { label: t('service.scope'), value: <span style={text}>{service.scopeTemplate}</span> },
            { label: t('service.deliverables'), value: <ul className="hb-lines">{service.deliverables.map(one => <li key={one}>{one}</li>)}</ul> },
            { label: t('service.duration'), value: t('service.days', { count: service.durationDays }) },
            { label: t('service.requirement'), value: words({ zh: service.requirementZh, en: service.requirementEn }) },
            { label: t('service.firms'), value: <>{t('service.firmsCount', { count: service.firms })} <AppLink to={`/firms?service=${service.code}`}>{t('service.seeFirms')}</AppLink></> },
            { label: t('service.band'), value: <BandText service={service} /> },
            { label: t('service.basis'), value: <Basis service={service} /> },
          ],
        }]}
      />
      <p className="hb-small hb-muted">{t('service.version', { count: service.version, name: service.changedByName, day: service.changedAt.slice(0, 10) })}</p>
    </div>
  );
}

/** For an enterprise the way to a task with the scope filled in; for others the way to signing in. */
export function Begin({ code, kind = 'primary' }: { readonly code: string; readonly kind?: 'primary' | 'default' }) {
  const { t } = useTranslation('firms');
  const { orgId } = useParams({ strict: false }) as { orgId?: string };
  return orgId ? <ButtonLink to={`/e/${orgId}/tasks/new?service=${code}`} kind={kind}>{t('service.begin')}</ButtonLink> : <ButtonLink to="/login" kind={kind}>{t('service.signIn')}</ButtonLink>;
}

export function BandText({ service }: { readonly service: Service }) {
  const { t } = useTranslation('firms');
  if (!service.band) return <span className="hb-muted">{t('service.noBand')}</span>;
  const whole = (yuan: string): string => groupDigits(yuan.replace(/\.00$/, ''));
  const { lowYuan, medianYuan, highYuan, n, asOf } = service.band;
  return (
    <>
      <span className="hb-num">{t('service.bandOf', { low: whole(lowYuan), median: whole(medianYuan), high: whole(highYuan) })}</span>
      <div className="hb-small hb-muted">{t('service.bandNote', { n, day: asOf })}</div>
    </>
  );
}

function Basis({ service }: { readonly service: Service }) {
  const { t } = useTranslation('firms');
  return (
    <ul className="hb-lines">
      {service.legalBasis.map(one => (
        <li key={one.law + one.article}>
          {one.law} {one.article}
          {!one.verified && <span className="hb-muted">{t('unverified')}</span>}
          <span className="hb-small hb-muted">（{one.to ? t('service.fromTo', { from: one.from, to: one.to }) : t('service.from', { day: one.from })}）</span>
        </li>
      ))}
    </ul>
  );
}
