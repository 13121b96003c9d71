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
export const renewalTooEarly = (first: string): AppError => new AppError('rule', 'positive-entry.renewal-too-early', { zh: `还没有到提出续期的时间，最早 ${first}`, en: `A renewal can be proposed from ${first} on.` }, { extra: { first } });
export const violatedMeanwhile = (what: string): AppError => new AppError('rule', 'positive-entry.violated', { zh: `提出之后发现了违法（${what}），不能批准列入；请选择“不予列入”，符合条件后再重新提出`, en: `Since it was proposed a violation came to light (${what}). Refuse it; it can be proposed anew once every condition is met.` });
export const samePerson = (): AppError => new AppError('forbidden', 'positive-entry.same-person', { zh: '提出人不能自己批准，请由另一名负责人办理', en: 'Who proposed does not decide. Ask another head.' });

export const drawPeriod = (): AppError => field('/periodTo', 'period', '检查期限应从今天起算、不早于起始日，并且在同一年内', 'The period begins today or later, ends in the same year and not before it begins.');
export const nothingWanted = (): AppError => field('/wantKey', 'wants', '请至少抽取一家', 'Draw at least one enterprise.');
export const poolTooSmall = (pointer: string, there: number): AppError => field(pointer, 'pool', `这一类可抽取的单位只有 ${there} 家，请减少数量或补充名录`, `Only ${there} of this class can be drawn. Ask for fewer or complete the library.`);
export const commitmentUsed = (): AppError => new AppError('conflict', 'inspection-draw.seed-used', { zh: '这个种子已用于另一次抽取，结果只会相同。请换一个种子', en: 'This seed has made a draw already and would only make the same. Take another seed.' });
export const seedNeeded = (): AppError => field('/seed', 'needed', '种子由外部保管，请填写公布过摘要的那个种子（64 位十六进制）', 'The seed is kept outside: give the one whose digest was published (64 hex digits).');
export const seedForeign = (): AppError => field('/seed', 'kept', '种子由平台保管，不用填写', 'The platform keeps this seed: give none.');
export const seedWrong = (): AppError => field('/seed', 'commitment', '种子与事先公布的摘要不一致，不能用它抽取', 'The seed does not match the digest that was published.');
export const publicDayWrong = (): AppError => field('/publicOn', 'later', '公开数值应在公告之后才产生，请选择明天以后、检查期限届满以前的日期', 'The public value comes after the announcement: choose a day after today and not after the period.');
export const publicValueEarly = (day: string): AppError => new AppError('conflict', 'inspection-draw.value-to-come', { zh: `约定的公开数值 ${day} 才产生，届时再抽取`, en: `The public value is of ${day}. Draw then.` }, { extra: { day } });
export const publicValueNeeded = (): AppError => field('/publicValue', 'needed', '请填写公告中约定的公开数值', 'Give the public value that was named in the announcement.');
export const publicValueForeign = (): AppError => field('/publicValue', 'foreign', '这次抽取没有约定公开数值，不用填写', 'No public value was named for this draw: give none.');
export const drawState = (state: string): AppError => new AppError('conflict', 'inspection-draw.wrong-state', { zh: state === 'drawn' ? '已经抽取过。同一种子只抽一次，请查看结果' : '这次抽取已取消，请另行公布一次', en: state === 'drawn' ? 'It was drawn already: a seed draws once. See the result.' : 'This draw was cancelled. Announce another one.' });
export const recordPending = (): AppError => new AppError('conflict', 'inspection-draw.not-drawn', { zh: '抽取以后才能核验结果', en: 'There is nothing to verify before the draw.' });

export const cancelAskedAlready = (): AppError => new AppError('conflict', 'inspection.cancel-asked', { zh: '已经有人提出取消，等待另一人决定', en: 'The cancellation was asked for already and waits for a second person.' });
export const cancelNotAsked = (): AppError => new AppError('conflict', 'inspection.cancel-not-asked', { zh: '没有等待决定的取消', en: 'No cancellation waits for a decision.' });
export const cancelOwn = (): AppError => new AppError('rule', 'inspection.cancel-two-persons', { zh: '抽中的检查由另一人决定是否取消，请交给同事', en: 'Another person decides on the cancellation of a drawn visit. Hand it to a colleague.' });
export const inspectionState = (): AppError => new AppError('conflict', 'inspection.wrong-state', { zh: '这次检查的状态已变化，请刷新页面查看', en: 'This inspection has moved on. Reload the page.' });

const conflict = (code: string, zh: string, en: string, extra?: Record<string, unknown>): AppError => new AppError('conflict', code, { zh, en }, extra ? { extra } : {});
const rule = (code: string, zh: string, en: string, extra?: Record<string, unknown>): AppError => new AppError('rule', code, { zh, en }, extra ? { extra } : {});

export const spanWrong = (): AppError => field('/plannedTo', 'span', '检查期限止不能早于起始日，起始日不能早于今天', 'The period ends on or after it begins, and begins today or later.');
export const twoOfficersNeeded = (): AppError => field('/officerIds', 'two', '请选择至少两名执法人员', 'Choose at least two officers.');
export const inspectorUnfit = (nth: number, why: { zh: string; en: string }): AppError => field(`/officerIds/${nth}`, 'officer', `不能派出：${why.zh}`, `Cannot be sent: ${why.en}`);
export const reasonNeeded = (): AppError => field('/reason', 'needed', '请写明检查的理由', 'Say why this inspection is held.');
export const complaintUnknown = (): AppError => field('/complaintNumber', 'complaint', '没有找到已受理的这件投诉，请核对编号', 'No accepted complaint has this number. Check it.');
export const followsUnknown = (): AppError => field('/followsId', 'follows', '请选择这家企业已办结的一次检查', 'Choose a closed inspection of this enterprise.');
export const overrideNeeded = (zh: string, en: string, what: readonly string[]): AppError => rule('inspection.override-needed', `${zh}。确需到场检查的，由执法机构负责人写明理由后安排`, `${en}. Where a visit is needed, a head of enforcement arranges it with the reason.`, { what });

export const recordClosed = (): AppError => conflict('inspection.record-closed', '记录已送签或已封存，不能再改。封存后的更正请用补充说明', 'The record is being signed or is sealed. After sealing, add a correction.');
export const recordClash = (extra: Record<string, unknown>): AppError => conflict('inspection.clash', '同一项内容已被另一台设备改成不同的值。两边的内容都保留着，请逐项选择', 'Another device changed the same field to something else. Both are kept: choose for each.', extra);
export const saveReused = (): AppError => rule('inspection.save-reused', '同一个保存编号用于了另一页，请刷新页面后重试', 'This save was used for another page. Reload and try again.');
export const baseUnknown = (): AppError => field('/baseVersion', 'version', '所依据的版本不存在，请刷新页面', 'No such version. Reload the page.');
export const photoFileNeeded = (): AppError => field('/fileId', 'photo', '请选择一张已上传到这次检查的图片', 'Choose an image that was uploaded to this inspection.');
export const photoDiffers = (): AppError => rule('inspection.photo-differs', '收到的照片与拍摄时计算的摘要不一致，没有采用。请重新拍摄', 'The photo received is not the one hashed at capture. It was not taken: photograph again.');
export const certificateNotValid = (names: readonly string[]): AppError => rule('inspection.certificate', `检查当日执法证不在有效期或已暂停：${names.join('、')}。请负责人更换检查人员后再送签`, `No valid certificate on the day: ${names.join(', ')}. A head replaces the officer, then it is closed for signing.`, { names });
export const avoidanceStands = (names: readonly string[]): AppError => rule('inspection.avoidance', `登记了对这家企业的回避：${names.join('、')}。请负责人更换检查人员后再送签`, `Keeps away from this enterprise: ${names.join(', ')}. A head replaces the officer, then it is closed for signing.`, { names });
export const contentMoved = (): AppError => conflict('inspection.content-moved', '送签的内容与您看到的不一致，请刷新页面重新核对后签字', 'The content is not what you saw. Reload and read it again before signing.');
export const signedAlready = (): AppError => conflict('inspection.signed-already', '已经签过字，不用再签', 'Signed already.');
export const partySigned = (): AppError => conflict('inspection.party-signed', '当事人已签字，不能退回修改。更正请在封存后写补充说明', 'The party has signed: the record cannot be reopened. Add a correction after sealing.');
export const crewLeaving = (): AppError => field('/leavingUserId', 'officer', '请选择这次检查的一名检查人员', 'Choose one of the officers of this inspection.');
export const crewJoining = (why: { zh: string; en: string }): AppError => field('/officerId', 'officer', `不能派出：${why.zh}`, `Cannot be sent: ${why.en}`);
export const partyFirst = (): AppError => conflict('inspection.party-first', '当事人还没有签字：检查人员不能签字的，请更换检查人员', 'The party has not signed: where an officer cannot sign, replace the officer.');
export const twoSignatures = (given: number): AppError => rule('inspection.two-signatures', `至少要有两名持证检查人员签字，现有 ${given} 名。不能补齐的，请提出取消，由另一名负责人决定`, `At least two certified officers must have signed; ${given} did. Where that cannot be, ask for its cancellation: another head decides.`, { given });
export const noneMissing = (): AppError => conflict('inspection.none-missing', '检查人员都已签字，不用说明', 'Every officer has signed: there is nothing to note.');
export const noParty = (): AppError => conflict('inspection.no-party', '非现场检查没有在场当事人，不用签字', 'Nobody was there: no signature is needed.');
export const drawnNeeded = (pointer: string): AppError => field(pointer, 'drawn', '请先由当事人在屏幕上签字', 'The party signs on the screen first.');
export const witnessNeeded = (): AppError => field('/witness', 'witness', '拒绝签字的，请写明见证人', 'With a refusal, name a witness.');
export const refusalNeeded = (): AppError => field('/refusedReason', 'refused', '请写明拒绝签字的情况', 'Say how the signature was refused.');
export const partyNameNeeded = (): AppError => field('/name', 'name', '请填写签字人姓名', 'Name who signs.');
export const notSealed = (): AppError => conflict('inspection.not-sealed', '记录封存后才能补充', 'Only a sealed record is added to.');
export const statementOver = (day: string): AppError => rule('inspection.statement-over', `提出意见的期限已于 ${day} 届满，可以直接与生态环境局联系`, `The period for a statement ended on ${day}. Get in touch with the bureau.`);
export const statementsMost = (): AppError => rule('inspection.statements-most', '对这次检查已提出多份意见，请合并后联系生态环境局', 'There are several statements already. Get in touch with the bureau.');
