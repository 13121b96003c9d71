import { AppError, FieldProblem, invalidFields } from '@huanbao/platform';
import type { Reason } from './marketplace.entity';
import { STANDING_MOMENTS } from './standing';

export const deadlineTooSoon = (): AppError =>
  invalidFields([
    { pointer: '/bidDeadline', code: 'deadline-too-soon', zh: '截止时间已过或就在眼前，请改到以后，给服务机构留出报价时间', en: 'The deadline has passed or is imminent. Set it later, so that firms can bid.' },
  ]);

export const deadlinePassed = (deadline: Date): AppError =>
  new AppError(
    'conflict',
    'bid.deadline-passed',
    { zh: '已过截止时间，不再接收报价、替换或撤回', en: 'The deadline has passed: no bid, replacement or withdrawal any more.' },
    { extra: { bidDeadline: deadline.toISOString() } },
  );

export const notYetClosed = (deadline: Date): AppError =>
  new AppError(
    'conflict',
    'task.not-closed',
    { zh: '还没有到截止时间，任何人都不能开标。请在截止后再来', en: 'The deadline has not come: nobody can open the bids. Come back after it.' },
    { extra: { bidDeadline: deadline.toISOString() } },
  );

export const notEligible = (reasons: readonly Reason[]): AppError =>
  new AppError(
    'rule',
    'bid.not-eligible',
    { zh: `本机构暂不能报价：${reasons.map(r => r.zh).join('；')}`, en: `Your firm cannot bid yet: ${reasons.map(r => r.en).join('; ')}` },
    { extra: { reasons } },
  );

/** The firm does not hold what the task asks for on the day of the acceptance. */
export const deliveryFirmStanding = (reasons: readonly Reason[]): AppError => {
  const way = STANDING_MOMENTS.acceptance;
  return new AppError('rule', 'task.delivery-firm-standing', { zh: `服务机构现在不符合任务要求的资格：${reasons.map(one => one.zh).join('；')}。${way.zh}`, en: `The firm does not meet the requirements now: ${reasons.map(one => one.en).join('; ')}. ${way.en}.` }, { extra: { reasons } });
};

export const ratingRefused = ({ zh, en }: Reason): AppError => new AppError('rule', 'rating.refused', { zh: `这项任务不计入互评：${zh}`, en: `This task is not rated: ${en}` });

export const conflictOfInterest = (): AppError =>
  new AppError('rule', 'bid.conflict-of-interest', {
    zh: '本机构受该企业委托办理任务事项，了解未公开的信息，不能参加报价。解除委托后方可参加其以后发布的任务',
    en: 'Your firm acts for this enterprise in task matters and cannot bid on its tasks. End the mandate to bid on later ones.',
  });

export const envelopeMismatch = (): AppError =>
  new AppError('invalid', 'bid.digest-mismatch', {
    zh: '收到的密封文件与摘要不一致，可能在传输中损坏。请重新提交，截止前均有效',
    en: 'The sealed file does not match its digest; it may have been damaged on the way. Submit again before the deadline.',
  });

export const wrongSealingKeys = (): AppError =>
  new AppError('invalid', 'bid.envelope', {
    zh: '密封信封的格式不对，请用本页面重新密封后提交',
    en: 'The sealed envelope has the wrong form. Seal again on this page and submit.',
  });

export const duplicateEnvelope = (): AppError =>
  new AppError('conflict', 'bid.duplicate', { zh: '这份密封报价已经提交过，无需重复提交', en: 'This sealed bid was submitted before.' });

export const tooManyRounds = (limit: number): AppError =>
  new AppError('rule', 'bid.too-many-rounds', { zh: `本机构对这项任务已提交 ${limit} 次报价，不能再替换。最后一份仍然有效`, en: `Your firm has bid ${limit} times on this task and cannot replace its bid again. The last one stands.` });

export const concurrentBid = (): AppError =>
  new AppError('conflict', 'bid.concurrent', { zh: '本机构的另一份报价正在提交，请刷新后查看回执', en: 'Another bid of your firm is being submitted. Reload to see its receipt.' });

export const wrongOpeningKey = (fingerprint: string | null): AppError =>
  new AppError(
    'invalid',
    'task.opening-key',
    {
      zh: '这把钥匙打不开本任务的报价。请选择发布任务时保存的钥匙文件，核对指纹是否一致',
      en: 'This key does not belong to this task. Choose the key file saved at publication and compare the fingerprint.',
    },
    { extra: { fingerprint } },
  );

export const bidsNotOpened = (): AppError =>
  new AppError('conflict', 'task.bids-sealed', { zh: '报价尚未开启，没有可导出的内容。请在开标后导出', en: 'The bids are sealed: there is nothing to export. Come back after the opening.' });

export const noWitness = (): AppError =>
  new AppError('rule', 'task.no-witness', { zh: '本任务发布时没有见证钥匙，只能由发布企业开标', en: 'This task was published without a witness key; only the enterprise can open it.' });

export const openingKeyNeeded = (): AppError =>
  invalidFields([{ pointer: '/openingPublicKey', code: 'opening-key', zh: '请先生成开标钥匙，再发布任务', en: 'Generate the opening key before publishing.' }]);

export const serviceUnknown = (): AppError =>
  invalidFields([{ pointer: '/serviceCode', code: 'service', zh: '服务目录里没有这项服务或已停用，请重新选择', en: 'The catalogue has no such service, or it is no longer offered. Choose again.' }]);

export const serviceElsewhere = (): AppError =>
  invalidFields([{ pointer: '/serviceCode', code: 'service-kind', zh: '所选服务与任务的类别或阶段不一致，请改类别、阶段或重选服务', en: 'The service belongs to another kind or stage. Change these or choose another service.' }]);

export const bidNotAwardable = (): AppError =>
  new AppError('rule', 'task.bid-not-awardable', {
    zh: '这份报价未能开启、已撤回、不符合资格或已被评审小组否决，不能定标。请选择有效报价',
    en: 'This bid was not readable, was withdrawn, is not eligible or was rejected by the panel. Choose a valid one.',
  });

export const reasonNeeded = (): AppError =>
  invalidFields([{ pointer: '/reason', code: 'reason-not-lowest', zh: '所选报价不是最低价，请写明选择理由（至少 10 个字）', en: 'The chosen bid is not the lowest: give the reason (at least 10 characters).' }]);

export const filesNotYours = (pointer: string): AppError =>
  invalidFields([{ pointer, code: 'files', zh: '有文件不存在或不属于本任务，请重新上传', en: 'Some files do not exist or do not belong to this task. Upload them again.' }]);

export const deliveryReviewedAlready = (): AppError =>
  new AppError('conflict', 'delivery.reviewed', { zh: '这一次提交已经审阅过，请刷新页面，审阅最新一次提交', en: 'This delivery has been reviewed already. Reload and review the latest one.' });

export const alreadyRated = (): AppError =>
  new AppError('conflict', 'rating.given', { zh: '本单位已评价过，评价不能修改', en: 'Your organisation has rated already; ratings cannot be changed.' });

export const ratingClosed = (): AppError =>
  new AppError('conflict', 'rating.closed', { zh: '对方的评价已经公开，为保证互不影响，现在不能再评价', en: 'The other side’s rating is public already; rating after seeing it is not possible.' });

export const notRateable = (): AppError =>
  new AppError('conflict', 'rating.too-early', { zh: '合同结清后才能评价。请先到合同页登记付款，对方确认后结算', en: 'Ratings open when the contract is settled: record the payment on its page, then settle.' });

export const contentProblems = (errors: readonly FieldProblem[]): AppError => invalidFields(errors);

export const answeredByOffer = (): AppError =>
  new AppError('rule', 'bid.answered-by-offer', { zh: '直接委托不用密封报价：请在任务页接受、婉拒或还价', en: 'A direct commission takes no sealed bid: accept, decline or counter it on the task’s page.' });
