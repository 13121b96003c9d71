import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import type { Domain } from './model';
import { useWords } from './words';

/** What is worth how many points, with the law behind it. */
export function Rules() {
  const { t } = useTranslation('firms');
  const words = useWords();
  const domains = useQuery(readPath<readonly Domain[]>('/api/v1/public/integrity-rules'));
  return (
    <>
      {domains.data?.map(domain => (
        <section key={domain.code} className="hb-card">
          <h2>{`${t('points.rules')}：${words({ zh: domain.nameZh, en: domain.nameEn })}`}</h2>
          <p className="hb-muted">{t('points.levels', { warn: domain.warnPoints, restrict: domain.restrictPoints })} · {domain.legalBasis}{!domain.verified && t('unverified')}</p>
          <ul className="hb-lines">
            {domain.rules.map(rule => (
              <li key={rule.code}>
                {t('points.ruleLine', { points: rule.points, text: words({ zh: rule.textZh, en: rule.textEn }) })} <span className="hb-small hb-muted">{rule.article}{!rule.verified && t('unverified')}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
