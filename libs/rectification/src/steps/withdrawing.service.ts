import { Injectable } from '@nestjs/common';
import { CaseRecord } from '@huanbao/casework';
import { Actor, Db, Outbox } from '@huanbao/platform';
import { Rectification, RectificationSupervision } from '../entities';
import { notNow, secondPerson, withdrawAsked, withdrawNotAsked } from '../rectification.errors';
import { rectificationWithdrawn } from '../rectification.events';
import { RectificationActs, type Step, told, type Who } from './acting';

const NOT_ASKED = { withdrawAskedBy: null, withdrawAskedByName: null, withdrawReason: null } as const;

/** 撤销 of a wrongly issued notice: one person proposes, another decides; also after the case was closed. What followed in credit is taken back. */
@Injectable()
export class RectificationWithdrawing {
  constructor(
    private readonly db: Db,
    private readonly acts: RectificationActs,
    private readonly outbox: Outbox,
  ) {}

  ask(who: Who, reason: string): Promise<void> {
    return this.acts.note(who, { need: 'rectification.handle', text: { zh: '提出撤销通知', en: 'Withdrawal proposed' }, action: 'rectification.ask-withdrawal', details: { reason }, visibility: 'bureau' }, async row => {
      if (row.issuedAt === null || row.withdrawnAt !== null) throw notNow();
      if (row.withdrawAskedBy !== null) throw withdrawAsked();
      await this.db.repo(Rectification).update({ id: row.id }, { withdrawAskedBy: who.actor.userId, withdrawAskedByName: who.actor.name, withdrawReason: reason });
      await this.acts.tellPost(row, 'bureau.approver', { key: `withdraw:${this.acts.now.getTime()}`, zh: '提出撤销整改通知', en: 'Withdrawal of a notice proposed', body: { zh: `${row.number ?? ''}：${reason}`, en: reason } });
    });
  }

  async decide(step: Step, { approved, reason }: { readonly approved: boolean; readonly reason: string }): Promise<void> {
    await this.db.transaction(async () => {
      const c = await this.db.lock(CaseRecord, { id: step.id, kind: 'rectification' });
      if (!approved) return this.acts.note(step, { need: 'rectification.approve', text: { zh: '不同意撤销通知', en: 'The withdrawal was refused' }, action: 'rectification.refuse-withdrawal', details: { reason }, visibility: 'bureau' }, async row => {
        this.check(step, row);
        await this.db.repo(Rectification).update({ id: row.id }, NOT_ASKED);
      });
      if (c?.state !== 'closed') return this.acts.act(step, 'withdraw', { reason, change: row => this.takeBack(step.actor, row) });
      return this.acts.note(step, { need: 'rectification.approve', text: { zh: `销号后撤销通知：${reason}`, en: 'The notice was withdrawn after the case was closed' }, action: 'rectification.withdraw', details: { reason } }, async row => {
        await this.db.repo(Rectification).update({ id: row.id }, await this.takeBack(step.actor, row));
      });
    });
  }

  private async takeBack(actor: Actor, row: Rectification): Promise<Partial<Rectification>> {
    this.check({ actor }, row);
    await this.db.repo(RectificationSupervision).createQueryBuilder().update().set({ outcome: 'lifted', endedAt: this.acts.now, endedReason: '通知已撤销' }).where('rectificationId = :id AND endedAt IS NULL', { id: row.id }).execute();
    await this.outbox.publish(rectificationWithdrawn, told(row));
    await this.acts.tellEnterprise(row, { key: 'withdrawn', zh: '责令改正通知已撤销', en: 'The notice was withdrawn', body: { zh: `${row.paper?.number ?? ''} 已撤销：${row.withdrawReason ?? ''}`, en: `${row.paper?.number ?? ''} was withdrawn.` } });
    return { withdrawnAt: this.acts.now, withdrawnByName: actor.name };
  }

  private check({ actor }: Pick<Step, 'actor'>, row: Rectification): void {
    if (row.withdrawnAt !== null) throw notNow();
    if (row.withdrawAskedBy === null) throw withdrawNotAsked();
    if (row.withdrawAskedBy === actor.userId) throw secondPerson();
  }
}
