import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db, newId, shanghaiDate, violatedConstraint } from '@huanbao/platform';
import Decimal from 'decimal.js';
import { IsNull } from 'typeorm';
import { ServiceTask } from '../marketplace.entity';
import { taskPolicy } from '../marketplace.policy';
import { ProcurementLaw } from '../methods/procurement-law.service';
import { TaskGuards } from '../task-guards';
import { TaskRecords } from '../task.records';
import { TaskContracts } from '../work-contracts';
import type { PerformanceBondDto, RecordStepDto } from './after-award.dto';
import { AfterAwardRecord, PerformanceBond } from './after-award.entity';
import { bondDay, bondHigh, bondKnown, bondZero, noBond, stepDay, stepNotBegun, stepNotOwed } from './after-award.errors';
import type { AfterAwardStepView, AfterAwardView, PerformanceBondCapView, PerformanceBondView } from './after-award.view';
import { AFTER_AWARD, AfterAwardFacts, standingOf, StepStanding } from './steps';

/** What public money owes once the panel has judged: notices, reports, filings and the performance bond. */
@Injectable()
export class AfterAward {
  constructor(
    private readonly db: Db,
    private readonly records: TaskRecords,
    private readonly law: ProcurementLaw,
    private readonly contracts: TaskContracts,
    private readonly guards: TaskGuards,
    private readonly clock: Clock,
  ) {}

  /** For the two sides and the bureau. */
  async of(actor: Actor, taskId: string): Promise<AfterAwardView> {
    const task = await this.records.find(actor, taskId, 'task.deliveries');
    const runs = taskPolicy.may(actor, 'task.procedure', await this.records.partiesFor(actor, task));
    const rows = await this.recorded(task);
    const steps = (await this.standing(task)).map((one): AfterAwardStepView => {
      const { zh, en, proof, doneBy } = AFTER_AWARD[one.step];
      const record = rows.find(each => each.step === one.step);
      return { ...one, zh, en, proofZh: proof?.zh ?? null, proofEn: proof?.en ?? null, reference: record?.reference ?? null, recordedByName: record?.recordedByName ?? null, mayRecord: runs && doneBy === null && one.from !== null };
    });
    const bond = await this.bondOf(task);
    const cap = await this.capOf(task);
    return { steps, bond: bond && bondView(bond), cap, mayRecordBond: runs && cap !== null && (bond === null || bond.returnedOn !== null), mayReturnBond: runs && bond !== null && bond.returnedOn === null };
  }

  /** How the steps of a task stand today. */
  async standing(task: ServiceTask): Promise<StepStanding[]> {
    if (task.regime === 'voluntary') return [];
    const rows = await this.recorded(task);
    const [judgedAt, signedAt] = [await this.guards.judgedAt(task.id), task.awardedAt && (await this.contracts.signedAt(task.id))];
    const day = (at: Date | null): string | null => at && shanghaiDate(at);
    const facts: AfterAwardFacts = { regime: task.regime, method: task.method, judged: day(judgedAt), awarded: day(task.awardedAt), signed: day(signedAt), isHeld: task.awardedAt === null && (await this.guards.awardHeld(task.id)), recorded: new Map(rows.map(row => [row.step, row.doneOn])) };
    return standingOf(facts, this.clock.today(), await this.law.almanac());
  }

  /** Written again it replaces what stood; the history keeps both. */
  record(actor: Actor, taskId: string, { step, doneOn, reference }: RecordStepDto): Promise<void> {
    return this.db.transaction(async () => {
      const task = await this.records.lock(actor, taskId, 'task.procedure');
      const standing = (await this.standing(task)).find(one => one.step === step);
      if (!standing) throw stepNotOwed();
      if (standing.from === null || task.awardedAt === null) throw stepNotBegun();
      const today = this.clock.today();
      if (doneOn < standing.from || doneOn > today) throw stepDay(standing.from, today);
      await this.db.repo(AfterAwardRecord).upsert({ taskId, step, awardedAt: task.awardedAt, doneOn, reference, recordedBy: actor.userId, recordedByName: actor.name, recordedAt: this.clock.now() }, ['taskId', 'step', 'awardedAt']);
      const { zh, en } = AFTER_AWARD[step];
      await this.records.tell({ actor, task }, 'after-award', { zh: `${zh}：${doneOn}（${reference}）`, en: `${en}: ${doneOn} (${reference})` }, { step, doneOn, due: standing.due });
    });
  }

  async recordBond(actor: Actor, taskId: string, input: PerformanceBondDto): Promise<void> {
    try {
      await this.db.transaction(() => this.insertBond(actor, taskId, input));
    } catch (error) {
      if (violatedConstraint(error) === 'performance_bond_once') throw bondKnown();
      throw error;
    }
  }

  returnBond(actor: Actor, taskId: string, returnedOn: string): Promise<void> {
    return this.db.transaction(async () => {
      const task = await this.records.lock(actor, taskId, 'task.procedure');
      const bond = await this.db.lock(PerformanceBond, { taskId, returnedOn: IsNull() });
      if (!bond) throw noBond();
      const today = this.clock.today();
      if (returnedOn < bond.receivedOn || returnedOn > today) throw bondDay('/returnedOn', bond.receivedOn, today);
      await this.db.repo(PerformanceBond).update({ id: bond.id }, { returnedOn });
      await this.records.tell({ actor, task }, 'performance-bond-return', { zh: `退还履约保证金 ${bond.amountYuan} 元（${returnedOn}）`, en: `Performance bond of CNY ${bond.amountYuan} returned (${returnedOn})` }, { bondId: bond.id, returnedOn });
    });
  }

  private async insertBond(actor: Actor, taskId: string, { amountYuan, form, receivedOn, reference }: PerformanceBondDto): Promise<void> {
    const task = await this.records.lock(actor, taskId, 'task.procedure');
    if (task.regime === 'voluntary') throw stepNotOwed();
    const cap = await this.capOf(task);
    if (!cap || !task.awardedAt || !task.awardedFirmId || !task.awardedFirmName) throw stepNotBegun();
    if (new Decimal(amountYuan).lte(0)) throw bondZero();
    if (new Decimal(amountYuan).gt(cap.mostYuan)) throw bondHigh(cap.mostYuan, cap.percent);
    const [from, today] = [shanghaiDate(task.awardedAt), this.clock.today()];
    if (receivedOn < from || receivedOn > today) throw bondDay('/receivedOn', from, today);
    // that of an award which fell, or one that was written down wrongly, is given back first
    if (await this.db.repo(PerformanceBond).existsBy({ taskId, returnedOn: IsNull() })) throw bondKnown();
    const bond = { id: newId(), taskId, awardedAt: task.awardedAt, firmId: task.awardedFirmId, firmName: task.awardedFirmName, amountYuan: new Decimal(amountYuan).toFixed(2), form, receivedOn, reference, returnedOn: null, recordedByName: actor.name, recordedAt: this.clock.now() };
    await this.db.repo(PerformanceBond).insert(bond);
    await this.records.tell({ actor, task }, 'performance-bond', { zh: `登记履约保证金 ${bond.amountYuan} 元（${receivedOn}）`, en: `Performance bond of CNY ${bond.amountYuan} on record (${receivedOn})` }, { bondId: bond.id, mostYuan: cap.mostYuan });
  }

  private async recorded({ id: taskId, awardedAt }: ServiceTask): Promise<AfterAwardRecord[]> {
    return awardedAt ? this.db.repo(AfterAwardRecord).findBy({ taskId, awardedAt }) : [];
  }

  /** One that was not given back yet, else the last of the award that stands. */
  private async bondOf({ id: taskId, awardedAt }: ServiceTask): Promise<PerformanceBond | null> {
    const bonds = await this.db.repo(PerformanceBond).find({ where: { taskId }, order: { recordedAt: 'DESC' } });
    return bonds.find(one => one.returnedOn === null) ?? bonds.find(one => awardedAt !== null && one.awardedAt.getTime() === awardedAt.getTime()) ?? null;
  }

  /** 招标投标法实施条例 第五十八条; 政府采购法实施条例 第四十八条. */
  private async capOf({ regime, awardedAt, awardedPriceYuan }: ServiceTask): Promise<PerformanceBondCapView | null> {
    if (regime === 'voluntary' || !awardedAt || !awardedPriceYuan) return null;
    const { value: percent, basis, verified } = (await this.law.almanac()).law('percent.performance-bond');
    return { percent, basis, verified, mostYuan: new Decimal(awardedPriceYuan).times(percent).div(100).toDecimalPlaces(2, Decimal.ROUND_DOWN).toFixed(2) };
  }
}

const bondView = ({ amountYuan, form, receivedOn, reference, returnedOn, firmName, recordedByName }: PerformanceBond): PerformanceBondView => ({ amountYuan, form, receivedOn, reference, returnedOn, firmName, recordedByName });
