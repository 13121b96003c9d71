import { AppError, FieldProblem, invalidFields } from '@huanbao/platform';
import type { RepairAnswer } from './rules/repairable';

const field = (pointer: string, code: string, zh: string, en: string): FieldProblem => ({ pointer, code, zh, en });
const rule = (code: string, zh: string, en: string, extra: Record<string, unknown> = {}): AppError => new AppError('rule', code, { zh, en }, { extra });
const conflict = (code: string, zh: string, en: string, extra: Record<string, unknown> = {}): AppError => new AppError('conflict', code, { zh, en }, { extra });

/** Why not, and what can be done. */
export function notRepairable({ why, from }: RepairAnswer): AppError {
  const day = from ?? '';
  switch (why) {
    case 'too-early': return rule('credit-repair.too-early', `最短公示期还没有满，${day} 起可以申请修复`, `The shortest period of publication is not over. Apply from ${day} on.`, { from });
    case 'barred': return rule('credit-repair.barred', `因虚假申请信用修复，${from === null ? '这条信息到期前不能再申请，到期后自动停止公示' : `${day} 起才可以再次申请`}。对该认定有异议的，可以提出异议`, `After a false application ${from === null ? 'this one cannot be repaired before it ends by itself' : `repair can be asked for again from ${day} on`}. You can appeal against that finding.`, { from });
    case 'expires-first': return rule('credit-repair.expires-first', '这条信息到期前达不到最短公示期，到期后自动停止公示，不需要申请', 'It ends by itself before repair could be asked for.');
    case 'never': return rule('credit-repair.never', '这类信息在公示期内不能修复，期满后自动停止公示。认为信息有误的，可以提出异议', 'This kind cannot be repaired; its publication ends by itself. If it is wrong, appeal.');
    case 'harmless': return rule('credit-repair.harmless', '这条信息不公示也不扣分，不需要修复', 'It is neither published nor counted: there is nothing to repair.');
    case 'appealed': return rule('credit-repair.appealed', '这条信息的异议正在处理，请等处理结果，或先撤回异议', 'An appeal against it is being looked at. Wait for its end, or withdraw it.');
    case 'suspended': return rule('credit-repair.suspended', '这条信息因复议或诉讼暂停计分，请等结果出来再申请', 'It is suspended by an appeal in court. Wait for the outcome.');
    case 'not-begun': return rule('credit-repair.not-begun', '这条信息还没有生效，生效后再申请', 'It has not begun yet.');
    case 'open': return repairOpen();
    default: return conflict('credit-repair.event-ended', '这条信息已经修复、撤销或到期，不需要再申请', 'It is repaired, revoked or over already.');
  }
}

export const repairOpen = (): AppError => conflict('credit-repair.open', '这条信息已有一件修复申请在办，请在“我的修复申请”里继续', 'An application for it is on its way already. Go on with that one.');
export const appealOpen = (): AppError => conflict('credit-appeal.open', '这条信息已有一件异议在办，请在“我的异议”里继续', 'An appeal against it is on its way already. Go on with that one.');
export const eventOver = (): AppError => conflict('credit-appeal.event-ended', '这条信息已经修复、撤销或到期，不需要提出异议', 'It is repaired, revoked or over already.');
export const eventLapsed = (): AppError => conflict('credit-case.event-ended', '这条信息已经撤销、修复或到期，本件不用再办，请刷新后查看', 'The event is revoked, repaired or over: nothing is left to decide. Reload.');
export const appealAtSource = (): AppError => rule('credit-appeal.at-source', '这条信息来自机构认定或记分决定，请在原认定处提出陈述或异议，撤销后信用记录随之撤销', 'It came from a finding or integrity points. Object there; credit follows.');

export const commitmentNeeded = (): AppError => invalidFields([field('/commitment', 'commitment', '请阅读并勾选信用修复承诺', 'Read the commitment and tick it.')]);
export const statementNeeded = (): AppError => invalidFields([field('/statement', 'statement', '请写明整改和履行情况，至少十个字', 'Say what was mended and performed, ten characters at least.')]);
export const groundsNeeded = (): AppError => invalidFields([field('/statement', 'statement', '请写明异议的事实和理由，至少十个字', 'Say what is wrong and why, ten characters at least.')]);
export const proofsMissing = (missing: readonly { readonly key: string; readonly title: string }[]): AppError => invalidFields(missing.map(({ key, title }) => field(`/proofs/${key}`, 'proof', `请上传：${title}`, `Upload: ${title}`)));
export const evidenceMissing = (): AppError => invalidFields([field('/proofs/evidence', 'proof', '请上传支持异议的证据', 'Upload evidence for the appeal.')]);
export const pointerUnknown = (nth: number): AppError => invalidFields([field(`/items/${nth}/pointer`, 'pointer', '请从列表中选择要补正的内容', 'Choose from the list what is to be completed.')]);
export const falsehoodNeeded = (): AppError => invalidFields([field('/falsehood', 'falsehood', '认定虚假的，请写明哪些内容不实、依据是什么', 'Say what is untrue and how it is known.')]);
export const dayAhead = (pointer: string): AppError => invalidFields([field(pointer, 'day', '日期不能晚于今天', 'The day must not be after today.')]);

export const correctedOnce = (times: number): AppError => rule('credit-repair.corrected', `补正只能告知 ${times} 次，请受理或作出不予受理决定`, `Completion is asked for ${times} time(s). Accept or reject it now.`);
export const otherPerson = (): AppError => rule('credit-case.other-person', '受理、核实、决定须由不同的人办理，请交同事办理', 'Acceptance, verification and decision are made by different persons. Ask a colleague.');
export const ownEntry = (): AppError => rule('credit-appeal.own-entry', '这条信息由您登记，异议须由其他人办理，请交同事办理', 'You entered this event: somebody else must deal with the appeal.');
export const notMended = (): AppError => rule('credit-repair.not-mended', '核实意见为未整改到位，不能准予修复。请退回重新核实，或不予修复', 'The verification says it is not mended. Send it back, or refuse.');
export const verifiedFalse = (): AppError => rule('credit-repair.verified-false', '核实意见没有认定虚假，不能按虚假申请处理。请退回重新核实', 'The verification did not find it false. Send it back first.');
export const clockPaused = (): AppError => conflict('credit-repair.paused', '计时还在暂停，请先恢复计时再提交核实意见', 'The clock stands. Resume it first.');

export const withdrawalNotGranted = (): AppError => conflict('credit-repair.not-granted', '只有已经准予、现在仍然有效的信用修复可以撤销', 'Only a repair that was granted and still holds can be withdrawn.');
export const withdrawalOpen = (): AppError => conflict('credit-repair.withdrawal-open', '这件修复已经提出撤销，请刷新后查看', 'Its withdrawal was proposed already. Reload.');
export const noWithdrawal = (): AppError => conflict('credit-repair.no-withdrawal', '没有待决定的撤销，请刷新后查看', 'There is no withdrawal to be decided. Reload.');
export const withdrawalStated = (): AppError => conflict('credit-repair.withdrawal-stated', '已经陈述过，补充内容请联系办理人员', 'You have stated your case already. Ask the officer to add to it.');
export const withdrawalOwn = (): AppError => rule('credit-repair.withdrawal-own', '撤销由您提出，须由另一人决定，请交同事办理', 'You proposed it: somebody else must decide.');
export const withdrawalTooEarly = (until: string): AppError => rule('credit-repair.withdrawal-early', `申请人可以在 ${until} 前陈述和申辩，期满或收到陈述后再决定`, `The party may state its case until ${until}. Decide after that, or once it has.`, { until });
export const withdrawalUntold = (): AppError => conflict('credit-repair.withdrawal-untold', '撤销信用修复事先告知书还没有送达，请先登记送达；陈述申辩的期限自送达次日起算', 'The notice was not served yet. Record its service; the time to speak runs from the day after.');
export const withdrawalEvidence = (): AppError => invalidFields([field('/evidenceFileId', 'file', '请先上传能证明材料虚假的证据', 'Upload the evidence first.')]);
