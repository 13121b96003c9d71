import { Injectable } from '@nestjs/common';
import { AwardUndoing } from '@huanbao/marketplace';
import { Actor, Clock, Db, Outbox } from '@huanbao/platform';
import { contractSignedAlready, leaveAfterConfirmed, rulingOpen, wordPending } from './cancellation.errors';
import { AwardCancellation } from './cancellation.entity';
import { CancellationStep, isOpenToRuling, proceed } from './cancellation.flow';
import { lastDayOf } from './months';
import { UNSIGNED } from '../contract.flow';
import type { RuleCancellationDto } from './cancellation.dto';
import { UnsignedPeriods } from './periods';
import { unsignedAwardDecided } from './unsigned.events';
import { Proceeding, UnsignedRecords } from './unsigned.records';

const STEPS: Readonly<Record<RuleCancellationDto['verdict'], CancellationStep>> = { upheld: 'uphold', revoked: 'revoke', confirmed: 'confirm', refused: 'refuse' };
const WORDS: Readonly<Record<RuleCancellationDto['verdict'], { zh: string; en: string }>> = {
  upheld: { zh: '裁定维持取消中选', en: 'The cancellation is upheld' },
  revoked: { zh: '裁定撤销取消，恢复中选', en: 'The cancellation is revoked and the award restored' },
  confirmed: { zh: '认定投诉成立：委托方应当签订合同', en: 'The complaint is justified: the client has to sign' },
  refused: { zh: '认定投诉不成立', en: 'The complaint is not justified' },
};

/** What the bureau rules on an objection and on a complaint, and what follows from it. */
@Injectable()
export class RulingsService {
  constructor(
    private readonly db: Db,
    private readonly records: UnsignedRecords,
    private readonly undoing: AwardUndoing,
    private readonly periods: UnsignedPeriods,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  rule(actor: Actor, id: string, { verdict, reason }: RuleCancellationDto, version: number): Promise<AwardCancellation> {
    return this.db.transaction(async () => {
      const proceeding = await this.records.lock(actor, id, 'award-cancellation.rule', version);
      const { row } = proceeding;
      proceed(row, STEPS[verdict]);
      if (row.kind === 'complaint' && row.statedAt === null && this.clock.now() <= row.statementDue) throw wordPending(row.statementDue);
      Object.assign(row, { ruling: reason, ruledAt: this.clock.now(), ruledByName: actor.name });
      await this.follow(actor, proceeding, verdict);
      await this.records.step(actor, proceeding, STEPS[verdict], { zh: `${WORDS[verdict].zh}：${reason}`, en: `${WORDS[verdict].en}: ${reason}` });
      await this.outbox.publish(unsignedAwardDecided, { cancellationId: id });
      return row;
    });
  }

  /** Its complaint was justified and nothing was signed since: the firm steps back, the procurement ends, its bond goes back to it. */
  leave(actor: Actor, id: string, version: number): Promise<AwardCancellation> {
    return this.records.act(actor, { id, action: 'award-cancellation.leave', version, side: 'own' }, async ({ row, contract }) => {
      if (row.state !== 'confirmed') throw leaveAfterConfirmed();
      if (!UNSIGNED.includes(contract.state)) throw contractSignedAlready();
      const { task } = await this.undoing.awardOf(contract.taskId);
      const words = { zh: '委托方不签合同经认定，机构退出中选，采购终止', en: 'The client would not sign: the firm steps back and the procurement ends' };
      await this.records.lapse(contract, words.zh);
      await this.undoing.abandon(actor, task, words);
      row.version += 1;
      await this.db.repo(AwardCancellation).save(row);
      await this.records.tell(actor, { row, contract }, 'leave', words);
    });
  }

  /** Held back until the cancellation can no longer fall. @throws 409 */
  async assertFinal(taskId: string): Promise<void> {
    const rows = await this.db.repo(AwardCancellation).findBy({ taskId, kind: 'cancellation' });
    const open = rows.find(row => isOpenToRuling(row, this.clock.now()));
    if (open) throw rulingOpen(open.state === 'cancelled' ? open.objectDue : null);
  }

  private async follow(actor: Actor, { row, contract }: Proceeding, verdict: RuleCancellationDto['verdict']): Promise<void> {
    if (verdict === 'upheld') await this.undoing.rulingPending(row.taskId, false);
    if (verdict === 'confirmed') row.effectUntil = lastDayOf(this.clock.today(), await this.periods.number('effect.months'));
    if (verdict !== 'revoked') return;
    const award = { bidId: row.bidId, firmId: row.firmId, firmName: row.firmName, priceYuan: row.priceYuan, reason: row.awardReason, at: row.awardedAt };
    await this.undoing.restore(actor, row.taskId, { award, words: { zh: `恢复${row.firmName}的中选资格（${row.enterpriseName}的取消经裁定撤销）`, en: `The award to ${row.firmName} was restored by the bureau` } });
    await this.records.revive(contract, await this.periods.signDue());
    if (row.bondYuan !== null) await this.undoing.release(row.taskId, row.firmId);
  }
}
