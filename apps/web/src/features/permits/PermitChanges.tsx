import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { textOf } from '@/i18n';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { DateText } from '@/shared/ui/values';
import { ChangeList } from './ChangeList';
import { applicationPath, type Application, type ApplicationChanges } from './model';

/** What the application is for, and old → new of the permit it is about. Nothing for a first application. */
export function PermitChanges({ application }: { readonly application: Application }) {
  const { t } = useTranslation('permits');
  const { businessType, businessTypeLabel, triggers, occurredOn, remarks } = application;
  const changes = useQuery({ ...readPath<ApplicationChanges>(`${applicationPath(application.id)}/changes`), enabled: businessType !== 'new' });
  if (businessType === 'new') return null;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('changes.title', { type: textOf(businessTypeLabel) })}</h2>
      {triggers.length > 0 && (
        <p>
          {t('changes.because')}
          {triggers.map(textOf).join('；')}
          {occurredOn && <> （<DateText value={occurredOn} />）</>}
        </p>
      )}
      {remarks.map(remark => (
        <Alert key={remark.zh} type="warning" showIcon title={textOf(remark)} />
      ))}
      <ProblemAlert error={changes.error} />
      {changes.data && <List changes={changes.data} />}
    </section>
  );
}

function List({ changes }: { readonly changes: ApplicationChanges }) {
  const { t } = useTranslation('permits');
  if (changes.items.length === 0) return <p className="hb-muted">{t('changes.none')}</p>;
  return (
    <>
      <p className="hb-muted">{t('changes.lead', { count: changes.items.length, version: changes.baseVersion })}</p>
      <ChangeList items={changes.items} />
    </>
  );
}
