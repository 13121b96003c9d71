import { AppError, invalidFields } from '@huanbao/platform';

export const occurredLater = (): AppError =>
  invalidFields([{ pointer: '/occurredOn', code: 'later', zh: '日期还没有到，请填写行为发生的日期', en: 'This day has not come. Enter the day on which it happened.' }]);

export const findingEvidenceNeeded = (): AppError =>
  invalidFields([{ pointer: '/evidenceFileId', code: 'evidence', zh: '请先上传认定依据（通报、检查笔录、鉴定意见等），再提交', en: 'Upload the evidence first (notice, record of inspection, expert opinion), then submit.' }]);

export const faultNeedsTask = (): AppError =>
  invalidFields([{ pointer: '/taskId', code: 'task-needed', zh: '请选择成果被否定的那项任务', en: 'Choose the task whose result was rejected.' }]);

export const taskNotOfFirm = (): AppError =>
  invalidFields([{ pointer: '/taskId', code: 'task-of-firm', zh: '这项任务不是由该机构承担的，请重新选择', en: 'This task was not the firm’s work. Choose again.' }]);

export const findingTaken = (): AppError =>
  new AppError('conflict', 'firm-finding.taken', { zh: '这条认定已经提交过，请刷新列表', en: 'This finding was submitted before. Reload the list.' });

export const findingTwoPersons = (): AppError =>
  new AppError('rule', 'firm-finding.two-persons', { zh: '提出认定的人不能决定，也不能答复异议，请由另一名执法人员办理', en: 'Who proposed it can neither decide nor answer. Another officer has to.' });

export const findingState = (): AppError =>
  new AppError('conflict', 'firm-finding.state', { zh: '这条认定已经由他人办理，请刷新页面查看最新状态', en: 'Somebody has dealt with this finding already. Reload the page.' });

export const statementPeriod = (due: Date): AppError =>
  new AppError('conflict', 'firm-finding.statement-period', { zh: '机构陈述申辩的期间还没有结束，也还没有收到陈述。请在期满后或收到陈述后再决定', en: 'The firm may still state its case and has not yet. Decide after its statement or the end of the period.' }, { extra: { statementDue: due.toISOString() } });

export const statedAlready = (): AppError =>
  new AppError('conflict', 'firm-finding.stated', { zh: '本机构已经陈述过，一份陈述以首次提交的为准；决定后仍可提出异议', en: 'Your firm has stated its case. After the decision you may still object.' });

export const replyGiven = (): AppError =>
  new AppError('conflict', 'rating.replied', { zh: '这份评价已经回复过，一份评价只能回复一次', en: 'This rating has been replied to. There is one reply to a rating.' });

export const replyTooEarly = (): AppError =>
  new AppError('conflict', 'rating.reply-too-early', { zh: '评价还没有公开，公开后才能回复', en: 'The rating is not public yet. Reply when it is.' });

export const useUnknown = (): AppError =>
  invalidFields([{ pointer: '/subjectId', code: 'subject', zh: '没有找到本企业的这件申请或报告，请从列表中重新选择', en: 'This is not an application or report of your enterprise. Choose from the list.' }]);

const USE_REFUSALS = {
  'no-evidence': { zh: '这件申请或报告里没有贵机构提交过的文件，不能由机构登记。请委托方登记；委托方不登记的，可在合同页申请调解', en: 'No file that your firm handed over lies in this matter. Let the client name it, or ask for mediation on the contract’s page.' },
  decided: { zh: '主管部门已经作出决定，成果去向不能再撤回。有不同意见的，可在合同页申请调解', en: 'The bureau has decided: the use is not taken back. Ask for mediation on the contract’s page if you disagree.' },
  'in-the-file': { zh: '提交的成果文件就在这件申请或报告里，成果去向不能撤回。有不同意见的，可在合同页申请调解', en: 'The file that was handed over lies in this matter: its use is not taken back. Ask for mediation on the contract’s page if you disagree.' },
  'other-side': { zh: '这条去向由对方登记，只能由对方撤回。有不同意见的，可在合同页申请调解', en: 'The other side has named this use and alone takes it back. Ask for mediation on the contract’s page if you disagree.' },
} as const;

export const useRefused = (why: keyof typeof USE_REFUSALS): AppError => new AppError('rule', 'work-use.refused', USE_REFUSALS[why], { extra: { why } });

export const useTooEarly = (): AppError =>
  new AppError('conflict', 'work-use.too-early', { zh: '任务定标后才能登记成果的去向', en: 'Name the use of the results after the award.' });
