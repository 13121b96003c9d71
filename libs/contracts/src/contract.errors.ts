import { STANDING_MOMENTS } from '@huanbao/marketplace';
import { AppError, FieldProblem, invalidFields } from '@huanbao/platform';

const field = (pointer: string, code: string, zh: string, en: string): AppError => invalidFields([{ pointer, code, zh, en }]);

export const termsProblems = (errors: readonly FieldProblem[]): AppError => invalidFields(errors);

export const notAwardedYet = (): AppError =>
  new AppError('conflict', 'contract.not-awarded', { zh: '任务还没有定标，或已经结束，没有可以订立的合同。请先定标', en: 'The task has not been awarded, or has ended: there is nothing to contract for yet.' });

export const termsMissing = (): AppError =>
  new AppError('conflict', 'contract.no-terms', { zh: '合同条款还没有填写，请先起草并保存', en: 'The terms have not been written yet. Draft and save them first.' });

export const signedAlready = (): AppError =>
  new AppError('conflict', 'contract.signed-already', { zh: '本单位已经签署，请等待对方签署', en: 'Your side has signed; the other one has to sign.' });

/** The firm lost its standing between the award and the signature. */
export const firmStanding = (reasons: readonly { readonly zh: string; readonly en: string }[]): AppError => {
  const way = STANDING_MOMENTS.signing;
  return new AppError('rule', 'contract.firm-standing', { zh: `机构现在不符合任务要求的资格，合同不能签署：${reasons.map(one => one.zh).join('；')}。${way.zh}`, en: `The firm does not meet the requirements now, the contract cannot be signed: ${reasons.map(one => one.en).join('; ')}. ${way.en}.` }, { extra: { reasons } });
};

export const recallTooLate = (): AppError =>
  new AppError('conflict', 'contract.recall-too-late', { zh: '对方已经签署，不能再收回。需要修改的，请在生效后提出变更', en: 'The other side has signed: propose a change once the contract is in force.' });

export const paperPending = (): AppError =>
  new AppError('conflict', 'contract.paper-pending', { zh: '合同文本正在生成，请稍后再下载', en: 'The paper is being drawn. Try again shortly.' }, { extra: { retryAfterSeconds: 5 } });

export const scanNeeded = (): AppError => field('/fileId', 'scan', '请先上传双方盖章的合同扫描件', 'Upload the scan of the sealed paper first.');
export const scanForeign = (pointer = '/fileId'): AppError => field(pointer, 'files', '文件不存在或不属于这里，请重新上传', 'The file does not exist or does not belong here. Upload it again.');

/** A file nobody may open proves nothing to the other side. */
export function assertClean({ scanState }: { readonly scanState: string }, pointer: string): void {
  if (scanState === 'infected') throw field(pointer, 'infected', '这个文件带有病毒，对方打不开。请重新扫描或导出后再上传', 'This file carries a virus, the other side cannot open it. Scan it anew and upload it again.');
  if (scanState === 'pending') throw field(pointer, 'scan-pending', '这个文件还在查毒，请过一会儿再提交', 'This file is still being checked for viruses. Try again in a moment.');
}

export const disputeOpen = (): AppError =>
  new AppError('conflict', 'contract.dispute-open', { zh: '这份合同已有争议在调解，请在该争议中陈述', en: 'A dispute of this contract is with the bureau already. Make your statement there.' });

export const disputeOver = (): AppError =>
  new AppError('conflict', 'contract.dispute-over', { zh: '这件争议已经办结，请刷新页面查看结果', en: 'This dispute has ended. Reload the page.' });

export const notYourDispute = (): AppError =>
  new AppError('rule', 'contract.dispute-not-yours', { zh: '争议由提出的一方撤回；您可以提交陈述', en: 'Only the side that brought the dispute withdraws it; you may make a statement.' });

export const notClosable = (): AppError =>
  field('/closesYuan', 'not-closable', '只有已解除，或成果已全部验收的合同才能由调解结清。还有未完成里程碑的，请双方先验收或解除', 'A mediation closes only a contract that was ended, or whose work was all accepted.');
export const closesTooMuch = (most: string): AppError => field('/closesYuan', 'too-much', `结清金额不能超过合同价 ${most} 元`, `Not more than the price of the contract, CNY ${most}.`);

/** Milestones stand still while the bureau mediates. */
export const standsStill = (): AppError =>
  new AppError('conflict', 'contract.disputed', { zh: '合同争议正在调解，里程碑暂停，期限也暂停计算。调解结束或撤回后继续', en: 'A dispute is in mediation: milestones and their days stand still until it ends.' });

export const contractPerformed = (): AppError =>
  new AppError('conflict', 'contract.performed', { zh: '合同已经履行，不再撤销；造成的损失由当事人依法请求赔偿（政府采购质疑和投诉办法第三十二条第一款第四项）', en: 'The contract has been performed and is not revoked; damages are claimed between the parties.' });

export const notInForce = (): AppError =>
  new AppError('conflict', 'contract.not-in-force', { zh: '合同还没有生效或已经结束。双方签署后才能办理这一步', en: 'The contract is not in force: this step needs both signatures, and ends with the contract.' });

export const workUnsigned = (): AppError =>
  new AppError('conflict', 'contract.unsigned', { zh: '合同还没有签订。双方签署后，再按里程碑提交成果', en: 'The contract has not been signed. Deliver by milestones once both have signed.' });

export const milestoneNeeded = (): AppError => field('/milestoneId', 'milestone', '请选择这次提交属于合同的哪个里程碑', 'Say which milestone of the contract this delivers.');
export const milestoneUnknown = (): AppError => field('/milestoneId', 'milestone', '合同里没有这个里程碑，或它不需要提交成果、已经提交或验收。请重新选择', 'The contract has no such milestone, or it needs no delivery or has been delivered. Choose again.');

export const notPayable = (): AppError =>
  field('/milestoneId', 'not-payable', '这个里程碑还没有验收，尚不到付款的时候。请先验收，或选择已到期的里程碑', 'This milestone has not been accepted yet. Accept it first, or choose one that is due.');

export const tooMuch = (openYuan: string): AppError =>
  field('/amountYuan', 'too-much', `超过这个里程碑未付的金额，最多还可登记 ${openYuan} 元`, `More than is open for this milestone: at most CNY ${openYuan}.`);

export const refundTooMuch = (paidYuan: string): AppError =>
  field('/amountYuan', 'too-much', `超过已确认收到的金额，最多可退 ${paidYuan} 元`, `More than was confirmed as received: at most CNY ${paidYuan}.`);

export const paidInFuture = (): AppError => field('/paidOn', 'future', '付款日期不能晚于今天，请按凭证填写', 'The day of payment cannot lie ahead; take it from the voucher.');

export const notYoursToRecord = (): AppError =>
  new AppError('rule', 'contract.payment-side', { zh: '付款由委托方登记、机构确认；退款由机构登记、委托方确认', en: 'Payments are recorded by the client and confirmed by the firm; refunds the other way round.' });

export const ownRecord = (): AppError =>
  new AppError('rule', 'contract.own-record', { zh: '本单位登记或提出的事项由对方确认，本单位可以撤回', en: 'What your side recorded or proposed is for the other side to answer; you may withdraw it.' });

export const decidedAlready = (): AppError =>
  new AppError('conflict', 'contract.decided', { zh: '这件事项已经处理过，请刷新页面查看结果', en: 'This has been decided already. Reload the page.' });

export const proposalOpen = (): AppError =>
  new AppError('conflict', 'contract.proposal-open', { zh: '还有一件变更、解除或结算等待答复，请先处理它', en: 'A change, an end or a settlement is waiting for an answer. Deal with it first.' });

export const nothingChanges = (): AppError =>
  new AppError('rule', 'contract.no-change', { zh: '新条款与现行条款相同，没有需要变更的内容', en: 'The terms are the same as those in force.' });

export const milestoneFixed = (nth: number, name: string): AppError =>
  field(nth < 0 ? '/milestones' : `/milestones/${nth}`, 'milestone-fixed', `里程碑“${name}”已提交、验收或有付款，不能修改或删除，请照原样保留`, `"${name}" was delivered, accepted or paid for: keep it as it is.`);

export const termsMoved = (): AppError =>
  new AppError('conflict', 'contract.terms-moved', { zh: '提出之后合同又有进展，这份变更与现状不符。请退回，由对方重新提出', en: 'The contract has moved on since this was proposed. Refuse it, and let it be proposed anew.' });

export const raisedTooMuch = (limitYuan: string): AppError =>
  field('/priceYuan', 'raised-too-much', `招标或政府采购的合同，追加金额合计不超过原合同价的 10%（政府采购法第四十九条；招标项目参照），最多 ${limitYuan} 元。超过的须另行采购`, `Under public procurement additions may not exceed 10 % of the original price: at most CNY ${limitYuan}. More needs a procurement of its own.`);

export const groundNeeded = (): AppError => field('/ground', 'ground', '单方解除须选择法定或约定的事由', 'Ending it on one side alone needs a ground of the law or of the contract.');

export const milestonesOpen = (names: readonly string[]): AppError =>
  new AppError('conflict', 'contract.milestones-open', { zh: `还有里程碑没有验收：${names.join('、')}。全部验收后结算；不再履行的，请先解除合同`, en: `Not accepted yet: ${names.join(', ')}. Settle when all are, or end the contract first.` });

export const dueTooMuch = (priceYuan: string): AppError => field('/dueYuan', 'too-much', `结算金额不能超过合同价 ${priceYuan} 元`, `Not more than the price of CNY ${priceYuan}.`);

export const paymentsPending = (): AppError =>
  new AppError('conflict', 'contract.payments-pending', { zh: '还有付款登记没有得到对方确认，请先确认或退回', en: 'A recorded payment has not been confirmed yet. Confirm or refuse it first.' });

export const notBalanced = (dueYuan: string, paidYuan: string): AppError =>
  new AppError('conflict', 'contract.not-balanced', { zh: `已确认的付款净额是 ${paidYuan} 元，结算金额是 ${dueYuan} 元。请先登记并确认差额的付款（或退款），再同意结算`, en: `CNY ${paidYuan} were confirmed, CNY ${dueYuan} are settled. Record and confirm the difference before agreeing.` }, { extra: { dueYuan, paidYuan } });

export const ratingBeforeEnd = (): AppError =>
  new AppError('conflict', 'rating.contract-open', { zh: '合同结算后才能评价', en: 'Ratings open when the contract has been settled.' });

export const nothingLeft = (): AppError =>
  new AppError('conflict', 'contract.nothing-left', { zh: '合同的里程碑都已验收，没有需要另行委托的部分', en: 'All milestones were accepted: nothing is left to engage somebody else for.' });

export const placedAlready = (): AppError =>
  new AppError('conflict', 'deliverable.placed', { zh: '这份成果已经归入，或不是检测报告。请刷新页面查看', en: 'This deliverable has its place already, or is no monitoring report. Reload the page.' });

export const notYourPermit = (): AppError => field('/permitId', 'permit', '请选择本单位有效的排污许可证', 'Choose a permit of your own that is in force.');

export const noResultsHere = (): AppError =>
  new AppError('conflict', 'contract.no-results', { zh: '这份合同不是自行监测，或委托方还没有有效的排污许可证，不用结果表', en: 'This contract is not about self-monitoring, or the client has no permit in force: there is no workbook of results.' });

export const whichPermit = (permits: readonly { readonly id: string; readonly number: string; readonly siteName: string }[]): AppError =>
  new AppError('conflict', 'contract.which-permit', { zh: '委托方有几个有效的排污许可证，请先选择监测的是哪一个', en: 'The client has several permits in force. Say which one was monitored.' }, { extra: { permits: permits.map(({ id, number, siteName }) => ({ id, number, siteName })) } });
