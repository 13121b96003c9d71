import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Page } from '@/api/contract';
import { readPath } from '@/api/rest';
import type { Filter } from '@/shared/data/data-table.types';
import { RETAINERS, VISITS, type RetainerItem, type VisitItem } from './model';

/** So many are offered to choose from; whoever has more searches. */
const MOST = 100;

/** Chooses one retainer; nothing where there is but one, and nothing could be left out. */
export function useRetainerFilter(): readonly Filter[] {
  const { t } = useTranslation('stewardship');
  const { data } = useQuery(readPath<Page<RetainerItem>>(RETAINERS, { limit: MOST }));
  const items = data?.items ?? [];
  if (items.length < 2) return [];
  return [{ name: 'retainerId', label: t('filter.retainer'), options: items.map(one => ({ value: one.id, label: `${one.clientName} ${one.number ?? ''}`.trim() })) }];
}

/** Chooses the visit on which something was found. */
export function useVisitFilter(): readonly Filter[] {
  const { t } = useTranslation('stewardship');
  const { data } = useQuery(readPath<Page<VisitItem>>(VISITS, { tab: 'past', limit: MOST }));
  const held = (data?.items ?? []).filter(one => one.heldOn !== null);
  if (held.length < 2) return [];
  return [{ name: 'visitId', label: t('filter.visit'), options: held.map(one => ({ value: one.id, label: `${one.heldOn ?? ''} ${one.enterpriseName}` })) }];
}
