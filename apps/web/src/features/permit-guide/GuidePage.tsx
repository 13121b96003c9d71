import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import type { components } from '@/api/schema';
import { textOf } from '@/i18n';
import { AppLink } from '@/shared/ui/AppLink';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { Basis, ProcedureFacts, type Procedure } from './ProcedureFacts';

type Guide = components['schemas']['ProcedureGuideView'];
const GROUPS = ['permit', 'registration'] as const;
const WITH_FORM: ReadonlySet<string> = new Set(['new', 'reapply', 'change', 'adjust', 'renew']);

/** Every business of a permit or a registration, for somebody who has never done one. */
export function GuidePage() {
  const { t } = useTranslation('permit-guide');
  const guide = useQuery({ ...readPath<Guide>('/api/v1/public/permit-procedures'), staleTime: 300_000 });
  return (
    <div className="hb-container">
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="hb-stack">
        <p>
          {t('unsure')} <AppLink to="/classify">{t('classify')}</AppLink>
        </p>
        <ProblemAlert error={guide.error} />
        {!guide.data && !guide.error && <Skeleton lines={8} />}
        {guide.data && <Whole items={guide.data.items} />}
      </div>
    </div>
  );
}

function Whole({ items }: { readonly items: readonly Procedure[] }) {
  const { t } = useTranslation('permit-guide');
  return (
    <>
      <nav className="hb-card" aria-label={t('contents')}>
        <ul className="hb-guide__contents">
          {items.map(one => (
            <li key={one.key}>
              <a href={`#${one.key}`}>{textOf(one.label)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <p className="hb-muted">
        {t('toBegin')} {t('unverifiedHint')}
      </p>
      {GROUPS.map(group => (
        <section key={group} className="hb-stack" aria-labelledby={`guide-${group}`}>
          <h2 id={`guide-${group}`}>{t(group)}</h2>
          {items.filter(one => one.group === group).map(one => (
            <article key={one.key} id={one.key} className="hb-card hb-stack">
              <div>
                <h3>{textOf(one.label)}</h3>
                <p>
                  {textOf(one.purpose)} <Basis article={one.article} />
                </p>
                {one.byBureau && <p className="hb-muted">{t('byBureau')}</p>}
              </div>
              <ProcedureFacts procedure={one} form={WITH_FORM.has(one.key)} />
            </article>
          ))}
        </section>
      ))}
    </>
  );
}
