import { useTranslation } from 'react-i18next';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import type { PermitRow } from './model';

/** How the permit stands today: records are kept on after its end. */
export function PermitTag({ permit: { status, endedOn, validTo } }: { readonly permit: Pick<PermitRow, 'status' | 'endedOn' | 'validTo'> }) {
  const { t } = useTranslation('records');
  const day = status === 'expired' ? validTo : endedOn;
  return (
    <span className="hb-row" style={{ display: 'inline-flex', gap: 6 }}>
      <StatusTag tone={status === 'valid' ? 'success' : status === 'expired' ? 'warning' : 'danger'}>{t(`list.statuses.${status}`)}</StatusTag>
      {status !== 'valid' && day && <span className="hb-small hb-muted"><DateText value={day} /></span>}
    </span>
  );
}
