import { useTranslation } from 'react-i18next';
import type { Filter } from '@/shared/data/data-table.types';

const BUSINESS = ['new', 'reapply', 'change', 'adjust', 'renew'] as const;
/** States as each side knows them: outside the bureau a decision that is not served is none. The officers' queue holds the measures against permits as well. */
const STATES = {
  applicant: ['draft', 'submitted', 'correcting', 'accepted', 'reviewing', 'deciding', 'refusal-telling', 'refusing', 'refusal-hearing', 'granted', 'issued', 'refused', 'not-accepted', 'withdrawn', 'closed'],
  bureau: ['submitted', 'correcting', 'accepted', 'reviewing', 'deciding', 'refusal-telling', 'refusing', 'refusal-hearing', 'refusal-unserved', 'granted', 'issued', 'refused', 'not-accepted', 'withdrawn', 'closed', 'telling', 'told', 'hearing', 'unserved'],
} as const;

/** By type of business and management category. */
export function useBusinessFilters(): Filter[] {
  const { t } = useTranslation('permits');
  return [
    { name: 'businessType', label: t('list.column.business'), options: BUSINESS.map(value => ({ value, label: t(`list.business.${value}`) })) },
    { name: 'category', label: t('list.permitColumn.category'), options: (['key', 'simplified'] as const).map(value => ({ value, label: t(`list.category.${value}`) })) },
  ];
}

/** By where an application stands. */
export function useStateFilter(side: keyof typeof STATES): Filter {
  const { t } = useTranslation('permits');
  return { name: 'state', label: t('list.column.state'), options: STATES[side].map(value => ({ value, label: t(`list.state.${value}`) })) };
}
