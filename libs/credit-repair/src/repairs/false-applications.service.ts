import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CaseHooks, type CaseRecord, type PaperServed } from '@huanbao/casework';
import { CreditLedger } from '@huanbao/credit';
import { Db } from '@huanbao/platform';
import { CreditRepair } from '../credit-repair.entity';
import { RepairBook } from '../credit-repair.reference';
import { repairMachine } from './repair.machine';

/** A false application is itself an event: verified by one person, decided by another, and in the ledger from the service of the decision on (行政行为自送达起生效). */
@Injectable()
export class FalseApplications implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly hooks: CaseHooks,
    private readonly ledger: CreditLedger,
    private readonly book: RepairBook,
  ) {}

  onModuleInit(): void {
    this.hooks.onDecisionServed(repairMachine, (c, served) => this.served(c, served));
  }

  private async served({ id }: CaseRecord, { actor, servedOn, notice }: PaperServed): Promise<void> {
    const repair = await this.db.repo(CreditRepair).findOneBy({ id });
    if (!repair?.foundFalse) return;
    const { subjectId, falsehood } = repair;
    await this.ledger.append(actor, { key: `repair-false:${id}`, subjectId, type: 'repair.false', title: '虚假申请信用修复', facts: falsehood ?? '', legalBasis: await this.book.withdrawalBasis(), sourceType: 'credit-repair', sourceId: id, documentNo: notice.number, occurredOn: servedOn });
  }
}
