import { useQueryClient } from '@tanstack/react-query';
import type { Tone } from '@/shared/ui/StatusTag';
import { contractPath } from './model';

export type CancellationState = 'noticed' | 'withdrawn' | 'moot' | 'cancelled' | 'accepted' | 'objected' | 'upheld' | 'revoked' | 'confirmed' | 'refused';

/** What the API answers about an award that is not signed. */
export interface CancellationRow {
  readonly id: string;
  readonly kind: 'cancellation' | 'complaint';
  readonly contractId: string;
  readonly taskId: string;
  readonly taskTitle: string;
  readonly taskNumber: string | null;
  readonly enterpriseName: string;
  readonly firmName: string;
  readonly priceYuan: string;
  readonly groundZh: string;
  readonly groundEn: string;
  readonly state: CancellationState;
  readonly stateZh: string;
  readonly stateEn: string;
  readonly noticedAt: string;
  readonly cancelledAt: string | null;
  readonly due: string | null;
  readonly late: boolean;
}

export interface AwardReminder {
  readonly id: string;
  readonly text: string;
  readonly dueOn: string;
  readonly sentAt: string;
  readonly byName: string;
}

export interface Cancellation extends CancellationRow {
  readonly version: number;
  readonly basis: string;
  readonly reason: string;
  readonly evidenceFileIds: readonly string[];
  readonly noticedByName: string;
  readonly statementDue: string;
  readonly statement: string | null;
  readonly statementFileIds: readonly string[];
  readonly statedAt: string | null;
  readonly statedByName: string | null;
  readonly cancelReason: string | null;
  readonly cancelledByName: string | null;
  readonly objectDue: string | null;
  readonly objection: string | null;
  readonly objectionFileIds: readonly string[];
  readonly objectedAt: string | null;
  readonly objectedByName: string | null;
  readonly ruleDue: string | null;
  readonly ruling: string | null;
  readonly ruledAt: string | null;
  readonly ruledByName: string | null;
  readonly bondYuan: string | null;
  readonly effectUntil: string | null;
  readonly reminders: readonly AwardReminder[];
  readonly actions: readonly string[];
}

export interface PublicCancellation extends Pick<CancellationRow, 'id' | 'taskId' | 'taskTitle' | 'taskNumber' | 'enterpriseName' | 'firmName' | 'priceYuan' | 'groundZh' | 'groundEn' | 'state' | 'stateZh' | 'stateEn'> {
  readonly basis: string;
  readonly cancelledAt: string;
  readonly ruledAt: string | null;
}

export const cancellationsPath = '/api/v1/award-cancellations';
export const cancellationPath = (id: string): string => `${cancellationsPath}/${id}`;
export const remindersPath = (contractId: string): string => `${contractPath(contractId)}/award-reminders`;
/** States of a contract in which nothing is signed by both. */
export const BEFORE_SIGNING = ['due', 'draft', 'proposed', 'agreed'];
export const UNSIGNED_FILES = 'award-cancellation';

export const CANCELLATION_TONES: Readonly<Record<CancellationState, Tone>> = { noticed: 'warning', withdrawn: 'muted', moot: 'muted', cancelled: 'danger', accepted: 'danger', objected: 'warning', upheld: 'danger', revoked: 'success', confirmed: 'danger', refused: 'muted' };

export const CANCELLATION_GROUNDS = [
  { value: 'overdue', label: { zh: '经书面催告，期满仍不签合同', en: 'Not signed after a written reminder' } },
  { value: 'no-bond', label: { zh: '经书面催告，不按要求提交履约保证金', en: 'The performance bond was not given after a reminder' } },
  { value: 'refused', label: { zh: '机构明确表示不签合同，或在签约时提出附加条件', en: 'The firm refuses to sign, or asks for other conditions' } },
  { value: 'void-acts', label: { zh: '查实有影响中选结果的违法行为', en: 'Unlawful acts that touched the result were established' } },
  { value: 'lost-standing', label: { zh: '机构失去任务要求的资格，合同不能签署', en: 'The firm lost what the task asks for' } },
  { value: 'force-majeure', label: { zh: '机构因不可抗力不能履行', en: 'Force majeure keeps the firm from performing' } },
] as const;

/** Everything about contracts, tasks and their files is read again. */
export function useUnsignedChanged(): () => Promise<void> {
  const client = useQueryClient();
  const about = ['/api/v1/award-cancellations', '/api/v1/contracts', '/api/v1/service-tasks', '/api/v1/files'];
  return () => client.invalidateQueries({ predicate: query => about.some(path => String(query.queryKey[0]).startsWith(path)) });
}
