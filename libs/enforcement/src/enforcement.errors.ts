import { AppError, invalidFields } from '@huanbao/platform';

const field = (pointer: string, code: string, zh: string, en: string): AppError => invalidFields([{ pointer, code, zh, en }]);

export const officerUnknown = (): AppError => field('/userId', 'person', '这个人不是本局成员，请重新选择', 'This person is not a member of the bureau. Choose again.');
export const officerTaken = (): AppError => field('/userId', 'taken', '这个人已在名录中，请直接修改原有记录', 'This person is on the list already: change that record.');
export const certificateTaken = (): AppError => field('/certificateNo', 'taken', '这个证号已登记在别人名下，请核对', 'This certificate number belongs to somebody else. Check it.');
export const certificateSpan = (): AppError => field('/validUntil', 'span', '有效期止不能早于有效期起', 'The last day is not before the first.');
export const pauseReasonNeeded = (): AppError => field('/pausedReason', 'reason', '暂停派员的，请写明理由', 'Say why this officer is not sent.');
export const enterpriseUnknown = (): AppError => field('/enterpriseId', 'enterprise', '企业不存在或不在本辖区，请重新选择', 'The enterprise does not exist or lies outside your region. Choose again.');
export const avoidanceExists = (): AppError => field('/enterpriseId', 'taken', '对这家企业的回避已登记', 'This avoidance is registered already.');
export const factUnknown = (nth: number): AppError => field(`/facts/${nth}`, 'fact', '请从列出的特殊情形中选择', 'Choose from the special facts that are listed.');

export const categoryUnknown = (): AppError => field('/category', 'category', '请选择正面清单的类别', 'Choose a category of the positive list.');
export const conditionMissing = (keys: readonly string[]): AppError => field('/conditions', 'conditions', `还有条件没有逐条核实：${keys.join('、')}`, `Conditions not attested: ${keys.join(', ')}`);
export const creditForbids = (grade: string): AppError => field('/enterpriseId', 'credit', `企业当前环境信用等级为“${grade}”，不能列入正面清单`, `The enterprise's credit grade is ${grade}: it cannot enter the list.`);
export const positiveExists = (): AppError => new AppError('conflict', 'positive-entry.exists', { zh: '这家企业已在清单中或正在报批，请查看原有记录', en: 'This enterprise is on the list or waits for a decision. See that entry.' });
export const positiveState = (): AppError => new AppError('conflict', 'positive-entry.wrong-state', { zh: '这条记录的状态已变化，请刷新页面查看', en: 'The entry has moved on. Reload the page.' });
export const samePerson = (): AppError => new AppError('forbidden', 'positive-entry.same-person', { zh: '提出人不能自己批准，请由另一名负责人办理', en: 'Who proposed does not decide. Ask another head.' });

export const drawPeriod = (): AppError => field('/periodTo', 'period', '检查期限应从今天起算、不早于起始日，并且在同一年内', 'The period begins today or later, ends in the same year and not before it begins.');
export const nothingWanted = (): AppError => field('/wantKey', 'wants', '请至少抽取一家', 'Draw at least one enterprise.');
export const poolTooSmall = (pointer: string, there: number): AppError => field(pointer, 'pool', `这一类可抽取的单位只有 ${there} 家，请减少数量或补充名录`, `Only ${there} of this class can be drawn. Ask for fewer or complete the library.`);
export const commitmentUsed = (): AppError => new AppError('conflict', 'inspection-draw.seed-used', { zh: '这个种子已用于另一次抽取，结果只会相同。请换一个种子', en: 'This seed has made a draw already and would only make the same. Take another seed.' });
export const seedNeeded = (): AppError => field('/seed', 'needed', '种子由外部保管，请填写公布过摘要的那个种子（64 位十六进制）', 'The seed is kept outside: give the one whose digest was published (64 hex digits).');
export const seedForeign = (): AppError => field('/seed', 'kept', '种子由平台保管，不用填写', 'The platform keeps this seed: give none.');
export const seedWrong = (): AppError => field('/seed', 'commitment', '种子与事先公布的摘要不一致，不能用它抽取', 'The seed does not match the digest that was published.');
export const drawState = (state: string): AppError => new AppError('conflict', 'inspection-draw.wrong-state', { zh: state === 'drawn' ? '已经抽取过。同一种子只抽一次，请查看结果' : '这次抽取已取消，请另行公布一次', en: state === 'drawn' ? 'It was drawn already: a seed draws once. See the result.' : 'This draw was cancelled. Announce another one.' });
export const recordPending = (): AppError => new AppError('conflict', 'inspection-draw.not-drawn', { zh: '抽取以后才能核验结果', en: 'There is nothing to verify before the draw.' });

export const inspectionState = (): AppError => new AppError('conflict', 'inspection.wrong-state', { zh: '这次检查已开展或已取消，请刷新页面查看', en: 'This visit was held or cancelled already. Reload the page.' });
