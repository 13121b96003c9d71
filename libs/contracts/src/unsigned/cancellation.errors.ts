import { AppError, invalidFields, shanghaiDate } from '@huanbao/platform';
import type { Obstacle } from './cancellation.rules';

const WORDS: Readonly<Record<Obstacle, { zh: string; en: string }>> = {
  'own-delay': { zh: '现在轮到本单位：合同还没有发给机构，或机构已经签署。请先起草、发出或签署合同', en: 'It is your turn: send the contract to the firm, or sign what it has signed.' },
  'reminder-missing': { zh: '还没有书面催告。请先向机构发出催告，期满仍不签的再取消', en: 'No written reminder has been sent. Send one, and wait until its last day has passed.' },
  'reminder-running': { zh: '催告的期限还没有过，请等期满后再办理', en: 'The reminder is still running. Wait until its last day has passed.' },
  'period-running': { zh: '签订合同的期限还没有过，请等期满后再办理', en: 'The period for signing is still running. Wait until it has passed.' },
};

export const groundObstacle = (obstacle: Obstacle): AppError => new AppError('conflict', `award-cancellation.${obstacle}`, WORDS[obstacle]);

export const contractSignedAlready = (): AppError =>
  new AppError('conflict', 'award-cancellation.signed', { zh: '合同已经签订或已经结束，不能再取消中选。需要终止的，请在合同页解除合同', en: 'The contract was signed or is over: the award can no longer be cancelled. End the contract on its page instead.' });

export const noticeOpen = (): AppError =>
  new AppError('conflict', 'award-cancellation.open', { zh: '已有一份告知或投诉正在办理，请在那一份中继续', en: 'A notice or a complaint is open already. Go on with that one.' });

export const evidenceNeeded = (): AppError =>
  invalidFields([{ pointer: '/evidenceFileIds', code: 'evidence', zh: '请上传证明材料，例如机构的书面答复、查实文件', en: 'Upload evidence, such as the firm’s letter or the finding.' }]);

export const foreignFiles = (pointer: string): AppError =>
  invalidFields([{ pointer, code: 'files', zh: '文件不存在或不属于这份合同，请重新上传', en: 'The file does not exist or does not belong to this contract. Upload it again.' }]);

export const wordPending = (due: Date): AppError =>
  new AppError('conflict', 'award-cancellation.word-pending', { zh: `对方还可以在 ${shanghaiDate(due)} 前陈述意见，收到意见或期满后再决定`, en: `The other side may answer until ${shanghaiDate(due)}. Decide after its answer, or after that day.` }, { extra: { due: due.toISOString() } });

export const wordGiven = (): AppError =>
  new AppError('conflict', 'award-cancellation.word-given', { zh: '意见已经提交，不能再改。补充材料请联系对方', en: 'The answer was given and stays as it is.' });

export const wordLate = (): AppError =>
  new AppError('conflict', 'award-cancellation.word-late', { zh: '陈述意见的期限已过。取消后仍可在异议期内提出异议', en: 'The time for an answer has passed. After a cancellation you may still object.' });

export const objectionPast = (): AppError =>
  new AppError('conflict', 'award-cancellation.objection-late', { zh: '异议期已过。仍不服的，可以依法向人民法院起诉', en: 'The time to object has passed. You may go to court.' });

export const notYourPart = (): AppError =>
  new AppError('rule', 'award-cancellation.other-side', { zh: '这一步由另一方办理，请等待对方', en: 'This step is the other side’s.' });

export const rulingOpen = (until: Date | null): AppError =>
  new AppError('conflict', 'award-cancellation.ruling-open', {
    zh: until ? `原中选机构可以在 ${shanghaiDate(until)} 前提出异议，期满或机构确认无异议后，再确定下一名或结束采购` : '原中选机构对取消中选提出了异议，生态环境部门裁定后再确定下一名或结束采购',
    en: until ? `The firm may object until ${shanghaiDate(until)}. Choose the next one, or end the procurement, after that.` : 'The cancellation is contested. Choose the next one, or end the procurement, after the ruling.',
  });

export const leaveAfterConfirmed = (): AppError =>
  new AppError('conflict', 'award-cancellation.not-confirmed', { zh: '投诉被认定成立、合同仍未签订时，才能退出中选', en: 'You may step back once the complaint was found justified and nothing is signed.' });

export const proceedingOpen = (): AppError =>
  new AppError('conflict', 'award-cancellation.complaint-open', { zh: '机构对本单位不签合同的投诉正在办理，生态环境部门认定后再取消', en: 'The firm’s complaint against you is before the bureau. Cancel after its finding.' });
