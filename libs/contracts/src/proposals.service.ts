import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db, newId, notFound, Outbox, violatedConstraint } from '@huanbao/platform';
import Decimal from 'decimal.js';
import { Contract, ContractMilestone, ContractProposal, ProposalKind, ProposalState } from './contract.entity';
import { OWING } from './contract.flow';
import { decidedAlready, dueTooMuch, groundNeeded, milestonesOpen, notInForce, ownRecord, proposalOpen, standsStill } from './contract.errors';
import { ContractRecords, SIDE_EN, SIDE_ZH, sideOf } from './contract.records';
import { ChangesService } from './changes.service';
import { contractProposalAnswered, contractProposalMade } from './contracts.events';
import type { ContractTermsDto, ProposeTerminationDto } from './dto/contract.dto';
import { writtenTerms } from './drafting.service';
import { UnwrittenContracts } from './unwritten.service';
import { EndingService } from './ending.service';
import { BY_AGREEMENT, GROUNDS } from './grounds';

const KINDS: Readonly<Record<ProposalKind, { zh: string; en: string }>> = {
  change: { zh: '变更', en: 'a change' },
  termination: { zh: '解除', en: 'an end' },
  settlement: { zh: '结算', en: 'the settlement' },
};

interface Made {
  readonly kind: ProposalKind;
  readonly reason: string;
  readonly content: ContractProposal['content'];
}

/** One side proposes, the other answers: changes, ends and settlements, one at a time. */
@Injectable()
export class ProposalsService {
  constructor(
    private readonly db: Db,
    private readonly records: ContractRecords,
    private readonly changes: ChangesService,
    private readonly endings: EndingService,
    private readonly unwritten: UnwrittenContracts,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  change(actor: Actor, id: string, input: { reason: string; terms: ContractTermsDto }): Promise<ContractProposal> {
    return this.open(actor, id, async contract => {
      if (contract.state !== 'active') throw notInForce();
      if (contract.disputedOn !== null) throw standsStill();
      const content = await this.changes.prepare(contract, writtenTerms(input.terms, contract.terms));
      return { kind: 'change', reason: input.reason, content };
    });
  }

  /** By agreement it waits for the other side; by notice on a ground of the law it ends the contract when it is given (民法典 第五百六十五条): only by who may sign for the organisation. */
  terminate(actor: Actor, id: string, input: ProposeTerminationDto): Promise<ContractProposal> {
    return this.open(actor, id, async contract => {
      if (contract.state !== 'active' && !(await this.unwritten.isInHand(contract))) throw notInForce();
      const ground = input.ground ? GROUNDS[input.ground] : undefined;
      if (input.way === 'notice' && !ground) throw groundNeeded();
      const content = { way: input.way, ground: input.way === 'notice' ? (input.ground as string) : null, basis: input.way === 'notice' ? (ground?.basis ?? '') : BY_AGREEMENT };
      return { kind: 'termination', reason: input.reason, content };
    }, input.way === 'notice' ? 'contract.sign' : 'contract.propose');
  }

  settle(actor: Actor, id: string, input: { dueYuan: string; reason: string }): Promise<ContractProposal> {
    return this.open(actor, id, async contract => {
      if (!OWING.includes(contract.state)) throw notInForce();
      const undone = await this.db.repo(ContractMilestone).createQueryBuilder('m').where(`m.contractId = :id AND m.state NOT IN ('accepted', 'dropped')`, { id }).orderBy('m.position').getMany();
      if (contract.state === 'active' && undone.length > 0) throw milestonesOpen(undone.map(one => one.name));
      if (new Decimal(input.dueYuan).gt(contract.priceYuan as string)) throw dueTooMuch(contract.priceYuan as string);
      return { kind: 'settlement', reason: input.reason, content: { dueYuan: new Decimal(input.dueYuan).toFixed(2) } };
    });
  }

  agree(actor: Actor, id: string, proposalId: string, comment: string): Promise<ContractProposal> {
    return this.answer(actor, { id, proposalId, state: 'agreed', text: comment });
  }

  refuse(actor: Actor, id: string, proposalId: string, reason: string): Promise<ContractProposal> {
    return this.answer(actor, { id, proposalId, state: 'refused', text: reason });
  }

  withdraw(actor: Actor, id: string, proposalId: string, reason: string): Promise<ContractProposal> {
    return this.answer(actor, { id, proposalId, state: 'withdrawn', text: reason });
  }

  private async open(actor: Actor, id: string, made: (contract: Contract) => Promise<Made>, right: 'contract.propose' | 'contract.sign' = 'contract.propose'): Promise<ContractProposal> {
    try {
      return await this.db.transaction(async () => this.store(actor, await this.records.lock(actor, id, right), made));
    } catch (error) {
      if (violatedConstraint(error) === 'contract_proposal_one_open') throw proposalOpen();
      throw error;
    }
  }

  private async store(actor: Actor, contract: Contract, made: (contract: Contract) => Promise<Made>): Promise<ContractProposal> {
    const { id } = contract;
    const { kind, reason, content } = await made(contract);
    const before = await this.db.repo(ContractProposal).findBy({ contractId: id });
    const atOnce = kind === 'termination' && 'way' in content && content.way === 'notice';
    const others = before.filter(one => one.state === 'open');
    if (others.length > 0 && !atOnce) throw proposalOpen();
    for (const other of others) await this.db.repo(ContractProposal).update({ id: other.id }, { state: 'withdrawn', answer: '合同已单方解除', answeredAt: this.clock.now() });
    const side = sideOf(actor, contract);
    const proposal = this.db.repo(ContractProposal).create({
      id: newId(), contractId: id, kind, nth: before.length + 1, side, byName: actor.name, reason, content, state: atOnce ? 'agreed' : 'open', madeAt: this.clock.now(), answeredByName: null, answer: null, answeredAt: atOnce ? this.clock.now() : null,
    });
    await this.db.repo(ContractProposal).insert(proposal);
    if (atOnce) await this.endings.terminate(actor, contract, proposal);
    else await this.records.save(contract);
    const words = atOnce ? { zh: `${SIDE_ZH[side]}通知解除合同`, en: `Ended by notice of ${SIDE_EN[side]}` } : { zh: `${SIDE_ZH[side]}提出${KINDS[kind].zh}`, en: `${KINDS[kind].en} was proposed by ${SIDE_EN[side]}` };
    await this.records.tell({ actor, contract }, `propose-${kind}`, { zh: `${words.zh}：${reason}`, en: `${words.en}: ${reason}` }, { proposalId: proposal.id });
    await this.outbox.publish(contractProposalMade, { contractId: id, proposalId: proposal.id });
    return proposal;
  }

  private answer(actor: Actor, { id, proposalId, state, text }: { id: string; proposalId: string; state: Exclude<ProposalState, 'open'>; text: string }): Promise<ContractProposal> {
    return this.db.transaction(async () => {
      const contract = await this.records.lock(actor, id, state === 'withdrawn' ? 'contract.propose' : 'contract.answer');
      const proposal = await this.db.lock(ContractProposal, { id: proposalId, contractId: id });
      if (!proposal) throw notFound();
      if (proposal.state !== 'open') throw decidedAlready();
      if ((proposal.side === sideOf(actor, contract)) !== (state === 'withdrawn')) throw ownRecord();
      Object.assign(proposal, { state, answer: text, answeredByName: actor.name, answeredAt: this.clock.now() });
      await this.db.repo(ContractProposal).save(proposal);
      const words = { agreed: { zh: '同意', en: 'Agreed to' }, refused: { zh: '不同意', en: 'Refused' }, withdrawn: { zh: '撤回', en: 'Withdrew' } }[state];
      await this.records.tell({ actor, contract }, `${proposal.kind}-${state}`, { zh: `${words.zh}${KINDS[proposal.kind].zh}${text ? `：${text}` : ''}`, en: `${words.en} ${KINDS[proposal.kind].en}${text ? `: ${text}` : ''}` }, { proposalId });
      if (state === 'agreed') await this.follow(actor, contract, proposal);
      else await this.records.save(contract);
      await this.outbox.publish(contractProposalAnswered, { contractId: id, proposalId });
      return proposal;
    });
  }

  private follow(actor: Actor, contract: Contract, proposal: ContractProposal): Promise<void> {
    switch (proposal.kind) {
      case 'change':
        return this.changes.apply(actor, contract, proposal);
      case 'termination':
        return this.endings.terminate(actor, contract, proposal);
      case 'settlement':
        return this.endings.settle(actor, contract, proposal);
    }
  }
}
