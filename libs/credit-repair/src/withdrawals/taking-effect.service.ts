import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CaseEngine, CaseHooks, type CaseRecord, type PaperServed } from '@huanbao/casework';
import { Db } from '@huanbao/platform';
import { CreditRepair, CreditRepairWithdrawal } from '../credit-repair.entity';
import { noWithdrawal } from '../credit-repair.errors';
import { RepairMessages } from '../credit-repair.messages';
import { repairMachine } from '../repairs/repair.machine';
import { Undoing } from './undoing.service';
import { WithdrawalPapers } from './withdrawal-papers.service';

/** A withdrawal acts from the service of its paper on (行政行为自送达起生效), in the transaction that records the service. */
@Injectable()
export class WithdrawalEffect implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly hooks: CaseHooks,
    private readonly engine: CaseEngine,
    private readonly undoing: Undoing,
    private readonly papers: WithdrawalPapers,
    private readonly messages: RepairMessages,
  ) {}

  onModuleInit(): void {
    this.hooks.onWithdrawalServed(repairMachine, (c, served) => this.served(c, served));
  }

  private async served(c: CaseRecord, { notice, actor, servedOn }: PaperServed): Promise<void> {
    const withdrawal = await this.db.lock(CreditRepairWithdrawal, { noticeId: notice.id, state: 'decided' });
    if (!withdrawal) throw noWithdrawal();
    const repair = await this.db.repo(CreditRepair).findOneByOrFail({ id: c.id });
    const reasons = withdrawal.reasons ?? '';
    const countsFrom = await this.undoing.undo(actor, { repair, withdrawal, reasons, number: notice.number, on: servedOn });
    const remedies = await this.papers.remedies(servedOn);
    await this.db.repo(CreditRepairWithdrawal).update({ id: withdrawal.id }, { state: 'withdrawn', countsFrom, servedOn, remedies });
    await this.engine.note(c.id, { actor, authorise: () => undefined, text: { zh: '撤销信用修复', en: 'Repair withdrawn' }, action: 'credit-repair.withdrawn', details: { number: notice.number, reasons, countsFrom }, visibility: 'parties' });
    const counts = countsFrom ? { zh: `自 ${countsFrom} 起这条信息重新计分和公示`, en: `the event counts again from ${countsFrom}` } : { zh: '这条信息已经撤销或者到期，不再计分和公示', en: 'the event has ended and does not count again' };
    const ways = remedies.map(one => `${one.words}${one.until ? `，最迟 ${one.until}` : ''}`).join('；');
    await this.messages.toSubject(c, repair, {
      key: `withdrawal-decided-${withdrawal.id}`, title: { zh: '信用修复已经撤销', en: 'Your repair was withdrawn' },
      body: { zh: `${notice.content.title}（${notice.number}）：${reasons}。${counts.zh}，修复证明作废。不服的：${ways}。`, en: `${notice.number}: ${counts.en}; the certificate is void. You may contest it.` },
    });
  }
}
