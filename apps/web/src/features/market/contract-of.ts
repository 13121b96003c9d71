import { useQuery } from '@tanstack/react-query';
import type { Page } from '@/api/contract';
import { readPath } from '@/api/rest';
import { useSession } from '@/session/session';
import type { Task } from './model';

interface ContractOfTask {
  readonly id: string;
  readonly state: string;
  readonly stateZh: string;
  readonly stateEn: string;
}

/** The contract of a task, for its two sides; `byMilestone` once somebody has begun to write it. */
export function useContractOf(task: Task): { readonly contract: ContractOfTask | null; readonly byMilestone: boolean } {
  const { organisation, can } = useSession();
  const own = organisation?.orgId === task.enterpriseId || organisation?.orgId === task.awardedFirmId;
  const list = useQuery({ ...readPath<Page<ContractOfTask>>('/api/v1/contracts', { taskId: task.id }), enabled: own && task.awardedFirmId !== null && can('contract.list') });
  const contract = list.data?.items.find(one => one.state !== 'lapsed' && one.state !== 'revoked') ?? null;
  return { contract, byMilestone: contract !== null && contract.state !== 'due' && contract.state !== 'waived' };
}
