import { Injectable } from '@nestjs/common';
import { AwardedWork, AwardedWorks, ProcurementLaw } from '@huanbao/marketplace';
import { Actor, Clock, Db, newId, notFound, Numbering, Outbox } from '@huanbao/platform';
import { BY_LAW, signDueOf } from './award';
import { Contract, ContractSignature } from './contract.entity';
import { notAwardedYet, recallTooLate, termsMissing, termsProblems } from './contract.errors';
import { currentOf, follow } from './contract.flow';
import { ContractRecords } from './contract.records';
import { contractAgreed, contractProposed, contractReturned } from './contracts.events';
import type { ContractTermsDto } from './dto/contract.dto';
import { templateOf } from './terms/template';
import { ContractTerms, departures, inconsistencies } from './terms/terms';

const AT_WORK = ['awarded', 'delivered', 'rework'];

/** From the award to the text both sides agree on. */
@Injectable()
export class DraftingService {
  constructor(
    private readonly db: Db,
    private readonly records: ContractRecords,
    private readonly works: AwardedWorks,
    private readonly law: ProcurementLaw,
    private readonly numbering: Numbering,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The contract of an award comes into being with it, empty, with the day by which it is to be signed. Said twice, it is one. */
  async expect(work: AwardedWork): Promise<void> {
    const { award } = work;
    if (!award) return;
    const now = this.clock.now();
    const due = signDueOf(award.at, Number((await this.law.almanac()).law('days.sign').value));
    await this.db.repo(Contract).createQueryBuilder().insert().values({
      id: newId(), taskId: work.taskId, number: null, title: work.title, kind: work.kind, enterpriseId: work.enterpriseId, enterpriseName: work.enterpriseName, firmId: award.firmId, firmName: award.firmName,
      regionCode: work.regionCode, state: 'due', awardedAt: award.at, signDue: due, signByLaw: BY_LAW[work.regime] !== null, bidPriceYuan: award.priceYuan, bidDurationDays: award.durationDays,
      nextDue: due, revision: 1, version: 1, search: `${work.title} ${work.enterpriseName} ${award.firmName}`, createdAt: now, updatedAt: now,
    }).orIgnore().execute();
  }

  /** Terms from the template of the kind of service, to the price and period of the bid. A draft that is there stays as it is. */
  begin(actor: Actor, taskId: string): Promise<Contract> {
    return this.db.transaction(async () => {
      const work = await this.works.of(taskId);
      if (!work || work.enterpriseId !== actor.orgId) throw notFound();
      if (!work.award || !AT_WORK.includes(work.state)) throw notAwardedYet();
      await this.expect(work);
      const { id } = await this.db.repo(Contract).findOneByOrFail(currentOf(taskId));
      const contract = await this.records.lock(actor, id, 'contract.draft');
      if (contract.state !== 'due') return contract;
      const { priceYuan, durationDays } = work.award;
      const scope = work.description.length >= 10 ? work.description : `${work.title}。${work.description}`;
      contract.terms = templateOf({ kind: work.kind, scope, deliverables: work.deliverables, priceYuan, durationDays, startsOn: this.clock.today(), newId });
      await this.records.step(contract, 'draft');
      await this.records.tell({ actor, contract }, 'draft', { zh: '按模板起草合同', en: 'Drafted from the template' });
      return contract;
    });
  }

  /** @throws 400 with every term that departs from the bid or does not add up */
  write(actor: Actor, id: string, input: ContractTermsDto, version: number): Promise<Contract> {
    return this.db.transaction(async () => {
      const contract = await this.records.lock(actor, id, 'contract.draft', version);
      follow(contract.state, 'draft');
      contract.terms = writtenTerms(input, contract.terms);
      assertSound(contract, contract.terms);
      await this.records.step(contract, 'draft');
      await this.records.tell({ actor, contract }, 'write', { zh: '修改合同条款', en: 'Changed the terms' });
      return contract;
    });
  }

  propose(actor: Actor, id: string, version: number): Promise<Contract> {
    return this.db.transaction(async () => {
      const contract = await this.records.lock(actor, id, 'contract.draft', version);
      follow(contract.state, 'propose');
      if (!contract.terms) throw termsMissing();
      assertSound(contract, contract.terms);
      contract.returnedReason = null;
      contract.number ??= await this.numbering.code('contract', 'HT');
      contract.search = `${contract.number} ${contract.title} ${contract.enterpriseName} ${contract.firmName}`;
      await this.records.step(contract, 'propose');
      await this.records.tell({ actor, contract }, 'propose', { zh: '合同条款已发给服务机构确认', en: 'The terms were sent to the firm' });
      await this.outbox.publish(contractProposed, { contractId: id });
      return contract;
    });
  }

  /** The enterprise takes the text back to change it, as long as nobody but itself has signed. */
  recall(actor: Actor, id: string, version: number): Promise<Contract> {
    return this.db.transaction(async () => {
      const contract = await this.records.lock(actor, id, 'contract.draft', version);
      follow(contract.state, 'recall');
      const signatures = await this.db.repo(ContractSignature).findBy({ contractId: id });
      if (signatures.some(one => one.side === 'firm')) throw recallTooLate();
      await this.db.repo(ContractSignature).delete({ contractId: id });
      contract.paperFileId = null;
      await this.records.step(contract, 'recall');
      await this.records.tell({ actor, contract }, 'recall', { zh: '委托方收回合同条款修改', en: 'The client took the terms back to change them' });
      return contract;
    });
  }

  /** The version is the text the firm has read: what was changed meanwhile is not agreed to unseen. */
  agree(actor: Actor, id: string, version: number): Promise<Contract> {
    return this.db.transaction(async () => {
      const contract = await this.records.lock(actor, id, 'contract.agree', version);
      await this.records.step(contract, 'agree');
      await this.records.tell({ actor, contract }, 'agree', { zh: '服务机构确认合同条款', en: 'The firm agreed to the terms' });
      await this.outbox.publish(contractAgreed, { contractId: id });
      return contract;
    });
  }

  sendBack(actor: Actor, id: string, reason: string, version: number): Promise<Contract> {
    return this.db.transaction(async () => {
      const contract = await this.records.lock(actor, id, 'contract.agree', version);
      contract.returnedReason = reason;
      await this.records.step(contract, 'return');
      await this.records.tell({ actor, contract }, 'return', { zh: `服务机构退回修改：${reason}`, en: `The firm sent the terms back: ${reason}` }, { reason });
      await this.outbox.publish(contractReturned, { contractId: id });
      return contract;
    });
  }
}

/** What was sent as terms: milestones of these terms keep their id, others get one; every amount to the cent. */
export function writtenTerms(input: ContractTermsDto, before: ContractTerms | null): ContractTerms {
  const known = new Set(before?.milestones.map(one => one.id));
  const { priceYuan, startsOn, durationDays, scope, deliverables, acceptance, confidentiality, liability, disputes, other } = input;
  const milestones = input.milestones.map(({ id, name, dueOn, amountYuan, payableOn, deliverable }) => ({ id: id && known.delete(id) ? id : newId(), name, dueOn, amountYuan: cents(amountYuan), payableOn, deliverable }));
  return { priceYuan: cents(priceYuan), startsOn, durationDays, scope, deliverables, milestones, acceptance, confidentiality, liability, disputes, other };
}

const cents = (yuan: string): string => {
  const [whole = '0', fraction = ''] = yuan.split('.');
  return `${whole.replace(/^0+(?=\d)/, '')}.${fraction.padEnd(2, '0')}`;
};

function assertSound(contract: Contract, terms: ContractTerms): void {
  const problems = [...departures(terms, { priceYuan: contract.bidPriceYuan, durationDays: contract.bidDurationDays, byLaw: contract.signByLaw }), ...inconsistencies(terms)];
  if (problems.length > 0) throw termsProblems(problems);
}
