import { Injectable, OnModuleInit } from '@nestjs/common';
import { CaseRecord } from '@huanbao/casework';
import { Files, FileSubjects } from '@huanbao/documents';
import { Db } from '@huanbao/platform';
import { CreditRepairWithdrawal } from './credit-repair.entity';
import { appealPolicy, MATTER, repairPolicy } from './credit-repair.policy';

/** Proofs and evidence: laid down by the subject's side while it holds the case, and from then on as they are. */
@Injectable()
export class CreditRepairFiles implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly subjects: FileSubjects,
  ) {}

  onModuleInit(): void {
    const reach = async (): Promise<{ matter: string; site: null }> => ({ matter: MATTER, site: null });
    this.subjects.register('credit-repair', async (actor, id, verb) => {
      const c = await this.db.repo(CaseRecord).findOneBy({ id, kind: 'credit-repair' });
      if (!c || !repairPolicy.sees(actor, c)) return false;
      // what shows that a granted repair rests on false papers is laid down by the bureau
      return verb === 'read' || (['draft', 'correcting'].includes(c.state) && repairPolicy.may(actor, 'credit-repair.prepare', c)) || (c.state === 'granted' && repairPolicy.may(actor, 'credit-repair.propose-withdrawal', c));
    }, reach);
    this.subjects.register('credit-appeal', async (actor, id, verb) => {
      const c = await this.db.repo(CaseRecord).findOneBy({ id, kind: 'credit-appeal' });
      if (!c || !appealPolicy.sees(actor, c)) return false;
      return verb === 'read' || (c.state === 'draft' && appealPolicy.may(actor, 'credit-appeal.prepare', c));
    }, reach);
    // what was handed in once is evidence, also while it is being completed
    for (const kind of ['credit-repair', 'credit-appeal']) this.subjects.registerHold(kind, async fileId => (await this.wasHandedIn(fileId)) || this.proves(fileId));
  }

  private proves(evidenceFileId: string): Promise<boolean> {
    return this.db.repo(CreditRepairWithdrawal).existsBy({ evidenceFileId });
  }

  private async wasHandedIn(fileId: string): Promise<boolean> {
    const file = await this.files.get(fileId);
    const c = await this.db.repo(CaseRecord).findOneBy({ id: file.subjectId });
    return c?.submittedAt != null && file.createdAt < c.stateSince;
  }
}
