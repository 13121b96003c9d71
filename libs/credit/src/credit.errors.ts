import { AppError, FieldProblem, invalidFields } from '@huanbao/platform';
import type { SchemeFault } from './engine/scheme';

const field = (pointer: string, code: string, zh: string, en: string): FieldProblem => ({ pointer, code, zh, en });

export const sourceDiffers = (key: string): AppError =>
  new AppError('conflict', 'credit-event.source-differs', { zh: '同一来源的事件已经入账，但内容不同。请撤销原事件后另行登记，不能改写', en: 'This source is in the ledger with other content. Revoke that event and record a new one; nothing is rewritten.' }, { extra: { key } });

export const eventLater = (): AppError => invalidFields([field('/occurredOn', 'later', '日期还没有到，请填写行为发生的日期', 'This day has not come. Enter the day on which it happened.')]);
export const validBefore = (): AppError => invalidFields([field('/validFrom', 'before', '生效日期不能早于行为发生日期', 'The effect cannot begin before it happened.')]);
export const validSpan = (): AppError => invalidFields([field('/validUntil', 'span', '有效期止须不早于生效日期', 'The last day must not be before the first.')]);
export const typeNotOfSubject = (): AppError => invalidFields([field('/type', 'subject', '这类事件不适用于该主体，请重新选择', 'This type of event is not for such a subject. Choose another.')]);
export const readingNeeds = (): AppError => invalidFields([field('/indicator', 'reading', '指标取值须选择指标；只有指标取值可以填写数值', 'A reading names its indicator; only readings carry values.')]);
export const entryEvidenceNeeded = (): AppError => invalidFields([field('/evidenceFileId', 'evidence', '请先上传依据文书（处罚决定书、检查笔录、认定材料等），再提交', 'Upload the document it rests on, then submit.')]);
export const subjectUnknown = (): AppError => invalidFields([field('/subjectId', 'subject', '请选择本辖区的企业或服务机构', 'Choose an enterprise or firm of your region.')]);
export const dayOutside = (): AppError => invalidFields([field('/day', 'day', '只能查询今天及以前的日期', 'Only today and days before can be asked.')]);
export const schemeUnknown = (): AppError => invalidFields([field('/scheme', 'scheme', '这一天没有这个方案，请换一个方案或日期', 'This scheme does not hold on that day. Choose another scheme or day.')]);
export const eventUnknown = (pointer: string): AppError => invalidFields([field(pointer, 'event', '没有这条事件，请从列表中选择', 'There is no such event. Choose from the list.')]);

export const entryTaken = (): AppError => new AppError('conflict', 'credit-entry.taken', { zh: '这条登记已经提交过，请在列表中查看', en: 'This entry was submitted before; see the list.' });
export const entryTwoPersons = (): AppError => new AppError('rule', 'credit-entry.two-persons', { zh: '这条登记须由登记人以外的另一名工作人员确认，请交同事办理', en: 'This entry is confirmed by somebody other than who made it. Ask a colleague.' });
export const entryState = (): AppError => new AppError('conflict', 'credit-entry.state', { zh: '这条登记已经有了结果，请刷新后查看', en: 'This entry has been decided. Reload.' });
export const revocationOpen = (): AppError => new AppError('conflict', 'credit-entry.revocation-open', { zh: '这条事件的撤销正在等待另一人确认，不必重复提出', en: 'A revocation of this event waits for a second person already.' });
export const alreadyRevoked = (): AppError => new AppError('conflict', 'credit-event.revoked', { zh: '这条事件已经撤销', en: 'This event is revoked already.' });
export const sourceRevokes = (): AppError => new AppError('rule', 'credit-event.from-source', { zh: '这条事件来自其他办件，请在来源处撤销，信用记录会随之撤销', en: 'This event came from another record. Revoke it there; credit follows.' });

export const schemeOverlaps = (): AppError => new AppError('conflict', 'credit-scheme.overlaps', { zh: '同一方案在这段日期已有生效的版本，两个版本不能在同一天生效。请把生效日期改到现行版本之后，或先确定现行版本的截止日期', en: 'A version of this scheme holds on these days already; two never hold on one day. Choose a later first day, or end the present version first.' });
export const forceOverlaps = (): AppError => new AppError('conflict', 'credit-scheme.force-overlaps', { zh: '这段日期已确定适用另一方案，同一天只能适用一个方案。请改选其他日期', en: 'Another scheme has its effect on these days; one only. Choose other days.' });
export const schemeState = (): AppError => new AppError('conflict', 'credit-scheme.state', { zh: '只有草案可以修改、发布或删除。要改变现行方案，请先复制为草案', en: 'Only drafts are changed, published or withdrawn. Copy the scheme to a draft first.' });
export const schemeTwoPersons = (): AppError => new AppError('rule', 'credit-scheme.two-persons', { zh: '方案须由起草人以外的另一人发布，请交同事办理', en: 'A scheme is published by somebody other than who drafted it. Ask a colleague.' });
export const schemeBegun = (): AppError => invalidFields([field('/effectiveFrom', 'past', '生效日期须晚于今天：已经评出的等级不因新方案改变', 'It must begin after today: grades that were given stay as they are.')]);
export const schemeFaults = (faults: readonly SchemeFault[]): AppError => invalidFields(faults.map(fault => field(fault.row === null ? '/rows' : `/rows/${fault.row}`, fault.code, fault.zh, fault.en)));

export const forceOpen = (): AppError => new AppError('conflict', 'credit-scheme.force-open', { zh: '这一类主体已有一项“确定适用”等待另一人决定', en: 'For this kind of subject a proposal waits for a second person already.' });
export const forceDecided = (): AppError => new AppError('conflict', 'credit-scheme.force-decided', { zh: '这一项已经决定过了，请刷新页面', en: 'This was decided already. Reload the page.' });
export const runOpen = (): AppError => new AppError('conflict', 'credit-run.open', { zh: '全部重算正在进行，请等它完成', en: 'Everything is being computed anew already. Wait for it to finish.' });
export const runNotFailed = (): AppError => new AppError('conflict', 'credit-run.not-failed', { zh: '这次计算没有中止，不用继续', en: 'This run did not fail; there is nothing to resume.' });

export interface Held {
  readonly who: string;
  readonly gradeTitle: string;
  readonly scheme: string;
  /** The list it comes from; null when it comes from the grade. */
  readonly listed: { readonly list: string; readonly documentNo: string } | null;
  readonly measure: string;
  readonly basis: string;
  readonly verified: boolean;
}

const because = ({ who, gradeTitle, scheme, listed, measure, basis, verified }: Held): { zh: string; en: string } => ({
  zh: `${who}${listed ? `已列入${listed.list}（${listed.documentNo}）` : `按${scheme}为${gradeTitle}`}，规定“${measure}”（依据：${basis}${verified ? '' : '，未核实'}）`,
  en: `${who} ${listed ? `is on the list ${listed.list} (${listed.documentNo})` : `stands at ${gradeTitle} (${scheme})`}; the rule says “${measure}” (${basis}${verified ? '' : ', not verified'})`,
});

/** Where the reason stands and what ends it. */
const remedy = ({ listed }: Held): { zh: string; en: string } => listed
  ? { zh: '请在“失信名单”查看决定书和移出条件；符合条件后申请移出，移出后即可报价', en: 'See the decision and its conditions under the supervision list; ask to be removed when they are met, then it may bid.' }
  : { zh: '请在“环境信用”查看原因；整改后申请信用修复，或对认定提出异议，等级恢复后即可报价', en: 'See why under Credit; ask for repair after mending, or object; with the grade restored it may bid.' };

export const biddingStopped = (held: Held): AppError =>
  new AppError('rule', 'credit.bidding-stopped', { zh: `${because(held).zh}，现在不能报价或接受委托。${remedy(held).zh}`, en: `${because(held).en}: it may not bid or accept work now. ${remedy(held).en}` }, { extra: { ...held } });

/** In a list of reasons: who is stopped, by which rule. */
export const stoppedReason = (held: Held): { zh: string; en: string } => because(held);

export const invitedStopped = (held: Held): FieldProblem => field('/invitedFirmIds', 'credit', `${because(held).zh}，现在不能承接。请换一家机构`, `${because(held).en}. Choose another firm.`);

export const acceptanceStopped = (held: Held): AppError =>
  new AppError('rule', 'credit.acceptance-stopped', { zh: `${because(held).zh}，暂不能受理。请先核实整改和信用修复情况；确有依据不予受理的，请在三个工作日内作出不予受理决定，逾期视为受理`, en: `${because(held).en}: not to be accepted now. Check mending and repair first; if it is to be rejected, decide within three working days, or silence accepts it.` }, { extra: { ...held } });
