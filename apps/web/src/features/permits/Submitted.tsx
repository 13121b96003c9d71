import { useTranslation } from 'react-i18next';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { PageHeader } from '@/shared/ui/PageHeader';
import { CopyText } from '@/shared/ui/values';
import { CaseBall } from '@/shared/ui/CaseBall';
import type { Application } from './model';

/** After the act: the number, whose turn it is and until when, what may come, and how anyone asks for the progress. */
export function Submitted({ application, root }: { readonly application: Application; readonly root: string }) {
  const { t } = useTranslation('permits');
  const { queryCode } = application.case;
  return (
    <>
      <PageHeader title={t('done.title')} lead={t('done.lead', { number: application.caseNumber })} />
      <div className="hb-stack">
        <CaseBall of={application.case} />
        <section className="hb-card" aria-labelledby="submitted-next">
          <h2 id="submitted-next">{t('done.next')}</h2>
          <ol className="hb-next">
            {(['accept', 'correct', 'review', 'decide'] as const).map(step => (
              <li key={step}>{t(`done.steps.${step}`)}</li>
            ))}
          </ol>
          {queryCode && (
            <p>
              {t('page.query')}: <CopyText text={queryCode} /> <span className="hb-small hb-muted">{t('page.queryHint')}</span>
            </p>
          )}
          <p className="hb-muted hb-small">{t('done.told')}</p>
        </section>
        <div className="hb-row">
          <ButtonLink to={root} kind="primary">
            {t('done.view')}
          </ButtonLink>
        </div>
      </div>
    </>
  );
}
