import { Injectable } from '@nestjs/common';
import { ServiceTask, taskRelations, TaskRecords } from '@huanbao/marketplace';
import { Actor, Db } from '@huanbao/platform';
import { Evaluation } from './evaluation.entity';

/** Who reads the report: enterprise and bureau when it is there, bidders once the award has lifted the names. The platform alone writes it. */
@Injectable()
export class EvaluationFiles {
  constructor(
    private readonly db: Db,
    private readonly tasks: TaskRecords,
  ) {}

  async may(actor: Actor, taskId: string, verb: 'read' | 'write'): Promise<boolean> {
    const task = await this.db.repo(ServiceTask).findOneBy({ id: taskId });
    if (!task || verb === 'write') return false;
    const relations = taskRelations(actor, await this.tasks.partiesFor(actor, task));
    if (relations.includes('own') || relations.some(one => one.startsWith('delegated:')) || (relations.includes('jurisdiction') && actor.orgKind === 'bureau')) return true;
    return relations.includes('bidder') && (await this.db.repo(Evaluation).existsBy({ taskId, state: 'awarded' }));
  }
}
