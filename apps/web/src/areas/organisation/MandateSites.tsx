import { useQuery } from '@tanstack/react-query';
import { Checkbox, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { read } from '@/api/client';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import './organisation.css';

export const SITES_FIELD = 'mandate-sites';

interface Props {
  readonly enterpriseId: string;
  /** null: all of them, also those to come. */
  readonly value: readonly string[] | null;
  readonly onChange: (sites: readonly string[] | null) => void;
}

/** For which sites a mandate holds: all of them unless some are chosen. */
export function MandateSites({ enterpriseId, value, onChange }: Props) {
  const { t } = useTranslation('organisation');
  const sites = useQuery(read('/api/v1/organisations/{id}/sites', { params: { path: { id: enterpriseId } } }));
  const options = (sites.data ?? []).map(site => ({ value: site.id, label: site.name }));
  return (
    <div className="hb-field" role="group" aria-labelledby={`${SITES_FIELD}-label`} id={SITES_FIELD} tabIndex={-1}>
      <span className="hb-field__label" id={`${SITES_FIELD}-label`}>
        {t('mandates.sites')}
      </span>
      <ProblemAlert error={sites.error} onRetry={() => void sites.refetch()} />
      <Radio.Group className="hb-choices" value={value === null ? 'all' : 'some'} onChange={event => onChange(event.target.value === 'all' ? null : [])}>
        <Radio value="all">
          {t('mandates.allSites')} <span className="hb-small hb-muted">{t('mandates.allSitesHint')}</span>
        </Radio>
        <Radio value="some" disabled={options.length === 0}>
          {t('mandates.someSites')}
        </Radio>
      </Radio.Group>
      {value !== null && <Checkbox.Group className="hb-choices hb-choices--inner" options={options} value={[...value]} onChange={next => onChange(next)} />}
    </div>
  );
}
