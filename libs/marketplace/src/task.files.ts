import { Injectable } from '@nestjs/common';
import { Actor, Db } from '@huanbao/platform';
import { Bid, Delivery, ServiceTask } from './marketplace.entity';
import { procures, taskRelations } from './marketplace.policy';
import { TaskRecords } from './task.records';

/** Who may see and add files of tasks and bids; files follow their subject. */
@Injectable()
export class TaskFiles {
  constructor(
    private readonly db: Db,
    private readonly records: TaskRecords,
  ) {}

  /** Task files are the results: the two sides and the bureau read, the awarded firm writes while it works. */
  async mayTask(actor: Actor, taskId: string, verb: 'read' | 'write'): Promise<boolean> {
    const task = await this.db.repo(ServiceTask).findOneBy({ id: taskId });
    if (!task) return false;
    const relations = taskRelations(actor, await this.records.partiesFor(actor, task));
    if (verb === 'write') return relations.includes('awardee') && (task.state === 'awarded' || task.state === 'rework');
    return ['own', 'awardee', 'jurisdiction'].some(r => relations.includes(r));
  }

  /** What was handed over stays, accepted or not: a verdict rests on it. */
  holdsDelivered(fileId: string): Promise<boolean> {
    return this.db.repo(Delivery).createQueryBuilder('d').where('d.fileIds @> ARRAY[:fileId]::uuid[]', { fileId }).getExists();
  }

  /** The opening record is for everybody who took part. The platform alone writes it. */
  async mayOpening(actor: Actor, taskId: string, verb: 'read' | 'write'): Promise<boolean> {
    const task = await this.db.repo(ServiceTask).findOneBy({ id: taskId });
    if (!task || verb === 'write') return false;
    const relations = taskRelations(actor, await this.records.partiesFor(actor, task));
    return ['own', 'awardee', 'jurisdiction', 'bidder'].some(r => relations.includes(r));
  }

  /** The record of a first round names the bidders: between the two rounds it is for who procures. */
  async mayFirstOpening(actor: Actor, taskId: string, verb: 'read' | 'write'): Promise<boolean> {
    const task = await this.db.repo(ServiceTask).findOneBy({ id: taskId });
    if (!task || verb === 'write') return false;
    if (task.openedAt !== null) return this.mayOpening(actor, taskId, verb);
    return procures(actor, await this.records.partiesFor(actor, task));
  }

  /** Attachments of an opened bid: the owner side and the bidder itself. They come in by the opening only. */
  async mayBid(actor: Actor, bidId: string, verb: 'read' | 'write'): Promise<boolean> {
    const bid = await this.db.repo(Bid).findOneBy({ id: bidId });
    const task = bid && (await this.db.repo(ServiceTask).findOneBy({ id: bid.taskId }));
    if (!task || verb === 'write') return false;
    const relations = taskRelations(actor, await this.records.partiesFor(actor, task));
    return bid.firmId === actor.orgId || relations.includes('own') || relations.includes('jurisdiction');
  }

  /** Whether bytes in the store are a sealed bid: those have no file, only their digest. */
  holdsCiphertext(hash: string): Promise<boolean> {
    return this.db.repo(Bid).existsBy({ digest: hash });
  }
}
