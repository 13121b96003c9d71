import { Injectable } from '@nestjs/common';
import { Db } from '@huanbao/platform';
import { In } from 'typeorm';
import { Contract, ContractMilestone, ContractProposal } from '../contract.entity';
import { FALLEN } from '../contract.flow';
import { ContractOutcome, outcomeOf } from './outcome';

/** How contracts went, for the rooms above: four statements for any number of tasks. */
@Injectable()
export class ContractOutcomes {
  constructor(private readonly db: Db) {}

  /** Null for a task without a contract, and for one of which nothing was written (`due`). */
  async ofTask(taskId: string): Promise<ContractOutcome | null> {
    return (await this.ofTasks([taskId])).get(taskId) ?? null;
  }

  /** By task. */
  async ofTasks(taskIds: readonly string[]): Promise<ReadonlyMap<string, ContractOutcome>> {
    const contracts = taskIds.length === 0 ? [] : (await this.db.repo(Contract).findBy({ taskId: In([...taskIds]) })).filter(one => one.state !== 'due' && !FALLEN.includes(one.state));
    if (contracts.length === 0) return new Map();
    const contractId = In(contracts.map(one => one.id));
    const milestones = await this.db.repo(ContractMilestone).find({ where: { contractId }, order: { position: 'ASC' } });
    const ends = await this.db.repo(ContractProposal).findBy({ contractId, kind: 'termination', state: 'agreed' });
    const firstDeliveries = await this.firstDeliveries(contracts.map(one => one.taskId));
    return new Map(contracts.map(one => [one.taskId, outcomeOf(one, milestones.filter(part => part.contractId === one.id), { termination: ends.find(end => end.contractId === one.id) ?? null, firstDeliveries })]));
  }

  /** Day in Shanghai of the first hand-over of each part, by milestone. */
  private async firstDeliveries(taskIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.db.query<{ id: string; on: string }>(
      `SELECT milestone_id AS id, min((submitted_at AT TIME ZONE 'Asia/Shanghai')::date)::text AS "on" FROM delivery WHERE task_id = ANY ($1::uuid[]) AND milestone_id IS NOT NULL GROUP BY 1`, [[...taskIds]]);
    return new Map(rows.map(one => [one.id, one.on]));
  }
}
