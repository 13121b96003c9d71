import { useQueryClient } from '@tanstack/react-query';
import type { Milestone, Payment, Terms } from './model';

/** What the API answers about disputes. */
export interface DisputeRow {
  readonly id: string;
  readonly contractId: string;
  readonly number: string | null;
  readonly title: string;
  readonly enterpriseName: string;
  readonly firmName: string;
  readonly side: 'enterprise' | 'firm';
  readonly amountYuan: string | null;
  readonly state: 'open' | 'mediating' | 'settled' | 'failed' | 'withdrawn';
  readonly stateZh: string;
  readonly stateEn: string;
  readonly openedAt: string;
  readonly takenByName: string | null;
  readonly concludedAt: string | null;
  readonly daysOpen: number;
}

export interface Dispute extends Omit<DisputeRow, 'daysOpen'> {
  readonly claim: string;
  readonly openedByName: string;
  readonly outcome: string | null;
  readonly closesYuan: string | null;
  readonly isClosable: boolean;
  readonly concludedByName: string | null;
  readonly daysPaused: number | null;
  readonly statements: readonly { readonly id: string; readonly side: 'enterprise' | 'firm' | 'bureau'; readonly byName: string; readonly text: string; readonly fileIds: readonly string[]; readonly at: string }[];
  readonly terms: Terms | null;
  readonly milestones: readonly Milestone[];
  readonly payments: readonly Payment[];
  readonly balance: { readonly price: string; readonly payable: string; readonly confirmed: string; readonly owed: string } | null;
  readonly actions: readonly string[];
}

export const disputesPath = '/api/v1/contract-disputes';
export const disputePath = (id: string): string => `${disputesPath}/${id}`;
export const DISPUTE_TONES = { open: 'warning', mediating: 'progress', settled: 'success', failed: 'danger', withdrawn: 'muted' } as const;

export function useDisputeChanged(id: string): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith(disputePath(id)) || String(query.queryKey[0]) === disputesPath || String(query.queryKey[0]) === '/api/v1/files' });
}
