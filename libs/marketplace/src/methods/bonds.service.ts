import { Injectable } from '@nestjs/common';
import { addDays, addWorkingDays } from '@huanbao/calendar';
import { Actor, Clock, Db, invalidFields, newId, notFound, Outbox, shanghaiDate, violatedConstraint } from '@huanbao/platform';
import { ServiceTask } from '../marketplace.entity';
import { TaskRecords } from '../task.records';
import { TaskContracts } from '../work-contracts';
import { bondForfeited, bondNotAsked, bondRecorded } from './methods.errors';
import { tellProcedure } from './procedure.jobs';
import { BidBond } from './procedure.entity';
import type { Almanac } from './periods';
import { ProcurementLaw } from './procurement-law.service';

/** Bid bonds as records: who paid, and when it is to be returned. */
@Injectable()
export class Bonds {
  constructor(
    private readonly db: Db,
    private readonly records: TaskRecords,
    private readonly law: ProcurementLaw,
    private readonly contracts: TaskContracts,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Before the opening a firm sees its own and nobody else any: the payer of a bond is a bidder. */
  async of(actor: Actor, taskId: string): Promise<(BidBond & { returnDue: string | null })[]> {
    const task = await this.records.find(actor, taskId, 'task.bonds');
    const own = actor.orgKind === 'firm';
    if (!own && !payersKnown(task)) return [];
    const bonds = await this.db.repo(BidBond).find({ where: { taskId, ...(own ? { firmId: actor.orgId as string } : {}) }, order: { recordedAt: 'ASC' } });
    const periods = returnPeriods(await this.law.almanac());
    const signedAt = bonds.length > 0 ? await this.contracts.signedAt(taskId) : null;
    return bonds.map(bond => ({ ...bond, returnDue: returnDue({ ...task, signedAt }, bond, periods) }));
  }

  async pay(actor: Actor, taskId: string, input: { paidOn: string; reference: string }): Promise<void> {
    try {
      await this.db.transaction(async () => {
        const task = await this.records.lock(actor, taskId, 'task.pay-bond');
        if (task.bondYuan === null || task.state !== 'published') throw bondNotAsked();
        if (input.paidOn > this.clock.today()) throw invalidFields([{ pointer: '/paidOn', code: 'in-future', zh: '付款日期不能在今天以后', en: 'The day of payment cannot lie ahead.' }]);
        const bond = { id: newId(), taskId, firmId: actor.orgId as string, firmName: actor.orgName as string, amountYuan: task.bondYuan, paidOn: input.paidOn, reference: input.reference, returnedOn: null, forfeitedOn: null, recordedAt: this.clock.now() };
        await this.db.repo(BidBond).insert(bond);
        await this.records.audit({ actor, task }, 'pay-bond', { bondId: bond.id });
      });
    } catch (error) {
      if (violatedConstraint(error) === 'bid_bond_once') throw bondRecorded();
      throw error;
    }
  }

  /** The enterprise has returned it. */
  giveBack(actor: Actor, taskId: string, bondId: string, returnedOn: string): Promise<void> {
    return this.db.transaction(async () => {
      const task = await this.records.lock(actor, taskId, 'task.procedure');
      const bond = await this.db.lock(BidBond, { id: bondId, taskId });
      if (!bond || !payersKnown(task)) throw notFound();
      if (bond.forfeitedOn !== null) throw bondForfeited();
      if (returnedOn < bond.paidOn || returnedOn > this.clock.today()) throw invalidFields([{ pointer: '/returnedOn', code: 'day', zh: '退还日期应在付款之后、今天以前（含今天）', en: 'The day lies between the payment and today.' }]);
      await this.db.repo(BidBond).update({ id: bond.id }, { returnedOn });
      await this.records.tell({ actor, task }, 'return-bond', { zh: `退还${bond.firmName}的投标保证金`, en: `Bid bond returned to ${bond.firmName}`, audience: 'owner' }, { bondId });
      await this.outbox.enqueue(tellProcedure, { taskId, notice: 'bond-returned', ref: bondId, firmId: bond.firmId });
    });
  }
}

/** After an opening, or when there will be none: until then whoever paid is a bidder nobody knows. */
const payersKnown = (task: Pick<ServiceTask, 'openedAt' | 'firstOpenedAt' | 'state'>): boolean => task.openedAt !== null || task.firstOpenedAt !== null || task.state === 'failed' || task.state === 'cancelled';

interface Decided extends Pick<ServiceTask, 'regime' | 'awardedAt' | 'awardedFirmId' | 'state' | 'updatedAt'> {
  readonly signedAt: Date | null;
}

/** How long a bond is kept, by the dated rows of the law. */
interface ReturnPeriods {
  /** Days (招标投标法实施条例 第五十七条), under the law on government procurement working days (财政部令第 87 号 第三十八条). */
  readonly after: (date: string, regime: ServiceTask['regime']) => string;
  /** The last day to sign the contract (招标投标法 第四十六条). */
  readonly signBy: (date: string) => string;
}

export function returnPeriods({ law, calendar }: Pick<Almanac, 'law' | 'calendar'>): ReturnPeriods {
  const [days, sign] = [Number(law('days.bond.return').value), Number(law('days.sign').value)];
  return { after: (date, regime) => (regime === 'government' ? addWorkingDays(date, days, calendar).date : addDays(date, days)), signBy: date => addDays(date, sign) };
}

/** The last day to return a bond; null while nothing is decided. What waits for the contract is counted from its signing, before that from the last day for it. */
export function returnDue(task: Decided, bond: Pick<BidBond, 'firmId' | 'returnedOn' | 'forfeitedOn'>, { after, signBy }: ReturnPeriods): string | null {
  if (bond.returnedOn !== null || bond.forfeitedOn !== null) return null;
  const decided = task.awardedAt ?? (['failed', 'cancelled'].includes(task.state) ? task.updatedAt : null);
  if (!decided) return null;
  const day = shanghaiDate(decided);
  const contract = task.signedAt ? shanghaiDate(task.signedAt) : signBy(day);
  if (task.awardedFirmId === bond.firmId) return after(contract, task.regime);
  return task.regime === 'government' || !task.awardedFirmId ? after(day, task.regime) : after(contract, task.regime);
}
