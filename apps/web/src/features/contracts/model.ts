import { useQueryClient } from '@tanstack/react-query';
import type { Tone } from '@/shared/ui/StatusTag';

/** What the API answers about contracts. */
export interface ContractItem {
  readonly id: string;
  readonly taskId: string;
  readonly number: string | null;
  readonly title: string;
  readonly kind: string;
  readonly enterpriseName: string;
  readonly firmId: string;
  readonly firmName: string;
  readonly state: ContractState;
  readonly stateZh: string;
  readonly stateEn: string;
  readonly priceYuan: string;
  readonly awardedAt: string;
  readonly signDue: string;
  readonly signedAt: string | null;
  readonly endsOn: string | null;
  readonly standing: { readonly tone: Tone; readonly zh: string; readonly en: string; readonly due: string | null; readonly daysLeft: number | null; readonly late: boolean };
}

export type ContractState = 'due' | 'draft' | 'proposed' | 'agreed' | 'active' | 'terminated' | 'closed' | 'waived' | 'lapsed' | 'revoked';

export interface Milestone {
  readonly id: string;
  readonly name: string;
  readonly dueOn: string;
  readonly amountYuan: string;
  readonly payableOn: 'signing' | 'acceptance' | 'approval';
  readonly awaitsApproval: boolean;
  readonly approvedFor: string | null;
  readonly deliverable: string;
  readonly state: 'open' | 'delivered' | 'rework' | 'accepted' | 'dropped' | null;
  readonly acceptedAt: string | null;
  readonly openYuan: string | null;
  readonly late: boolean;
}

export interface Terms {
  readonly priceYuan: string;
  readonly startsOn: string;
  readonly durationDays: number;
  readonly scope: string;
  readonly deliverables: readonly string[];
  readonly acceptance: string;
  readonly confidentiality: string;
  readonly liability: string;
  readonly disputes: string;
  readonly other: string;
}

export interface Payment {
  readonly id: string;
  readonly milestoneName: string | null;
  readonly direction: 'payment' | 'refund';
  readonly amountYuan: string;
  readonly paidOn: string;
  readonly fileId: string;
  readonly note: string;
  readonly state: 'recorded' | 'confirmed' | 'refused' | 'withdrawn';
  readonly reason: string | null;
  readonly recordedByName: string;
}

export interface Proposal {
  readonly id: string;
  readonly kind: 'change' | 'termination' | 'settlement';
  readonly nth: number;
  readonly side: 'enterprise' | 'firm';
  readonly byName: string;
  readonly reason: string;
  readonly state: 'open' | 'agreed' | 'refused' | 'withdrawn';
  readonly madeAt: string;
  readonly answer: string | null;
  readonly answeredAt: string | null;
  readonly differences: readonly { readonly field: string; readonly zh: string; readonly en: string; readonly from: string | null; readonly to: string | null }[];
  readonly way: 'agreement' | 'notice' | null;
  readonly groundZh: string | null;
  readonly groundEn: string | null;
  readonly basis: string | null;
  readonly dueYuan: string | null;
  readonly own: boolean;
}

export interface Contract extends ContractItem {
  readonly version: number;
  readonly revision: number;
  readonly signByLaw: boolean;
  readonly signBasis: string;
  readonly bidPriceYuan: string;
  readonly bidDurationDays: number;
  readonly terms: Terms | null;
  readonly milestones: readonly Milestone[];
  readonly signatures: readonly { readonly side: 'enterprise' | 'firm'; readonly way: 'online' | 'paper'; readonly recordId: string; readonly fileId: string | null; readonly signerName: string; readonly signedAt: string }[];
  readonly payments: readonly Payment[];
  readonly proposals: readonly Proposal[];
  readonly disputes: readonly { readonly id: string; readonly side: 'enterprise' | 'firm'; readonly claim: string; readonly state: 'open' | 'mediating' | 'settled' | 'failed' | 'withdrawn'; readonly openedAt: string; readonly outcome: string | null }[];
  readonly unfitSince: string | null;
  readonly balance: { readonly price: string; readonly payable: string; readonly paid: string; readonly confirmed: string; readonly owed: string } | null;
  readonly returnedReason: string | null;
  readonly endedReason: string | null;
  readonly settledYuan: string | null;
  readonly closedHow: 'agreed' | 'time' | 'mediation' | null;
  readonly closesOn: string | null;
  readonly paperFileId: string | null;
  readonly holder: 'enterprise' | 'firm' | 'both' | 'nobody';
  readonly nextZh: string;
  readonly nextEn: string;
  readonly side: 'enterprise' | 'firm';
  readonly actions: readonly string[];
}

export const contractsPath = '/api/v1/contracts';
export const contractPath = (id: string): string => `${contractsPath}/${id}`;

export const CONTRACT_STATES = [
  { value: 'due', label: { zh: '待起草', en: 'To be drafted' } },
  { value: 'draft', label: { zh: '起草中', en: 'Draft' } },
  { value: 'proposed', label: { zh: '待机构确认', en: 'With the firm' } },
  { value: 'agreed', label: { zh: '待签署', en: 'To be signed' } },
  { value: 'active', label: { zh: '履行中', en: 'In force' } },
  { value: 'terminated', label: { zh: '已解除，待结算', en: 'Ended, to be settled' } },
  { value: 'closed', label: { zh: '已结算', en: 'Settled' } },
  { value: 'waived', label: { zh: '已验收待结算（未订书面合同）', en: 'Accepted without a written contract' } },
  { value: 'lapsed', label: { zh: '中选已取消', en: 'Award cancelled' } },
  { value: 'revoked', label: { zh: '合同已撤销', en: 'Revoked' } },
] as const;

export const GROUNDS = [
  { value: 'delay', label: { zh: '对方迟延履行主要债务，经催告后在合理期限内仍未履行', en: 'Late, and not performed after a reminder' } },
  { value: 'defeated', label: { zh: '对方违约，致使不能实现合同目的', en: 'A breach defeats the purpose' } },
  { value: 'anticipatory', label: { zh: '对方明确表示或以行为表明不履行主要债务', en: 'The other side has shown that it will not perform' } },
  { value: 'force-majeure', label: { zh: '因不可抗力致使不能实现合同目的', en: 'Force majeure' } },
  { value: 'agreed', label: { zh: '合同约定的解除事由已经发生', en: 'A ground the contract names' } },
  { value: 'other', label: { zh: '法律规定的其他情形（请写明条款）', en: 'Another case of the law (name the article)' } },
] as const;

/** Everything of this contract is fetched again after an act. */
export function useContractChanged(id: string): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith(contractPath(id)) || String(query.queryKey[0]) === contractsPath });
}
