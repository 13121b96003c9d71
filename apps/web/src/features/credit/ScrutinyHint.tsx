import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { subjectsPath, type Subject } from './model';

/** Beside an application: that grade or list of the applicant ask for stricter scrutiny, why, and on which basis. Nothing where they do not. */
export function ScrutinyHint({ enterpriseId }: { readonly enterpriseId: string }) {
  const { t } = useTranslation('credit');
  const { base, can, organisation } = useSession();
  const subject = useQuery({ ...readPath<Subject>(`${subjectsPath}/${enterpriseId}`), enabled: organisation?.orgKind === 'bureau' && can('credit.list') });
  const strict = (subject.data?.measures ?? []).filter(one => one.measure === 'permit-scrutiny' && one.value !== '');
  if (strict.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('scrutiny.title')}
      description={
        <>
          <ul className="hb-lines">
            {strict.map(one => <li key={one.because}>{one.title}<div className="hb-small">{t('scrutiny.because', { because: one.because, basis: one.legalBasis })}{!one.verified && t('unverified')}</div></li>)}
          </ul>
          <AppLink to={`${base}/credit/${enterpriseId}`}>{t('scrutiny.look')}</AppLink>
        </>
      }
    />
  );
}
