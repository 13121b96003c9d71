import { AppError, FieldProblem, invalidFields } from '@huanbao/platform';
import type { SectionKey, Text } from './form/field';
import { sectionOf } from './form/form';

export const sectionsIncomplete = (sections: readonly SectionKey[]): AppError =>
  new AppError(
    'rule',
    'permit.sections-incomplete',
    { zh: `还有 ${sections.length} 节没有填完：${sections.map(key => sectionOf(key).title.zh).join('、')}`, en: `${sections.length} section(s) are not complete: ${sections.map(key => sectionOf(key).title.en).join(', ')}.` },
    { extra: { sections } },
  );

export const recordDiffers = (fields: readonly string[], name: string): AppError =>
  new AppError(
    'rule',
    'permit.record-differs',
    { zh: `表中的单位名称或统一社会信用代码与已核验的单位档案（${name}）不一致，请在“排污单位基本情况”点“从企业档案填入”，重新校核后再提交`, en: `Name or credit code differ from the verified record (${name}). Use “from the record” in the section of the unit, run the review again and submit.` },
    { extra: { pointers: fields.map(one => `/basic/${one}`) } },
  );

export const reviewNeeded = (state: 'none' | 'running' | 'outdated'): AppError =>
  new AppError(
    'rule',
    'permit.review-needed',
    {
      zh: state === 'running' ? '机器校核正在进行，请等它完成后再提交' : state === 'outdated' ? '校核之后内容、日期或者所依据的规则和参考限值有变化，请重新校核再提交' : '请先进行机器校核，再提交',
      en: state === 'running' ? 'The machine review is running. Wait for it before submitting.' : state === 'outdated' ? 'The content, the day, or the rules and limits it rests on changed after the review. Run it again.' : 'Run the machine review before submitting.',
    },
    { extra: { review: state } },
  );

export const findingsOpen = (count: number): AppError =>
  new AppError('rule', 'permit.findings-open', { zh: `机器校核有 ${count} 处错误，请改正后重新校核再提交；认为判断有误的，可以逐条提出异议`, en: `The machine review found ${count} error(s). Mend them and run it again, or contest those that are none.` }, { extra: { errors: count } });

export const onlyErrorsContested = (): AppError =>
  invalidFields([{ pointer: '/reason', code: 'level', zh: '提示不影响提交，不用提出异议', en: 'A warning stops nobody; it need not be contested.' }]);

export const contestedOpen = (count: number): AppError =>
  new AppError('rule', 'permit.contested', { zh: `申请人对 ${count} 处校核错误有异议，还没有判断或者异议不成立。请逐条判断：异议成立的“不采纳”该条校核，不成立的要求补正`, en: `The applicant contests ${count} error(s). Rule on each: overrule the finding, or ask for a correction.` }, { extra: { contested: count } });

export const commitmentNeeded = (): AppError =>
  invalidFields([{ pointer: '/commitment', code: 'commitment', zh: '请阅读守法承诺并勾选后提交', en: 'Read and tick the commitment before submitting.' }]);

export const commitmentAwaited = (): AppError =>
  new AppError('rule', 'permit.commitment-awaited', {
    zh: '授权委托里没有“签章”，守法承诺要由企业管理员签署。请通知企业在核对页签署后再提交；签署后内容有改动的，需要重新签署',
    en: 'Your mandate does not cover signing: the commitment is the enterprise’s to sign. Ask it to sign on the check page, then submit; a later change needs a new signature.',
  });

export const openApplication = (id: string): AppError =>
  new AppError('conflict', 'permit.open-application', { zh: '这个场所已有在办的申请，请继续办理那一件', en: 'This site has an open application. Continue that one.' }, { extra: { applicationId: id } });

export const sameOfficer = (): AppError =>
  new AppError('rule', 'permit.same-officer', { zh: '您参与了本件的审查（主审、提过审查意见或者承担过一部分审查），不能再由您作决定，请由另一位批准人办理', en: 'You took part in the review of this case, as its lead, by an opinion or with a part of it, and cannot decide it. Another approver has to.' });

export const overallOpinionNeeded = (): AppError =>
  new AppError('rule', 'permit.opinion-needed', { zh: '审查人还没有提出总体意见，暂不能决定', en: 'The reviewer has not given an overall opinion yet.' });

export const certificatePending = (): AppError =>
  new AppError('unavailable', 'permit.certificate-pending', { zh: '许可证正在生成，请稍后再下载', en: 'The certificate is being drawn. Try again shortly.' }, { extra: { retryAfterSeconds: 5 } });

export const certificateEnded = (endedOn: string | null): AppError =>
  new AppError('conflict', 'permit.certificate-ended', {
    zh: `许可证已于 ${endedOn ?? ''} 终止，不再提供证书下载；当前状态和依据见核验页面`, en: `The permit ended on ${endedOn ?? ''}; its certificate is handed out no more. See the check page.`,
  });

export const numberNeeded = (): AppError =>
  invalidFields([{ pointer: '/number', code: 'number', zh: '请填写全国排污许可证管理信息平台生成的许可证编号（22 位）', en: 'Enter the number given by the national platform (22 characters).' }]);

export const numberWrong = (problem: { zh: string; en: string }): AppError => invalidFields([{ pointer: '/number', code: 'number', ...problem }]);

export const numberForeign = (): AppError =>
  invalidFields([{ pointer: '/number', code: 'number-owner', zh: '许可证编号的前 18 位应是本单位的统一社会信用代码，请核对是否填成了其他单位的编号', en: 'The number must begin with the enterprise’s own credit code. Is it somebody else’s?' }]);

export const numberAllocated = (): AppError =>
  invalidFields([{ pointer: '/number', code: 'number-allocated', zh: '本地按 HJ 608 自动编号，不需要填写', en: 'Numbers are allocated here by HJ 608; leave it out.' }]);

export const numberTaken = (): AppError =>
  new AppError('conflict', 'permit.number-taken', { zh: '这个许可证编号已经用过，请核对国家平台上的编号', en: 'This permit number is in use. Check it on the national platform.' });

export const fileNotYours = (pointers: readonly string[]): AppError =>
  invalidFields(pointers.map(pointer => ({ pointer, code: 'file', zh: '附件不存在或不属于本申请，请重新上传', en: 'The file does not exist or belongs elsewhere. Upload it again.' })));

export const enterpriseNeeded = (): AppError =>
  invalidFields([{ pointer: '/enterpriseId', code: 'enterprise', zh: '请选择为哪家企业办理', en: 'Choose the enterprise you act for.' }]);

export const notEditable = (): AppError =>
  new AppError('conflict', 'permit.sealed', { zh: '申请已提交或已办结，现在不能修改', en: 'The application has been submitted or closed and cannot be changed now.' });

export const fromRecord = (pointers: readonly string[]): AppError =>
  invalidFields(pointers.map(pointer => ({ pointer, code: 'from-record', zh: '这一项取自已核验的单位档案，请到“本单位”修改', en: 'This comes from the verified organisation record. Change it there.' })));

export const sectionProblems = (problems: readonly FieldProblem[]): AppError => invalidFields(problems.slice(0, 200));

export const reasonsForUnmet = (pointers: readonly string[]): AppError =>
  invalidFields(pointers.map(pointer => ({ pointer, code: 'condition', zh: '请判断是否符合，并写明理由（依据的材料或不符合的情形）', en: 'Judge the condition and give the reason: what it rests on, or what is not met.' })));

export const reasonNeeded = (): AppError =>
  invalidFields([{ pointer: '/reason', code: 'reason', zh: '请写明不采纳的理由', en: 'Give the reason for overruling the finding.' }]);

export const findingClosed = (): AppError =>
  new AppError('conflict', 'permit.closed', { zh: '申请已办结，不能再处理校核意见', en: 'The application is closed; findings can no longer be judged.' });

export const notReviewing = (): AppError =>
  new AppError('conflict', 'permit.not-reviewing', { zh: '只有审查中的申请可以提意见，请先开始审查', en: 'Opinions are given while under review. Begin the review first.' });

export const unknownPlaces = (pointers: readonly string[]): AppError =>
  invalidFields(pointers.map(pointer => ({ pointer, code: 'place', zh: '表单里没有这个位置，请从表单中重新选择要补正的内容', en: 'The form has no such place. Choose it from the form.' })));

export const numberKept = (number: string): AppError =>
  invalidFields([{ pointer: '/number', code: 'number-kept', zh: `许可证编号不变，仍为 ${number}，请删去填写的编号`, en: `The permit keeps its number ${number}. Leave it out.` }]);

export const permitEnded = (): AppError =>
  new AppError('conflict', 'permit.ended', { zh: '这张许可证已经注销、撤销、吊销或撤回，不能再颁发新的版本，请办结本件并告知申请人', en: 'This permit has ended; no further version can be issued. Close the case and tell the applicant.' });

export const cannotBegin = (why: Text, permitId: string | null): AppError => new AppError('rule', 'permit.cannot-begin', why, { extra: { permitId } });

export const wrongReasons = (faults: readonly { readonly pointer: string; readonly zh: string; readonly en: string }[]): AppError =>
  invalidFields(faults.map(fault => ({ ...fault, code: 'reason' })));

export const unmetNeeded = (): AppError =>
  invalidFields([{ pointer: '/conditions', code: 'condition', zh: '四项条件都符合时应当准予许可；拟不予许可的，请标明哪一项不符合及理由', en: 'With all four conditions met the permit is granted. Say which one is not met, and why.' }]);

export const partTaken = (name: string): AppError =>
  new AppError('conflict', 'permit.part-taken', { zh: `这一部分已由${name}审查，需要换人请办理移交`, en: `${name} reviews this part. Hand it over to change that.` });

export const partDone = (): AppError => new AppError('conflict', 'permit.part-done', { zh: '这一部分的意见已经提交；需要修改的，由主审人选“重新审查”', en: 'This has been handed in already. The lead reviewer may open it again.' });

export const countersignDone = (): AppError => new AppError('conflict', 'permit.countersign-done', { zh: '会签意见已经提交，不能再改；需要补充的，请经办人再次请您会签', en: 'Your countersign is in already. To add something, let the officer ask you again.' });

export const countersignWithdrawn = (): AppError => new AppError('conflict', 'permit.countersign-withdrawn', { zh: '这一会签已经撤回，不用答复；需要的，请经办人重新请您会签', en: 'This countersign was withdrawn and needs no answer. If it is needed, let the officer ask again.' });

export const notAsker = (): AppError => new AppError('forbidden', 'permit.not-asker', { zh: '会签由提出的人、主办审查人或者监督岗撤回、移交，请与他们联系', en: 'Who asked, the lead reviewer or a supervisor withdraws a countersign or hands it over. Ask them.' });

export const dayOver = (pointer: string, today: string): AppError =>
  new AppError('invalid', 'permit.day-over', { zh: `日期不能早于今天（${today}）`, en: `The day cannot lie before today (${today}).` }, { errors: [{ pointer, code: 'past', zh: '请填写今天或以后的日期', en: 'Enter today or a later day.' }] });

export const partOpen = (): AppError => new AppError('conflict', 'permit.part-open', { zh: '这一部分还没有提交意见，不需要重新审查', en: 'This part is not handed in yet: there is nothing to open again.' });

export const notYours = (name: string): AppError => new AppError('conflict', 'permit.part-of-another', { zh: `这一部分由${name}办理`, en: `This is ${name}’s to do.` });

export const notLead = (): AppError => new AppError('conflict', 'permit.not-lead', { zh: '分配和移交由主审人或督办岗办理；您可以自己认领未分配的部分', en: 'The lead reviewer or a supervisor assigns. You may take a part nobody has.' });

export const alreadyAsked = (): AppError => new AppError('conflict', 'permit.already-asked', { zh: '已经请这位同事会签，正在等他答复', en: 'This colleague was asked already and has not answered yet.' });

export const partsOpen = (open: readonly string[]): AppError =>
  new AppError('conflict', 'permit.parts-open', { zh: `还有没有完成的：${open.join('、')}`, en: `Not done yet: ${open.join(', ')}` }, { extra: { open } });

export const opinionsMissing = (missing: readonly { readonly key: string; readonly label: { readonly zh: string; readonly en: string } }[]): AppError =>
  new AppError('conflict', 'permit.opinions-missing', {
    zh: `以下部分还没有审查意见：${missing.map(one => one.label.zh).join('、')}。请填写有关章节的意见，或者分配给同事审查`,
    en: `No opinion yet on: ${missing.map(one => one.label.en).join(', ')}. Write one on a section of it, or give the part to a colleague.`,
  }, { extra: { missing: missing.map(one => one.key) } });

export const unknownOfficer = (pointer: string): AppError =>
  invalidFields([{ pointer, code: 'officer', zh: '请选择本辖区、岗位能办这件事的同事', en: 'Choose a colleague of this region whose post can do this.' }]);

export const twoOfficers = (): AppError =>
  invalidFields([{ pointer: '/officers', code: 'officers', zh: '现场核查须由两名以上持执法证件的人员进行，请补齐不同的人员及其证件号', en: 'A site check takes two different officers with certificates at least.' }]);

export const checkOpen = (): AppError => new AppError('conflict', 'permit.site-check-open', { zh: '已经安排了现场核查，还没有报告', en: 'A site check is ordered already and not reported.' });

export const checkClosed = (): AppError => new AppError('conflict', 'permit.site-check-closed', { zh: '这次核查已经报告或取消，不能再改', en: 'This check was reported or cancelled and cannot be changed.' });

export const checkOver = (): AppError => new AppError('conflict', 'permit.site-check-over', { zh: '申请已经不在审查中，这次核查不能再填写；要核查的，先退回审查', en: 'The application is no longer under review: nothing is written to this check any more.' });

export const notOnCheck = (): AppError => new AppError('rule', 'permit.site-check-team', { zh: '只有这次核查的人员可以填写', en: 'Only the officers of this check may fill it in.' });

export const itemsUnanswered = (pointers: readonly string[]): AppError =>
  invalidFields(pointers.map(pointer => ({ pointer, code: 'answer', zh: '请选择“是”“否”或“不适用”；选“否”的写明情况', en: 'Answer yes, no or not applicable; say what was found for a no.' })));

export const signaturesNeeded = (): AppError =>
  invalidFields([{ pointer: '/signatures', code: 'signatures', zh: '须由两名以上核查人员和被核查单位的人员签名；拒绝签名的写明情况', en: 'At least two officers and somebody of the enterprise sign; say so if they refuse.' }]);

export const siteCheckNeeded = (): AppError =>
  new AppError('rule', 'permit.site-check-needed', { zh: '按需要现场核查的审批期限办理，须先安排现场核查（排污许可管理条例第十二条）', en: 'The longer period needs a site check that was ordered or carried out (art. 12).' });

export const notKey = (): AppError =>
  new AppError('rule', 'permit.not-key', { zh: '只有重点管理的申请在现场核查后按更长的审批期限办理', en: 'Only applications under key management have the longer period with a site check.' });

export const photoNeeded = (): AppError => invalidFields([{ pointer: '/fileId', code: 'file', zh: '照片没有找到或不是这次核查的图片，请重新拍照上传', en: 'There is no such picture of this check. Take it again.' }]);
