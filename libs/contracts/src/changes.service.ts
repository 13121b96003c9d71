import { Injectable } from '@nestjs/common';
import { AwardedWorks, ProcurementLaw } from '@huanbao/marketplace';
import { Actor, Db, Outbox } from '@huanbao/platform';
import { Signatures } from '@huanbao/signatures';
import { ChangeContent, Contract, ContractMilestone, ContractPayment, ContractProposal } from './contract.entity';
import { nothingChanges, termsMissing, termsMoved, termsProblems } from './contract.errors';
import { drawContract } from './contract.paper';
import { ContractRecords } from './contract.records';
import { contractChanged } from './contracts.events';
import { ChangeFacts, changeProblems } from './terms/change';
import { differences } from './terms/difference';
import { ContractTerms, endOf } from './terms/terms';

const AGREED = '本单位同意变更后的合同条款。';

/** Changes of a contract in force: prepared with what they would replace, and carried out when the other side agrees. */
@Injectable()
export class ChangesService {
  constructor(
    private readonly db: Db,
    private readonly records: ContractRecords,
    private readonly signatures: Signatures,
    private readonly works: AwardedWorks,
    private readonly law: ProcurementLaw,
    private readonly outbox: Outbox,
  ) {}

  /** @throws 400 with everything that stands in the way, 422 when nothing would change */
  async prepare(contract: Contract, after: ContractTerms): Promise<ChangeContent> {
    const before = contract.terms;
    if (!before) throw termsMissing();
    const problems = changeProblems({ before, after, ...(await this.facts(contract)) });
    if (problems.length > 0) throw termsProblems(problems);
    if (differences(before, after).length === 0) throw nothingChanges();
    if (after.priceYuan !== before.priceYuan) await this.works.assertPrice(contract.taskId, after.priceYuan, '/terms/priceYuan');
    return { before, after };
  }

  /** The work may have gone on since it was proposed: what was delivered or paid meanwhile must not be changed by it. */
  async apply(actor: Actor, contract: Contract, proposal: ContractProposal): Promise<void> {
    const { before, after } = proposal.content as ChangeContent;
    const current = contract.terms as ContractTerms;
    if (contract.state !== 'active' || differences(before, current).length > 0 || changeProblems({ before, after, ...(await this.facts(contract)) }).length > 0) throw termsMoved();
    // the limits may have changed since it was proposed
    if (after.priceYuan !== before.priceYuan) await this.works.assertPrice(contract.taskId, after.priceYuan, '/terms/priceYuan');
    await this.writeMilestones(contract.id, after);
    Object.assign(contract, { terms: after, priceYuan: after.priceYuan, endsOn: endOf(after), revision: contract.revision + 1 });
    await this.keep(actor, contract, proposal);
    await this.records.save(contract);
    await this.outbox.publish(contractChanged, { contractId: contract.id });
  }

  private async facts(contract: Contract): Promise<Omit<ChangeFacts, 'before' | 'after'>> {
    const milestones = await this.db.repo(ContractMilestone).findBy({ contractId: contract.id });
    const payments = await this.db.repo(ContractPayment).findBy({ contractId: contract.id });
    const paid = payments.filter(one => one.milestoneId !== null && (one.state === 'recorded' || one.state === 'confirmed')).map(one => one.milestoneId as string);
    const fixed = new Set([...milestones.filter(one => one.state !== 'open' && one.state !== 'dropped').map(one => one.id), ...paid]);
    const mostRaisedPercent = Number((await this.law.almanac()).law('percent.raise').value);
    return { fixed, originalYuan: contract.bidPriceYuan, isPublic: contract.signByLaw, mostRaisedPercent };
  }

  private async writeMilestones(contractId: string, after: ContractTerms): Promise<void> {
    const known = await this.db.repo(ContractMilestone).findBy({ contractId });
    for (const [position, { id, name, dueOn, amountYuan, payableOn, deliverable }] of after.milestones.entries()) {
      const row = { position, name, dueOn, amountYuan, payableOn, deliverable };
      if (known.some(one => one.id === id)) await this.db.repo(ContractMilestone).update({ id, contractId }, row);
      else await this.db.repo(ContractMilestone).insert({ id, contractId, ...row, state: 'open', acceptedAt: null });
    }
    for (const one of known.filter(old => !after.milestones.some(now => now.id === old.id))) await this.db.repo(ContractMilestone).update({ id: one.id }, { state: 'dropped', position: after.milestones.length + one.position });
  }

  private async keep(actor: Actor, contract: Contract, proposal: ContractProposal): Promise<void> {
    const { id, number, title, revision } = contract;
    const terms = contract.terms as ContractTerms;
    await this.signatures.keep(actor, {
      subject: { type: 'contract', id }, ownerOrgId: actor.orgId as string, matter: 'contracts', regionCode: contract.regionCode, toAuthority: false,
      what: { zh: `同意合同变更：${title}`, en: `Agreed to a change of the contract: ${title}` }, agreed: AGREED,
      data: { contract: { id, number, title, revision }, proposal: { id: proposal.id, nth: proposal.nth, side: proposal.side, byName: proposal.byName, madeAt: proposal.madeAt, reason: proposal.reason }, content: proposal.content },
      draw: page => {
        drawContract(page, contract, terms);
        page.heading('本次变更', 2);
        page.keyValues([['提出', `${proposal.byName}：${proposal.reason}`], ...differences((proposal.content as ChangeContent).before, terms).map(one => [one.zh, `${one.from ?? '（无）'} → ${one.to ?? '（删除）'}`] as const)]);
      },
    });
  }
}
