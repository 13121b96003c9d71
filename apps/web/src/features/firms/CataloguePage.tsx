import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { AppLink } from '@/shared/ui/AppLink';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import './firms.css';
import { LIFE_STAGES, SERVICE_KINDS, type ServiceItem } from './model';
import { kindOf, stageOf, useWords } from './words';

/** Four kinds in three stages: what there is to buy. */
export function CataloguePage() {
  const { t } = useTranslation('firms');
  const services = useQuery(readPath<readonly ServiceItem[]>('/api/v1/public/services'));
  const [words, setWords] = useState('');
  if (services.isPending) return <PageSkeleton />;
  if (services.error) return <RouteErrorPage error={services.error} onRetry={() => void services.refetch()} />;
  const found = services.data.filter(one => `${one.titleZh} ${one.titleEn} ${one.purposeZh}`.toLowerCase().includes(words.trim().toLowerCase()));
  return (
    <div className="hb-container hb-stack">
      <PageHeader title={t('catalogue.title')} lead={t('catalogue.lead')} actions={<ButtonLink to="/service-needs" kind="primary">{t('catalogue.wizard')}</ButtonLink>} />
      <Input size="large" value={words} onChange={event => setWords(event.target.value)} placeholder={t('catalogue.search')} aria-label={t('catalogue.search')} allowClear style={{ maxWidth: 420 }} />
      {found.length === 0 && <EmptyState title={t('catalogue.empty')} />}
      {LIFE_STAGES.filter(stage => found.some(one => one.stage === stage.value)).map(stage => (
        <Stage key={stage.value} stage={stage.value} services={found.filter(one => one.stage === stage.value)} />
      ))}
    </div>
  );
}

function Stage({ stage, services }: { readonly stage: string; readonly services: readonly ServiceItem[] }) {
  const { t } = useTranslation('firms');
  const words = useWords();
  return (
    <section className="hb-card hb-stack">
      <h2>{stageOf(stage)}</h2>
      {SERVICE_KINDS.filter(kind => services.some(one => one.kind === kind.value)).map(kind => (
        <div key={kind.value}>
          <h3>{kindOf(kind.value)}</h3>
          <ul className="hb-plain-list hb-grid-services">
            {services.filter(one => one.kind === kind.value).map(one => (
              <li key={one.code}>
                <AppLink to={`/services/${one.code}`}>{words({ zh: one.titleZh, en: one.titleEn })}</AppLink>
                <span>{words({ zh: one.purposeZh, en: one.purposeEn })}</span>
                <span className="hb-small hb-muted">{t('catalogue.requirement')}：{words({ zh: one.requirementZh, en: one.requirementEn })}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
