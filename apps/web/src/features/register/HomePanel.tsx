import { useQuery } from '@tanstack/react-query';
import type { Page } from '@/api/contract';
import { readPath } from '@/api/rest';
import { AppLink } from '@/shared/ui/AppLink';
import { DateText } from '@/shared/ui/values';
import type { PermitRow } from './model';

const SHOWN = 5;

/** The newest permits, on the public home. */
export function LatestPermits() {
  const permits = useQuery(readPath<Page<PermitRow>>('/api/v1/public/permits', { limit: SHOWN }));
  if (!permits.data || permits.data.items.length === 0) return null;
  return (
    <ul className="hb-plain-list hb-stack" style={{ gap: 8 }}>
      {permits.data.items.map(permit => (
        <li key={permit.id} className="hb-row" style={{ justifyContent: 'space-between' }}>
          <AppLink to={`/check/${permit.id}`}>{permit.enterpriseName}</AppLink>
          <DateText value={permit.issuedOn} />
        </li>
      ))}
    </ul>
  );
}
