import { useTranslation } from 'react-i18next';
import { StatusTag } from '@/shared/ui/StatusTag';
import { STATE_TONE, type InspectionItem } from './model';

export function InspectionState({ row }: { readonly row: Pick<InspectionItem, 'state' | 'late' | 'result'> }) {
  const { t } = useTranslation('inspections');
  return (
    <span className="hb-row" style={{ gap: 6 }}>
      <StatusTag tone={STATE_TONE[row.state]}>{t(`states.${row.state}`)}</StatusTag>
      {row.late && <StatusTag tone="danger">{t('late')}</StatusTag>}
      {row.state === 'held' && row.result && <StatusTag tone={row.result === 'clear' ? 'success' : 'warning'}>{t(`results.${row.result}`)}</StatusTag>}
    </span>
  );
}
