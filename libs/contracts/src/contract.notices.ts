import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import { Db, Delivery, Handles } from '@huanbao/platform';
import { Contract, ContractMilestone, ContractPayment, ContractProposal, ContractSignature, Side } from './contract.entity';
import { otherSide } from './contract.records';
import { tellContractActivated, tellContractAgreed, tellContractClosed, tellContractProposed, tellContractReturned, tellContractSigned, tellContractTerminated, tellMilestonePayable, tellPaymentDecided, tellPaymentRecorded, tellProposalAnswered, tellProposalMade } from './contracts.jobs.definitions';
import { awaitsApproval } from './terms/terms';

interface Words {
  readonly zh: string;
  readonly en: string;
}

interface Told {
  readonly to: readonly Side[];
  /** Names the step: nobody is told twice. */
  readonly step: string;
  readonly title: Words;
  readonly body: Words;
}

type About = { readonly contractId: string };

const BOTH: readonly Side[] = ['enterprise', 'firm'];
const PROPOSED: Readonly<Record<ContractProposal['kind'], Words>> = { change: { zh: '合同变更', en: 'a change of the contract' }, termination: { zh: '解除合同', en: 'the end of the contract' }, settlement: { zh: '合同结算', en: 'the settlement' } };
const MONEY: Readonly<Record<ContractPayment['direction'], Words>> = { payment: { zh: '付款', en: 'payment' }, refund: { zh: '退款', en: 'refund' } };

/** Who is told what of a contract, once each. */
@Injectable()
export class ContractNotices {
  constructor(
    private readonly db: Db,
    private readonly notifier: Notifier,
  ) {}

  @Handles(tellContractProposed)
  proposed(about: About, delivery: Delivery): Promise<void> {
    return this.tell(about, delivery, contract => ({ to: ['firm'], step: `proposed-${contract.version}`, title: { zh: '请确认合同条款', en: 'Please agree to the contract' }, body: { zh: `${contract.enterpriseName}已起草合同。请核对价款、工期和里程碑后确认，或退回并说明理由。`, en: `${contract.enterpriseName} has drafted the contract. Agree to the terms, or send them back with a reason.` } }));
  }

  @Handles(tellContractReturned)
  returned(about: About, delivery: Delivery): Promise<void> {
    return this.tell(about, delivery, contract => ({ to: ['enterprise'], step: `returned-${contract.version}`, title: { zh: '合同条款被退回', en: 'The terms were sent back' }, body: { zh: `机构意见：${contract.returnedReason ?? ''}`, en: `The firm says: ${contract.returnedReason ?? ''}` } }));
  }

  @Handles(tellContractAgreed)
  agreed(about: About, delivery: Delivery): Promise<void> {
    return this.tell(about, delivery, contract => ({ to: BOTH, step: `agreed-${contract.version}`, title: { zh: '合同条款已确认，请签署', en: 'The terms are agreed: please sign' }, body: { zh: `请在 ${contract.signDue} 前由管理员签署，或上传盖章扫描件。`, en: `Sign by ${contract.signDue}, here or on paper with a scan.` } }));
  }

  @Handles(tellContractSigned)
  async signed(about: About, delivery: Delivery): Promise<void> {
    const [first] = await this.db.repo(ContractSignature).findBy({ contractId: about.contractId });
    await this.tell(about, delivery, contract => first && contract.state === 'agreed' ? { to: [otherSide(first.side)], step: `signed-${first.recordId}`, title: { zh: '对方已签署，请签署合同', en: 'The other side has signed: please sign' }, body: { zh: '双方签署后合同生效。', en: 'With your signature the contract is in force.' } } : null);
  }

  @Handles(tellContractActivated)
  activated(about: About, delivery: Delivery): Promise<void> {
    return this.tell(about, delivery, contract => ({ to: BOTH, step: `active-${contract.signedAt?.getTime() ?? ''}`, title: { zh: '合同已生效', en: 'The contract is in force' }, body: { zh: `合同期至 ${contract.endsOn ?? ''}。机构按里程碑提交成果，验收后付款。`, en: `Until ${contract.endsOn ?? ''}. Deliver by milestones; what was accepted is payable.` } }));
  }

  @Handles(tellMilestonePayable)
  async payable({ contractId, milestoneId }: About & { milestoneId: string }, delivery: Delivery): Promise<void> {
    const { name, amountYuan, approvedFor, ...milestone } = await this.db.repo(ContractMilestone).findOneByOrFail({ id: milestoneId });
    const step = `${awaitsApproval(milestone) ? 'accepted' : 'payable'}-${milestoneId}`;
    const approved = approvedFor ? { zh: `，主管部门已认可（${approvedFor}）`, en: ` and approved by the bureau (${approvedFor})` } : { zh: '', en: '' };
    const payable = {
      title: { zh: '里程碑可以付款', en: 'A milestone is payable' },
      body: { zh: `${name}已验收${approved.zh}，应付 ${amountYuan} 元。付款后请登记并上传凭证。`, en: `${name} was accepted${approved.en}: CNY ${amountYuan}. Record the payment with its voucher.` },
    };
    const waiting = {
      title: { zh: '里程碑已验收，主管部门认可后付款', en: 'A milestone was accepted; payable once the bureau approves' },
      body: { zh: `${name}已验收。合同约定主管部门认可后付款：请委托方在任务页“成果去向”登记用于哪份申请或报告，通过后自动变为可付款。`, en: `${name} was accepted. It is payable once the bureau approves: on the page of the task the client names the application or report it was used for.` },
    };
    await this.tell({ contractId }, delivery, () => (milestone.state === 'accepted' ? { to: BOTH, step, ...(awaitsApproval(milestone) ? waiting : payable) } : null));
  }

  @Handles(tellPaymentRecorded)
  async paid({ contractId, paymentId }: About & { paymentId: string }, delivery: Delivery): Promise<void> {
    const payment = await this.db.repo(ContractPayment).findOneByOrFail({ id: paymentId });
    const name = MONEY[payment.direction];
    await this.tell({ contractId }, delivery, () => ({ to: [payment.direction === 'payment' ? 'firm' : 'enterprise'], step: `payment-${paymentId}`, title: { zh: `请确认${name.zh}`, en: `Please confirm a ${name.en}` }, body: { zh: `对方登记${name.zh} ${payment.amountYuan} 元（${payment.paidOn}）。请核对到账后确认，未到账的退回。`, en: `CNY ${payment.amountYuan} of ${payment.paidOn}. Confirm it once received, or refuse it.` } }));
  }

  @Handles(tellPaymentDecided)
  async decided({ contractId, paymentId }: About & { paymentId: string }, delivery: Delivery): Promise<void> {
    const payment = await this.db.repo(ContractPayment).findOneByOrFail({ id: paymentId });
    const name = MONEY[payment.direction];
    const recorder: Side = payment.direction === 'payment' ? 'enterprise' : 'firm';
    await this.tell({ contractId }, delivery, () => {
      if (payment.state === 'withdrawn') return { to: [otherSide(recorder)], step: `payment-${paymentId}-over`, title: { zh: `${name.zh}登记已撤回`, en: `A recorded ${name.en} was withdrawn` }, body: { zh: `${payment.amountYuan} 元，理由：${payment.reason ?? ''}`, en: `CNY ${payment.amountYuan}: ${payment.reason ?? ''}` } };
      const confirmed = payment.state === 'confirmed';
      return { to: [recorder], step: `payment-${paymentId}-over`, title: confirmed ? { zh: `对方已确认${name.zh}`, en: `The ${name.en} was confirmed` } : { zh: `${name.zh}登记被退回`, en: `The ${name.en} was refused` }, body: { zh: `${payment.amountYuan} 元${payment.reason ? `，理由：${payment.reason}` : ''}`, en: `CNY ${payment.amountYuan}${payment.reason ? `: ${payment.reason}` : ''}` } };
    });
  }

  @Handles(tellProposalMade)
  async made({ contractId, proposalId }: About & { proposalId: string }, delivery: Delivery): Promise<void> {
    const proposal = await this.db.repo(ContractProposal).findOneByOrFail({ id: proposalId });
    const what = PROPOSED[proposal.kind];
    const atOnce = proposal.state === 'agreed' && proposal.answeredByName === null;
    await this.tell({ contractId }, delivery, () => ({
      to: [otherSide(proposal.side)], step: `proposal-${proposalId}`, title: atOnce ? { zh: '对方已通知解除合同', en: 'The other side has ended the contract' } : { zh: `请答复：${what.zh}`, en: `Please answer: ${what.en}` },
      body: { zh: `理由：${proposal.reason}${atOnce ? '。有异议的，可以协商、申请调解，或请求人民法院确认解除行为的效力（民法典第五百六十五条）' : ''}`, en: `Reason: ${proposal.reason}${atOnce ? '. If you disagree: talk, ask for mediation, or have a court decide (Civil Code art. 565)' : ''}` },
    }));
  }

  @Handles(tellProposalAnswered)
  async answered({ contractId, proposalId }: About & { proposalId: string }, delivery: Delivery): Promise<void> {
    const proposal = await this.db.repo(ContractProposal).findOneByOrFail({ id: proposalId });
    const what = PROPOSED[proposal.kind];
    const words = proposal.state === 'agreed' ? { zh: '对方已同意', en: 'Agreed to' } : proposal.state === 'refused' ? { zh: '对方不同意', en: 'Refused' } : { zh: '对方已撤回', en: 'Withdrawn' };
    await this.tell({ contractId }, delivery, () => ({ to: [proposal.state === 'withdrawn' ? otherSide(proposal.side) : proposal.side], step: `proposal-${proposalId}-over`, title: { zh: `${words.zh}：${what.zh}`, en: `${words.en}: ${what.en}` }, body: { zh: proposal.answer ? `说明：${proposal.answer}` : '请在合同页查看。', en: proposal.answer ? `Said: ${proposal.answer}` : 'See the page of the contract.' } }));
  }

  @Handles(tellContractTerminated)
  terminated(about: About, delivery: Delivery): Promise<void> {
    return this.tell(about, delivery, () => ({ to: BOTH, step: 'terminated', title: { zh: '合同已解除，请结算', en: 'The contract has ended: please settle' }, body: { zh: '请结清应付款项：一方提出结算金额，另一方确认。', en: 'One side proposes what is owed, the other one agrees.' } }));
  }

  @Handles(tellContractClosed)
  closed(about: About, delivery: Delivery): Promise<void> {
    return this.tell(about, delivery, contract => ({ to: BOTH, step: 'closed', title: { zh: '合同已结算', en: 'The contract is settled' }, body: { zh: `结算金额 ${contract.settledYuan ?? ''} 元。现在可以互评。`, en: `CNY ${contract.settledYuan ?? ''}. You can rate each other now.` } }));
  }

  private async tell({ contractId }: About, delivery: Delivery, told: (contract: Contract) => Told | null): Promise<void> {
    const contract = await this.db.repo(Contract).findOneByOrFail({ id: contractId });
    const message = told(contract);
    await delivery.complete(async () => {
      for (const side of message?.to ?? []) if (message) await this.send(contract, side, message);
    });
  }

  private send(contract: Contract, side: Side, { step, title, body }: Told): Promise<void> {
    const client = side === 'enterprise';
    return this.notifier.notify({
      to: client ? { orgId: contract.enterpriseId } : { orgId: contract.firmId }, topic: 'task', subject: { type: 'contract', id: contract.id }, key: `contract:${contract.id}:${step}`,
      title: { zh: `${title.zh}：${contract.title}`, en: `${title.en}: ${contract.title}` }, body, link: client ? `/e/${contract.enterpriseId}/contracts/${contract.id}` : `/f/${contract.firmId}/contracts/${contract.id}`,
    });
  }
}
