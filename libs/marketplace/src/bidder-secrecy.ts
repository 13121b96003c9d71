import { Injectable, OnModuleInit } from '@nestjs/common';
import { Directory } from '@huanbao/identity';
import { AuditSecret, AuditSecrets, Db, SecretCandidate } from '@huanbao/platform';
import { In, IsNull } from 'typeorm';
import { ServiceTask } from './marketplace.entity';
import { METHODS } from './methods/methods';

/** 招标投标法 第二十二条、第五十二条: before the opening nobody learns who has bid or asked, and how many; not from the operator's log either. */
@Injectable()
export class BidderSecrecy implements AuditSecret, OnModuleInit {
  readonly subjectType = 'service-task';

  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly secrets: AuditSecrets,
  ) {}

  onModuleInit(): void {
    this.secrets.register(this);
  }

  /** What firms did for themselves with tasks that were not opened yet, in a second round what they did since the first opening; bids of a task that ended unopened stay secret. */
  async hidden(entries: readonly SecretCandidate[]): Promise<string[]> {
    const tasks = await this.db.repo(ServiceTask).findBy({ id: In([...new Set(entries.map(one => one.subjectId))]), openedAt: IsNull() });
    const sealed = new Map(tasks.filter(task => METHODS[task.method].who !== 'one').map(task => [task.id, task]));
    const foreign = entries.filter(one => {
      const task = sealed.get(one.subjectId);
      if (!task || one.actorOrgId === null || one.actorOrgId === task.enterpriseId || one.onBehalfOf === task.enterpriseId) return false;
      return task.firstOpenedAt === null || one.at >= task.firstOpenedAt;
    });
    if (foreign.length === 0) return [];
    const organisations = await this.directory.organisations([...new Set(foreign.map(one => one.actorOrgId as string))]);
    return foreign.filter(one => organisations.get(one.actorOrgId as string)?.kind === 'firm').map(one => one.seq);
  }
}
