import { Injectable } from '@nestjs/common';
import { type ServiceTask, type TaskParties, taskRelations, TaskRecords } from '@huanbao/marketplace';
import { Actor } from '@huanbao/platform';
import type { Evaluation } from './evaluation.entity';
import { EvaluationRecords } from './evaluation.records';
import type { EvaluationResultView, ResponsivenessView } from './views/evaluation.view';
import { responsivenessView, resultView } from './views/views';

/** How the reader stands to the task. */
export interface Reader {
  readonly actor: Actor;
  readonly owner: boolean;
  readonly bureau: boolean;
  readonly bidder: boolean;
}

/** From here on the candidates are known to everybody, and each bidder reads what was found of the own bid. */
export const PUBLISHED: readonly Evaluation['state'][] = ['publicity', 'awarded'];

/** Who reads the evaluation of a task. */
@Injectable()
export class Readers {
  constructor(
    private readonly records: EvaluationRecords,
    private readonly tasks: TaskRecords,
  ) {}

  /** @throws 404 unseen, 403 not allowed */
  async of(actor: Actor, taskId: string): Promise<{ readonly task: ServiceTask; readonly parties: TaskParties; readonly reader: Reader }> {
    const task = await this.records.task(actor, taskId, 'evaluation.read');
    const parties = await this.tasks.partiesFor(actor, task);
    const relations = taskRelations(actor, parties);
    return { task, parties, reader: { actor, owner: relations.some(one => one === 'own' || one.startsWith('delegated:')), bureau: relations.includes('jurisdiction') && actor.orgKind === 'bureau', bidder: relations.includes('bidder') } };
  }
}

/** The bureau reads the findings when they are opened, the enterprise with the result, a bidder its own with the candidates; all of them when the procurement has failed. Pure. */
export function reviewFor(evaluation: Evaluation | null, { owner, bureau, bidder, actor }: Reader): ResponsivenessView | null {
  if (!evaluation) return null;
  const over = evaluation.state === 'ended';
  if (bureau || (owner && (over || evaluation.revealedAt !== null))) return responsivenessView(evaluation, null);
  return bidder && (over || PUBLISHED.includes(evaluation.state)) ? responsivenessView(evaluation, actor.orgId) : null;
}

/** Enterprise and bureau read the result when it is there, a bidder its own line with the candidates. Pure. */
export function resultFor(evaluation: Evaluation | null, { owner, bureau, bidder, actor }: Reader): EvaluationResultView | null {
  if (!evaluation || evaluation.result === null) return null;
  if (owner || bureau) return resultView(evaluation, null);
  return bidder && PUBLISHED.includes(evaluation.state) ? resultView(evaluation, actor.orgId) : null;
}
