import { useNavigate, useSearch } from '@tanstack/react-router';
import { Input, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

interface FigureQuery {
  readonly by?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Grouping and period; both stand in the address, so that a view can be passed on. */
export function useFigureQuery(): FigureQuery {
  const { by, from, to } = useSearch({ strict: false }) as Record<string, string | undefined>;
  return { ...(by ? { by } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

export function FigureFilters({ groups }: { readonly groups: readonly string[] }) {
  const { t } = useTranslation('market-data');
  const navigate = useNavigate();
  const query = useFigureQuery();
  const id = useId();
  const go = (change: FigureQuery): void => void navigate({ to: '.', search: { ...query, ...change } as never, replace: true, resetScroll: false });
  return (
    <div className="hb-figures__filters hb-no-print">
      <span>
        <label htmlFor={`${id}-by`}>{t('filter.by')}</label>
        <Select id={`${id}-by`} value={query.by ?? 'kind'} onChange={by => go({ by })} options={groups.map(value => ({ value, label: t(`by.${value}` as 'by.kind') }))} style={{ width: 160 }} />
      </span>
      <label>{t('filter.from')}<Input type="date" value={query.from ?? ''} style={{ width: 170 }} onChange={event => go({ from: event.target.value || undefined })} /></label>
      <label>{t('filter.to')}<Input type="date" value={query.to ?? ''} style={{ width: 170 }} onChange={event => go({ to: event.target.value || undefined })} /></label>
    </div>
  );
}
