import { Injectable } from '@nestjs/common';
import { daysBetween } from '@huanbao/calendar';
import { ProcurementLaw } from '@huanbao/marketplace';
import { Notifier } from '@huanbao/notifications';
import { Actor, Clock, Db, systemActor } from '@huanbao/platform';
import { Contract, ContractMilestone, ContractPayment, ContractProposal } from '../contract.entity';
import { ContractRecords } from '../contract.records';
import { EndingService } from '../ending.service';
import { closingByTime, DONE_IN, DueClosing } from './closing.rules';

const SYSTEM = systemActor('contracts');
const AT_A_TIME = 200;
/** Both are told from so many days before the closing on, once for each: a morning on which nothing ran takes no warning away. */
const TOLD_BEFORE = [1, 7];

/** Closes what is done and paid although a side keeps silent: nobody holds back the end, and with it the rating. */
@Injectable()
export class ContractClosings {
  constructor(
    private readonly db: Db,
    private readonly records: ContractRecords,
    private readonly endings: EndingService,
    private readonly law: ProcurementLaw,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
  ) {}

  /** When it closes by time as things stand; null while something is open. */
  async dueOf(contract: Contract): Promise<DueClosing | null> {
    if (!DONE_IN.includes(contract.state)) return null;
    const milestones = await this.db.repo(ContractMilestone).findBy({ contractId: contract.id });
    const payments = await this.db.repo(ContractPayment).findBy({ contractId: contract.id });
    return closingByTime({ contract, milestones, payments, days: Number((await this.law.almanac()).law('days.contract.close').value) });
  }

  /** The morning look, a contract at a time; run again it closes nothing twice. */
  async round(): Promise<void> {
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const rows = await this.db.query<{ id: string }>(
        `SELECT c.id FROM contract c WHERE c.state IN ('active', 'waived') AND c.disputed_on IS NULL AND c.id > $1
            AND NOT EXISTS (SELECT 1 FROM contract_milestone m WHERE m.contract_id = c.id AND m.state NOT IN ('accepted', 'dropped')) ORDER BY c.id LIMIT ${AT_A_TIME}`, [after]);
      for (const { id } of rows) await this.db.transaction(() => this.look(id));
      const last = rows.at(-1);
      if (!last || rows.length < AT_A_TIME) return;
      after = last.id;
    }
  }

  private async look(id: string): Promise<void> {
    const contract = await this.db.lock(Contract, { id });
    const due = contract && (await this.dueOf(contract));
    if (!contract || !due) return;
    const left = daysBetween(this.clock.today(), due.on);
    const threshold = TOLD_BEFORE.find(days => left <= days);
    if (left > 0) return threshold === undefined ? undefined : this.warn(contract, due, threshold);
    await this.close(SYSTEM, contract, due);
  }

  private async close(actor: Actor, contract: Contract, { dueYuan }: DueClosing): Promise<void> {
    const now = this.clock.now();
    await this.db.repo(ContractPayment).update({ contractId: contract.id, state: 'recorded' }, { state: 'confirmed', reason: '期满未答复，视为收到', decidedAt: now });
    await this.db.repo(ContractProposal).update({ contractId: contract.id, state: 'open' }, { state: 'withdrawn', answer: '合同已按期满结清', answeredAt: now });
    await this.endings.close(contract, { dueYuan, how: 'time' });
    await this.records.tell({ actor, contract }, 'close-by-time', { zh: `全部验收、款项登记付清，期满无人提出异议，合同结清：${dueYuan} 元`, en: `Everything was accepted and stands as paid, nobody objected in time: closed at CNY ${dueYuan}` });
  }

  private async warn({ id, title, enterpriseId, firmId }: Contract, { on, dueYuan }: DueClosing, threshold: number): Promise<void> {
    const message = {
      topic: 'task' as const, subject: { type: 'contract', id }, key: `contract:${id}:closes:${on}:${threshold}`, title: { zh: `合同将于 ${on} 自动结清：${title}`, en: `The contract closes on ${on}: ${title}` },
      body: { zh: `成果已全部验收，${dueYuan} 元登记付清。有异议的，请在 ${on} 前退回付款登记或申请调解；没有异议的不用办理，结清后可以互评。`, en: `Everything was accepted and CNY ${dueYuan} stand as paid. Refuse the payment or ask for mediation before ${on} if you disagree; else there is nothing to do.` },
    };
    await this.notifier.notify({ ...message, to: { orgId: enterpriseId }, link: `/e/${enterpriseId}/contracts/${id}` });
    await this.notifier.notify({ ...message, to: { orgId: firmId }, link: `/f/${firmId}/contracts/${id}` });
  }
}
