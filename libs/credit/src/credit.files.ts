import { Injectable, OnModuleInit } from '@nestjs/common';
import { FileSubjects } from '@huanbao/documents';
import { Actor, coversRegion, Db } from '@huanbao/platform';
import { CreditEntry, CreditEvent } from './credit.entity';
import { entryPolicy, subjectPolicy } from './credit.policy';

/** Evidence is laid down before the entry is made, under its id, and stays with it. The subject reads what stands in its ledger. */
@Injectable()
export class CreditFiles implements OnModuleInit {
  constructor(
    private readonly subjects: FileSubjects,
    private readonly db: Db,
  ) {}

  onModuleInit(): void {
    this.subjects.register('credit-entry', (actor, id, verb) => this.may(actor, id, verb));
    this.subjects.registerHold('credit-entry', fileId => this.db.repo(CreditEntry).existsBy({ evidenceFileId: fileId }));
  }

  private async may(actor: Actor, id: string, verb: 'read' | 'write'): Promise<boolean> {
    const entry = await this.db.repo(CreditEntry).findOneBy({ id });
    if (!entry) return subjectPolicy.opens(actor, 'credit.record');
    if (verb === 'write') return false;
    if (actor.orgKind === 'bureau') return coversRegion(actor, entry.regionCode) && entryPolicy.sees(actor, entry);
    return subjectPolicy.sees(actor, entry) && (await this.db.repo(CreditEvent).existsBy({ key: `credit-entry:${id}` }));
  }
}
