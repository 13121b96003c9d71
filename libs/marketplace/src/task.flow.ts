import { AppError } from '@huanbao/platform';

export type TaskState = 'draft' | 'published' | 'short' | 'closed' | 'negotiating' | 'opened' | 'awarded' | 'delivered' | 'rework' | 'accepted' | 'cancelled' | 'failed';
export type TaskAction = 'publish' | 'close' | 'fall-short' | 'prolong' | 'proceed' | 'open' | 'open-first' | 'call-final' | 'accept-offer' | 'award' | 'fail' | 'deliver' | 'accept' | 'milestone' | 'rework' | 'terminate' | 'cancel-award' | 'restore-award' | 'cancel';
export type Holder = 'enterprise' | 'firms' | 'awardee' | 'nobody';

interface StateRow {
  readonly zh: string;
  readonly en: string;
  /** Who holds the ball in this state, and what comes next. */
  readonly holder: Holder;
  readonly nextZh: string;
  readonly nextEn: string;
}

interface ActionRow {
  readonly from: readonly TaskState[];
  readonly to: TaskState;
  readonly zh: string;
  readonly en: string;
  /** The action of the policy that does it; null for the system at its time. */
  readonly by: string | null;
  /** The rule the step follows. A voluntary procurement of a private enterprise follows the contract law's offer and acceptance. */
  readonly basis: string;
}

/** The states of a service task and who is to act in each. */
export const TASK_STATES: Readonly<Record<TaskState, StateRow>> = {
  draft: { zh: '草稿', en: 'Draft', holder: 'enterprise', nextZh: '填完后发布', nextEn: 'Complete and publish' },
  published: { zh: '征集中', en: 'Open for bids', holder: 'firms', nextZh: '服务机构在截止前密封报价', nextEn: 'Firms bid sealed until the deadline' },
  short: { zh: '家数不足', en: 'Too few bids', holder: 'enterprise', nextZh: '延长征集、重新组织，或依规定继续', nextEn: 'Prolong, begin anew, or go on as the rules allow' },
  closed: { zh: '已截止待开标', en: 'Closed, to be opened', holder: 'enterprise', nextZh: '用开标钥匙开标', nextEn: 'Open the bids with the opening key' },
  negotiating: { zh: '首轮已开启', en: 'First round opened', holder: 'enterprise', nextZh: '发起最终报价（磋商的先逐家商谈）', nextEn: 'Call for final offers (after the talks)' },
  opened: { zh: '已开标待定标', en: 'Opened, to be awarded', holder: 'enterprise', nextZh: '比选并定标', nextEn: 'Compare and award' },
  awarded: { zh: '服务中', en: 'In service', holder: 'awardee', nextZh: '按约定提交成果', nextEn: 'Deliver as agreed' },
  delivered: { zh: '待验收', en: 'Delivered', holder: 'enterprise', nextZh: '验收或提出返工', nextEn: 'Accept or ask for rework' },
  rework: { zh: '返工中', en: 'Rework', holder: 'awardee', nextZh: '按意见修改后重新提交', nextEn: 'Mend and deliver again' },
  accepted: { zh: '已验收', en: 'Accepted', holder: 'nobody', nextZh: '双方互评', nextEn: 'Both sides rate each other' },
  cancelled: { zh: '已取消', en: 'Cancelled', holder: 'nobody', nextZh: '已结束', nextEn: 'Ended' },
  failed: { zh: '流标', en: 'Failed', holder: 'nobody', nextZh: '可重新发布任务', nextEn: 'The task may be published again' },
};

/** What people do; a step that is not in this table cannot happen. */
export const TASK_ACTIONS: Readonly<Record<TaskAction, ActionRow>> = {
  publish: { from: ['draft'], to: 'published', zh: '发布', en: 'Publish', by: 'task.publish', basis: '民法典 第四百七十三条（要约邀请）' },
  close: { from: ['published'], to: 'closed', zh: '截止', en: 'Close', by: null, basis: '招标投标法 第二十八条（参照：截止后拒收）' },
  'fall-short': { from: ['published'], to: 'short', zh: '截止时家数不足', en: 'Fall short', by: null, basis: '招标投标法 第二十八条；自愿采购参照' },
  prolong: { from: ['short'], to: 'published', zh: '延长征集', en: 'Prolong', by: 'task.procedure', basis: '民法典 第四百七十三条（自愿采购）' },
  proceed: { from: ['short'], to: 'closed', zh: '家数不足仍继续', en: 'Go on with fewer', by: 'task.procedure', basis: '招标投标法 第二十八条；政府采购法 第三十六条；自愿采购说明理由' },
  'open-first': { from: ['closed'], to: 'negotiating', zh: '开启首轮报价', en: 'Open the first round', by: 'task.open', basis: '财库〔2014〕214 号 第十七条；招标投标法 第三十六条（参照）' },
  'call-final': { from: ['negotiating'], to: 'published', zh: '发起最终报价', en: 'Call for final offers', by: 'task.procedure', basis: '财库〔2014〕214 号 第二十条、第二十一条' },
  'accept-offer': { from: ['published'], to: 'awarded', zh: '接受委托', en: 'Accept the offer', by: 'task.offer', basis: '民法典 第四百七十九条、第四百八十三条（承诺生效时合同成立）' },
  open: { from: ['closed'], to: 'opened', zh: '开标', en: 'Open', by: 'task.open', basis: '招标投标法 第三十四条、第三十六条（参照：截止后公开开启全部报价）' },
  award: { from: ['opened'], to: 'awarded', zh: '定标', en: 'Award', by: 'task.award', basis: '民法典 第四百七十九条（承诺）' },
  fail: { from: ['published', 'short', 'closed', 'negotiating', 'opened'], to: 'failed', zh: '流标', en: 'Fail', by: 'task.award', basis: '招标投标法 第四十二条（参照：否决全部报价）；没有报价时由系统办理' },
  deliver: { from: ['awarded', 'rework'], to: 'delivered', zh: '提交成果', en: 'Deliver', by: 'task.deliver', basis: '民法典 第五百零九条、第七百八十条' },
  accept: { from: ['delivered'], to: 'accepted', zh: '验收', en: 'Accept', by: 'task.accept', basis: '民法典 第七百八十条' },
  milestone: { from: ['delivered'], to: 'awarded', zh: '阶段验收', en: 'Accept a milestone', by: 'task.accept', basis: '民法典 第七百八十条（合同约定的里程碑）' },
  rework: { from: ['delivered'], to: 'rework', zh: '要求返工', en: 'Ask for rework', by: 'task.accept', basis: '民法典 第七百八十一条' },
  terminate: { from: ['awarded', 'delivered', 'rework'], to: 'cancelled', zh: '合同解除', en: 'The contract was ended', by: null, basis: '民法典 第五百六十二条、第五百六十三条' },
  'cancel-award': { from: ['awarded'], to: 'opened', zh: '取消中选', en: 'Cancel the award', by: null, basis: '招标投标法实施条例 第五十五条、第七十四条、第八十一条；政府采购质疑和投诉办法 第三十二条；民法典 第五百条' },
  'restore-award': { from: ['opened'], to: 'awarded', zh: '恢复中选', en: 'Restore the award', by: null, basis: '招标投标法实施条例 第六十一条（主管部门处理决定）' },
  cancel: { from: ['draft', 'published', 'short', 'closed', 'negotiating'], to: 'cancelled', zh: '取消', en: 'Cancel', by: 'task.cancel', basis: '民法典 第五百条（缔约诚信：说明理由并告知报价机构）' },
};

/** The state after the action. @throws AppError `task.wrong-state` (409) listing what is possible now. */
export function advance(state: TaskState, action: TaskAction): TaskState {
  const row = TASK_ACTIONS[action];
  if (row.from.includes(state)) return row.to;
  throw new AppError(
    'conflict',
    'task.wrong-state',
    {
      zh: `任务现在是“${TASK_STATES[state].zh}”，不能${row.zh}。请刷新页面查看最新进展`,
      en: `The task is "${TASK_STATES[state].en}" and cannot be changed by "${row.en}". Reload to see where it stands.`,
    },
    { extra: { state, action, possible: possibleActions(state) } },
  );
}

export function possibleActions(state: TaskState): TaskAction[] {
  return (Object.keys(TASK_ACTIONS) as TaskAction[]).filter(action => TASK_ACTIONS[action].from.includes(state));
}
