import { AppError } from '@huanbao/platform';
import type { Bilingual, Machine } from './machine/machine';
import { possibleActions } from './machine/transitions';

/** Seen and allowed, but not in this state: says where the case stands and what is possible now. */
export function wrongState(machine: Machine, state: string, action: string): AppError {
  const now: Bilingual = machine.states[state]?.label ?? { zh: state, en: state };
  const wanted: Bilingual = machine.actions[action]?.label ?? { zh: action, en: action };
  return new AppError(
    'conflict',
    'case.wrong-state',
    {
      zh: `办件现在是“${now.zh}”，不能${wanted.zh}。请刷新页面查看最新进展`,
      en: `The case is "${now.en}" and "${wanted.en}" is not possible. Reload to see where it stands.`,
    },
    { extra: { state, action, possible: possibleActions(machine, state) } },
  );
}

export const claimedByOther = (name: string): AppError =>
  new AppError(
    'conflict',
    'case.claimed',
    { zh: `这件已由${name}领办，请先与其办理移交`, en: `${name} is working on this case. Ask for a hand-over first.` },
    { extra: { claimedByName: name } },
  );

export const notClaimed = (): AppError =>
  new AppError('conflict', 'case.not-claimed', { zh: '这件还没有人领办，请先领办', en: 'Nobody works on this case yet. Claim it first.' });

export const notForYourRole = (holder: Bilingual): AppError =>
  new AppError('conflict', 'case.holder', {
    zh: `这件现在由${holder.zh}办理，您的岗位暂不能领办`,
    en: `The case is now with ${holder.en}; your post cannot claim it at this step.`,
  });

export const unsuitableOfficer = (): AppError =>
  new AppError('rule', 'case.hand-over-target', {
    zh: '请移交给本辖区内、岗位能办这一步的同事',
    en: 'Hand over to a colleague of this region whose post can do this step.',
  });

export const recusalDue = (name: string): AppError =>
  new AppError('rule', 'case.recusal', {
    zh: `${name}的账号同时是申请单位或其代办机构的成员，应当回避（公务员法 第七十六条）。请交给其他同事办理`,
    en: `${name} also belongs to the applicant or to the firm that prepares its matters and has to stand aside. Give it to another colleague.`,
  });

export const reasonNeeded = (what: Bilingual): AppError =>
  new AppError(
    'invalid',
    'case.reason-needed',
    { zh: `请写明${what.zh}`, en: `Give ${what.en}.` },
    { errors: [{ pointer: '/reason', code: 'isNotEmpty', zh: `请写明${what.zh}`, en: `Give ${what.en}.` }] },
  );

export const conditionUnmet = (labels: readonly string[]): AppError =>
  new AppError(
    'rule',
    'case.condition-unmet',
    { zh: `还有条件不符合，不能准予：${labels.join('；')}`, en: `Conditions are not met, so it cannot be granted: ${labels.join('; ')}` },
    { extra: { conditions: labels } },
  );

export const notPausable = (): AppError =>
  new AppError('conflict', 'clock.not-pausable', {
    zh: '现在没有可以暂停的期限。只有正在计时且法律允许暂停的期限才能暂停',
    en: 'No clock can be paused now: it must be running, and the law must allow a pause.',
  });

export const unknownGround = (grounds: readonly string[]): AppError =>
  new AppError(
    'invalid',
    'clock.ground',
    { zh: '请从法定事由中选择暂停的原因', en: 'Choose one of the lawful grounds for a pause.' },
    { extra: { grounds }, errors: [{ pointer: '/ground', code: 'isIn', zh: '请从法定事由中选择', en: `Choose one of: ${grounds.join(', ')}` }] },
  );

export const implausibleSpan = (earliest: string, pointer = '/resumeOn'): AppError =>
  new AppError(
    'invalid',
    'clock.span',
    { zh: `暂停日不能早于 ${earliest}，恢复日不能早于暂停日，也不能在两年以后`, en: `A pause cannot begin before ${earliest}, nor resume before it begins or more than two years from now.` },
    { errors: [{ pointer, code: 'span', zh: '请核对起止日期', en: 'Check both dates.' }] },
  );

export const notPaused = (): AppError =>
  new AppError('conflict', 'clock.not-paused', { zh: '期限没有暂停，不需要恢复。请刷新页面', en: 'The clock is not paused. Reload the page.' });

export const sealedFields = (places: readonly { readonly pointer: string; readonly label?: string }[]): AppError =>
  new AppError(
    'conflict',
    'correction.sealed',
    { zh: '补正期间只能修改通知书中列出的内容，其他内容已锁定', en: 'While correcting only what the notice lists can be changed; the rest is sealed.' },
    { errors: places.map(({ pointer }) => ({ pointer, code: 'sealed', zh: '这一项不在补正范围内', en: 'This field was not asked to be corrected.' })) },
  );

export const caseSealed = (): AppError =>
  new AppError('conflict', 'case.sealed', { zh: '材料已提交，现在不能修改', en: 'The application has been submitted and cannot be changed now.' });

export const itemsNeeded = (): AppError =>
  new AppError(
    'invalid',
    'correction.items',
    { zh: '请一次性列出全部需要补正的内容', en: 'List everything that needs correction, all at once.' },
    { errors: [{ pointer: '/items', code: 'arrayNotEmpty', zh: '至少列出一项', en: 'List at least one item.' }] },
  );

/** 一次性告知: what lay there before was to be told before. */
export const supervisorNeeded = (pointers: readonly string[]): AppError =>
  new AppError(
    'rule',
    'correction.supervisor-needed',
    {
      zh: '再次补正涉及上次已经看过、没有变动的内容，须由督办负责人写明理由（一次性告知）',
      en: 'This asks again about content that has not changed since the last round. A supervisor must give the reason.',
    },
    { extra: { pointers }, errors: pointers.map(pointer => ({ pointer, code: 'unchanged', zh: '上次补正后没有变动', en: 'Unchanged since the last round.' })) },
  );

export const noOpenRound = (): AppError =>
  new AppError('conflict', 'correction.none', { zh: '现在没有待办的补正', en: 'There is no open correction round.' });

export const tooManyQueries = (retryAfterSeconds: number): AppError =>
  new AppError('too-many', 'case.query-limit', { zh: '查询太频繁，请稍后再试', en: 'Too many queries. Try again later.' }, { extra: { retryAfterSeconds } });

export const ledgerFault = (fault: string): AppError =>
  new AppError('conflict', 'clock.ledger', { zh: `计时台账不允许这样记录：${fault}`, en: `The clock's ledger does not allow this entry: ${fault}` });

export const holidayYearProblem = (problems: readonly { pointer: string; zh: string; en: string }[]): AppError =>
  new AppError(
    'invalid',
    'holiday.year',
    { zh: '节假日表有错误，请按提示修改', en: 'The holiday table has faults; see each one.' },
    { errors: problems.map(problem => ({ code: 'holiday', ...problem })) },
  );

export const secondPersonNeeded = (): AppError =>
  new AppError('rule', 'adverse.second-person', {
    zh: '不利决定须由两人分别提出和审定，且都不能是本件的审查人，请由另一位同事办理',
    en: 'A decision against the party takes two persons, and neither may have reviewed the case. Another colleague has to act.',
  });

export const noProposal = (): AppError =>
  new AppError('conflict', 'adverse.none', { zh: '这件现在没有待审定的不利决定，请刷新页面', en: 'No such decision is pending on this case. Reload the page.' });

export const periodRuns = (until: string): AppError =>
  new AppError('conflict', 'adverse.period', { zh: `当事人可以陈述申辩或者要求听证到 ${until}，期满或其表示放弃后才能审定`, en: `The party may speak or ask for a hearing until ${until}. Decide after that day, or once it has waived its right.` }, { extra: { until } });

export const answerFirst = (): AppError =>
  new AppError('conflict', 'adverse.answer-first', { zh: '当事人提出了陈述申辩，请先写明是否采纳和理由，再审定', en: 'The party made a statement. Answer it before deciding.' });

export const statementOver = (why: 'over' | 'done'): AppError =>
  new AppError('conflict', 'adverse.statement-over', {
    zh: why === 'done' ? '陈述申辩已经提交，不能再次提交。需要补充的，请联系承办人' : '现在不在陈述申辩期限内。需要说明情况的，请联系承办人',
    en: why === 'done' ? 'The statement has been made already. Ask the officer in charge to add something.' : 'The period for a statement is not open. Ask the officer in charge.',
  });

export const notAnswerable = (): AppError =>
  new AppError('conflict', 'adverse.nothing-to-answer', { zh: '现在没有待答复的陈述申辩', en: 'There is no statement to be answered.' });

export const statementTooShort = (least: { readonly days: number; readonly dayType: string }): AppError =>
  new AppError('invalid', 'adverse.period-short', { zh: '陈述申辩的期限太短', en: 'The period for a statement is too short.' }, {
    errors: [{ pointer: '/statementDays', code: 'min', zh: `不能少于 ${least.days} ${least.dayType === 'workday' ? '个工作日' : '日'}`, en: `It cannot be under ${least.days} ${least.dayType === 'workday' ? 'working days' : 'days'}.` }],
  });

export const noticeUnserved = (): AppError =>
  new AppError('conflict', 'adverse.notice-unserved', { zh: '事先告知书尚未送达，陈述申辩期限还没有开始。请先登记送达', en: 'The notice is not served, so no period runs yet. Record its service first.' });

export const hearingDue = (): AppError =>
  new AppError('conflict', 'adverse.hearing-due', { zh: '当事人要求听证，听证举行并录入笔录、或者当事人撤回申请后才能审定', en: 'A hearing was asked for. Decide once it is recorded or the request is withdrawn.' });

const UNASKED: Readonly<Record<'none' | 'over' | 'done', Bilingual>> = {
  none: { zh: '这件没有告知听证权利，不能要求听证。需要说明情况的，请提出陈述申辩', en: 'This matter carries no right to a hearing. You may make a statement.' },
  over: { zh: '要求听证的期限已过。需要说明情况的，请联系承办人', en: 'The period to ask for a hearing is over. Ask the officer in charge.' },
  done: { zh: '已经要求过听证，或者已经放弃，不能再次提出', en: 'A hearing was asked for, or given up, already.' },
};

export const hearingUnasked = (why: 'none' | 'over' | 'done'): AppError => new AppError('conflict', 'adverse.hearing-closed', UNASKED[why], { extra: { why } });

export const hearingNotAsked = (): AppError =>
  new AppError('conflict', 'adverse.no-hearing', { zh: '现在没有待安排的听证申请，请刷新页面', en: 'No request for a hearing waits. Reload the page.' });

export const hearingNotSet = (): AppError =>
  new AppError('conflict', 'adverse.hearing-not-set', { zh: '听证的时间和地点还没有确定，请先通知听证', en: 'Time and place are not set. Do that first.' });

export const chairNeeded = (): AppError =>
  new AppError('rule', 'adverse.chair', {
    zh: '听证由本件审查人、提出人以外的人员主持（行政许可法 第四十八条第三项），请由另一位同事办理',
    en: 'A hearing is chaired by somebody who neither reviewed nor proposed. Another colleague has to act.',
  });

export const hearingUntold = (): AppError =>
  new AppError('conflict', 'adverse.hearing-unserved', { zh: '听证通知书还没有登记送达。请先送达并登记，再录入听证情况', en: 'The notice of the hearing is not served. Record its service, then the hearing.' });

export const hearingToldLate = (servedOn: string, earliest: string): AppError =>
  new AppError('conflict', 'adverse.hearing-told-late', {
    zh: `听证通知书 ${servedOn} 才送达，最早可以在 ${earliest} 举行。当事人没有到场的，不能视为放弃，请改期并重新通知`,
    en: `The notice was served on ${servedOn}, so the hearing could be on ${earliest} at the earliest. Nobody gave it up by staying away: move it and give notice again.`,
  }, { extra: { servedOn, earliest } });

export const receiptDay = (from: string, to: string): AppError =>
  new AppError('invalid', 'adverse.receipt-day', { zh: '收到的日期不对', en: 'The day of receipt is not possible.' }, {
    errors: [{ pointer: '/receivedOn', code: 'span', zh: `收到的日期应在 ${from} 到 ${to} 之间`, en: `The day of receipt lies between ${from} and ${to}.` }],
  });

export const decidedAlready = (): AppError =>
  new AppError('conflict', 'adverse.decided-already', {
    zh: '决定已经审定，收到的意见不能再计入。请立即报告审定人，并把材料存入本件；决定尚未送达的，暂不送达',
    en: 'It has been decided, so this word cannot count any more. Tell the person who decided at once, keep the paper with the case, and do not serve a decision that is not served yet.',
  });

export const clockStandsStill = (): AppError =>
  new AppError('conflict', 'adverse.clock-paused', { zh: '期限已因其他事由暂停，请先恢复计时，再通知听证', en: 'The clock stands on another ground. Resume it, then set the hearing.' });

export const hearingDay = (pointer: string, how: 'early' | 'late', day: string): AppError =>
  new AppError('invalid', 'adverse.hearing-day', { zh: '听证的日期不对', en: 'The day of the hearing is not possible.' }, {
    errors: [{ pointer, code: how === 'early' ? 'min' : 'max', zh: how === 'early' ? `不能早于 ${day}` : `不能晚于 ${day}`, en: how === 'early' ? `Not before ${day}.` : `Not after ${day}.` }],
  });

export const announcementRuns = (until: string): AppError => new AppError('conflict', 'notice.announcement-runs', { zh: `公告期 ${until} 届满，届满后再登记送达`, en: `The announcement ends on ${until}. Record the service afterwards.` }, { extra: { until } });

export const serviceDay = (from: string, to: string): AppError =>
  new AppError('invalid', 'notice.service-day', { zh: '送达日期不对', en: 'The day of service is not possible.' }, {
    errors: [{ pointer: '/servedOn', code: 'span', zh: `送达日期应在 ${from} 到 ${to} 之间`, en: `The day of service lies between ${from} and ${to}.` }],
  });

export const statementNeeded = (): AppError =>
  new AppError('invalid', 'adverse.statement-needed', { zh: '请写明陈述申辩的意见，或者选择放弃', en: 'Write the statement, or waive it.' }, {
    errors: [{ pointer: '/text', code: 'isNotEmpty', zh: '写明意见，或者选择放弃，二者选一', en: 'Either a text or a waiver.' }],
  });

export const alreadyAnswered = (name: string): AppError =>
  new AppError('conflict', 'supervision.answered', { zh: `这条督办已由${name}答复，请刷新页面`, en: `${name} has answered this already. Reload the page.` });
