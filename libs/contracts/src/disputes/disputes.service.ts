import { Injectable } from '@nestjs/common';
import { addDays, daysBetween } from '@huanbao/calendar';
import { Files } from '@huanbao/documents';
import { Actor, Audit, Clock, Db, newId, notFound, Outbox, violatedConstraint } from '@huanbao/platform';
import Decimal from 'decimal.js';
import { Contract, ContractMilestone } from '../contract.entity';
import { closesTooMuch, disputeOpen, disputeOver, notClosable, notInForce, notYourDispute, scanForeign } from '../contract.errors';
import { OWING } from '../contract.flow';
import { ContractRecords, SIDE_EN, SIDE_ZH, sideOf } from '../contract.records';
import { contractDisputeConcluded, contractDisputeOpened, contractDisputeStated, contractDisputeTaken } from '../contracts.events';
import { mayCloseByMediation } from '../closing/closing.rules';
import { EndingService } from '../ending.service';
import { ContractTerms, endOf } from '../terms/terms';
import { ContractDispute, ContractStatement, DisputeState, OPEN_STATES } from './dispute.entity';
import { DisputeAction, disputePolicy } from './dispute.policy';

const ENDED: Readonly<Record<'settled' | 'failed' | 'withdrawn', { zh: string; en: string }>> = {
  settled: { zh: '争议调解成功', en: 'Settled in mediation' },
  failed: { zh: '争议调解未成', en: 'The mediation failed' },
  withdrawn: { zh: '争议撤回', en: 'The dispute was withdrawn' },
};

interface Conclusion {
  readonly id: string;
  readonly action: DisputeAction;
  readonly state: 'settled' | 'failed' | 'withdrawn';
  readonly text: string;
  readonly closesYuan: string | null;
}

/** A dispute before the bureau: opened by a side, heard, concluded. Milestones stand still meanwhile. */
@Injectable()
export class DisputesService {
  constructor(
    private readonly db: Db,
    private readonly records: ContractRecords,
    private readonly files: Files,
    private readonly endings: EndingService,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async open(actor: Actor, contractId: string, input: { claim: string; amountYuan?: string | null }): Promise<ContractDispute> {
    try {
      return await this.db.transaction(() => this.begin(actor, contractId, input));
    } catch (error) {
      if (violatedConstraint(error) === 'contract_dispute_one_open') throw disputeOpen();
      throw error;
    }
  }

  /** What a side or the mediator says, with papers uploaded to the dispute. */
  state(actor: Actor, id: string, input: { text: string; fileIds: string[] }): Promise<ContractDispute> {
    return this.db.transaction(async () => {
      const dispute = await this.lock(actor, id, 'contract-dispute.state');
      const known = new Set((await this.files.list('contract-dispute', id)).map(file => file.id));
      if (input.fileIds.some(one => !known.has(one))) throw scanForeign('/fileIds');
      const side = actor.orgKind === 'bureau' ? 'bureau' : sideOf(actor, dispute);
      await this.db.repo(ContractStatement).insert({ id: newId(), disputeId: id, side, byName: actor.name, text: input.text, fileIds: input.fileIds, at: this.clock.now() });
      await this.audit.record({ actor, action: 'contract-dispute.state', subject: { type: 'contract-dispute', id }, details: { fileIds: input.fileIds } });
      await this.outbox.publish(contractDisputeStated, { disputeId: id });
      return dispute;
    });
  }

  /** An officer takes it up; both sides learn who. */
  take(actor: Actor, id: string): Promise<ContractDispute> {
    return this.db.transaction(async () => {
      const dispute = await this.lock(actor, id, 'contract-dispute.mediate');
      if (dispute.state === 'mediating') return dispute;
      const contract = await this.db.repo(Contract).findOneByOrFail({ id: dispute.contractId });
      Object.assign(dispute, { state: 'mediating', takenByName: actor.name, takenAt: this.clock.now() });
      await this.db.repo(ContractDispute).save(dispute);
      await this.records.tell({ actor, contract }, 'dispute-taken', { zh: `生态环境部门受理调解：${actor.name}`, en: `The bureau has taken up the mediation: ${actor.name}` }, { disputeId: id });
      await this.outbox.publish(contractDisputeTaken, { disputeId: id });
      return dispute;
    });
  }

  /** With `closesYuan` the outcome closes the contract, whatever one side says: what is owed stands, and both may rate. */
  conclude(actor: Actor, id: string, input: { outcome: 'settled' | 'failed'; text: string; closesYuan?: string | null }): Promise<ContractDispute> {
    return this.end(actor, { id, action: 'contract-dispute.mediate', state: input.outcome, text: input.text, closesYuan: input.closesYuan ?? null });
  }

  /** Whoever opened it takes it back. */
  withdraw(actor: Actor, id: string, reason: string): Promise<ContractDispute> {
    return this.end(actor, { id, action: 'contract-dispute.withdraw', state: 'withdrawn', text: reason, closesYuan: null });
  }

  private async begin(actor: Actor, contractId: string, { claim, amountYuan }: { claim: string; amountYuan?: string | null }): Promise<ContractDispute> {
    const contract = await this.records.lock(actor, contractId, 'contract.dispute');
    if (!OWING.includes(contract.state)) throw notInForce();
    if (contract.disputedOn !== null) throw disputeOpen();
    const side = sideOf(actor, contract);
    const { enterpriseId, firmId, regionCode, search } = contract;
    const dispute = this.db.repo(ContractDispute).create({
      id: newId(), contractId, enterpriseId, firmId, regionCode, side, claim, amountYuan: amountYuan ? new Decimal(amountYuan).toFixed(2) : null, state: 'open', openedByName: actor.name, openedAt: this.clock.now(),
      takenByName: null, takenAt: null, outcome: null, closesYuan: null, concludedByName: null, concludedAt: null, daysPaused: null, search,
    });
    await this.db.repo(ContractDispute).insert(dispute);
    contract.disputedOn = this.clock.today();
    await this.records.save(contract);
    await this.records.tell({ actor, contract }, 'dispute', { zh: `${SIDE_ZH[side]}申请调解，里程碑期限暂停：${claim}`, en: `Mediation was asked for by ${SIDE_EN[side]}; milestones stand still: ${claim}` }, { disputeId: dispute.id });
    await this.outbox.publish(contractDisputeOpened, { disputeId: dispute.id });
    return dispute;
  }

  private end(actor: Actor, { id, action, state, text, closesYuan }: Conclusion): Promise<ContractDispute> {
    return this.db.transaction(async () => {
      const dispute = await this.lock(actor, id, action);
      const contract = await this.db.lock(Contract, { id: dispute.contractId });
      if (!contract) throw notFound();
      if (state === 'withdrawn' && dispute.side !== sideOf(actor, contract)) throw notYourDispute();
      if (closesYuan !== null) await this.assertClosable(contract, closesYuan);
      const daysPaused = daysBetween(contract.disputedOn ?? this.clock.today(), this.clock.today());
      await this.prolong(contract, daysPaused);
      Object.assign(dispute, { state: state as DisputeState, outcome: text, closesYuan, concludedByName: actor.name, concludedAt: this.clock.now(), daysPaused });
      await this.db.repo(ContractDispute).save(dispute);
      contract.disputedOn = null;
      if (closesYuan !== null) await this.endings.close(contract, { dueYuan: new Decimal(closesYuan).toFixed(2), how: 'mediation' });
      else await this.records.save(contract);
      const later = daysPaused > 0 && contract.state === 'active' ? { zh: `；未完成的里程碑顺延 ${daysPaused} 天`, en: `; open milestones move by ${daysPaused} days` } : { zh: '', en: '' };
      const closed = closesYuan === null ? { zh: '', en: '' } : { zh: `；合同按 ${new Decimal(closesYuan).toFixed(2)} 元结清，未付清的部分仍应支付`, en: `; the contract is closed at CNY ${new Decimal(closesYuan).toFixed(2)}, what is unpaid of it stays owed` };
      await this.records.tell({ actor, contract }, `dispute-${state}`, { zh: `${ENDED[state].zh}：${text}${later.zh}${closed.zh}`, en: `${ENDED[state].en}: ${text}${later.en}${closed.en}` }, { disputeId: id });
      await this.outbox.publish(contractDisputeConcluded, { disputeId: id });
      return dispute;
    });
  }

  private async assertClosable(contract: Contract, closesYuan: string): Promise<void> {
    if (!mayCloseByMediation(contract.state, await this.db.repo(ContractMilestone).findBy({ contractId: contract.id }))) throw notClosable();
    if (new Decimal(closesYuan).gt(contract.priceYuan as string)) throw closesTooMuch(contract.priceYuan as string);
  }

  /** The days a dispute took are nobody's delay: what is not accepted yet, and the end of the contract, move by them. */
  private async prolong(contract: Contract, days: number): Promise<void> {
    if (days <= 0 || contract.state !== 'active' || !contract.terms) return;
    const open = await this.db.repo(ContractMilestone).createQueryBuilder('m').where(`m.contractId = :id AND m.state NOT IN ('accepted', 'dropped')`, { id: contract.id }).getMany();
    for (const one of open) await this.db.repo(ContractMilestone).update({ id: one.id }, { dueOn: addDays(one.dueOn, days) });
    const moved = new Set(open.map(one => one.id));
    const terms: ContractTerms = { ...contract.terms, durationDays: contract.terms.durationDays + days, milestones: contract.terms.milestones.map(one => (moved.has(one.id) ? { ...one, dueOn: addDays(one.dueOn, days) } : one)) };
    Object.assign(contract, { terms, endsOn: endOf(terms) });
  }

  private async lock(actor: Actor, id: string, action: DisputeAction): Promise<ContractDispute> {
    const dispute = await this.db.lock(ContractDispute, { id });
    disputePolicy.require(actor, action, dispute);
    if (!dispute) throw notFound();
    if (!OPEN_STATES.includes(dispute.state)) throw disputeOver();
    return dispute;
  }
}
