import { textOf, type Text } from '@/i18n';

type Names = Readonly<Record<string, Text>>;

/** What an act belongs to: the part before the first dot. */
const AREAS: Names = {
  auth: { zh: '登录', en: 'Sign-in' },
  session: { zh: '会话', en: 'Session' },
  password: { zh: '密码', en: 'Password' },
  totp: { zh: '动态验证码', en: 'Authenticator' },
  account: { zh: '账户', en: 'Account' },
  organisation: { zh: '单位', en: 'Organisation' },
  membership: { zh: '成员', en: 'Member' },
  invitation: { zh: '邀请', en: 'Invitation' },
  mandate: { zh: '授权委托', en: 'Mandate' },
  'permit-application': { zh: '排污许可申请', en: 'Permit application' },
  permit: { zh: '排污许可证', en: 'Permit' },
  case: { zh: '办件', en: 'Case' },
  task: { zh: '服务任务', en: 'Service task' },
  bid: { zh: '投标', en: 'Bid' },
  qualification: { zh: '资质', en: 'Qualification' },
  'firm-person': { zh: '机构人员', en: 'Person of a firm' },
  'person-flag': { zh: '人员重复登记', en: 'Person in two firms' },
  'integrity-point': { zh: '失信记分', en: 'Integrity points' },
  engagement: { zh: '在办任务', en: 'Task in hand' },
  catalogue: { zh: '服务目录', en: 'Catalogue' },
  'firm-profile': { zh: '服务信息', en: 'Firm profile' },
  'witness-key': { zh: '见证钥匙', en: 'Witness key' },
  file: { zh: '文件', en: 'File' },
  holiday: { zh: '节假日', en: 'Holidays' },
  platform: { zh: '系统', en: 'System' },
};

/** What was done: the rest. */
const VERBS: Names = {
  create: { zh: '起草', en: 'drafted' },
  award: { zh: '定标', en: 'awarded' },
  open: { zh: '开标', en: 'opened' },
  close: { zh: '截止', en: 'closed' },
  fail: { zh: '流标', en: 'without award' },
  cancel: { zh: '取消', en: 'cancelled' },
  deliver: { zh: '提交成果', en: 'delivered' },
  rate: { zh: '评价', en: 'rated' },
  grant: { zh: '准予许可', en: 'granted' },
  refuse: { zh: '不予许可', en: 'refused' },
  conclude: { zh: '提出审查结论', en: 'review concluded' },
  'send-back': { zh: '退回审查', en: 'sent back' },
  'deem-accepted': { zh: '逾期视为受理', en: 'deemed accepted' },
  discard: { zh: '删除草稿', en: 'discarded' },
  'withdraw-at-intake': { zh: '撤回', en: 'withdrawn' },
  'withdraw-while-correcting': { zh: '补正期间撤回', en: 'withdrawn' },
  'withdraw-in-review': { zh: '审查期间撤回', en: 'withdrawn' },
  claimed: { zh: '认领', en: 'claimed' },
  released: { zh: '退回队列', en: 'released' },
  'handed-over': { zh: '移交', en: 'handed over' },
  paused: { zh: '暂停计时', en: 'clock paused' },
  resumed: { zh: '恢复计时', en: 'clock resumed' },
  'second-correction-permitted': { zh: '准许再次补正', en: 'second correction permitted' },
  'notice-served': { zh: '送达文书', en: 'notice served' },
  'correction-answered': { zh: '答复补正', en: 'correction answered' },
  'agent-ended': { zh: '代办终止', en: 'agency ended' },
  login: { zh: '成功', en: 'signed in' },
  'login-failed': { zh: '失败', en: 'failed' },
  'code-failed': { zh: '验证码错误', en: 'wrong code' },
  revoke: { zh: '撤销', en: 'revoked' },
  'revoke-others': { zh: '退出其他设备', en: 'other devices signed out' },
  'reuse-detected': { zh: '发现重复使用', en: 'reuse detected' },
  leave: { zh: '退出', en: 'signed out' },
  'reset-requested': { zh: '申请重设', en: 'reset requested' },
  reset: { zh: '重设', en: 'reset' },
  change: { zh: '修改', en: 'changed' },
  confirm: { zh: '确认', en: 'confirmed' },
  remove: { zh: '移除', en: 'removed' },
  edit: { zh: '修改', en: 'edited' },
  register: { zh: '注册', en: 'registered' },
  establish: { zh: '设立', en: 'established' },
  verify: { zh: '核验通过', en: 'verified' },
  reject: { zh: '核验不通过', en: 'not approved' },
  suspend: { zh: '暂停', en: 'suspended' },
  reinstate: { zh: '恢复', en: 'reinstated' },
  unmask: { zh: '查看完整电话', en: 'number shown' },
  roles: { zh: '调整角色', en: 'roles changed' },
  send: { zh: '发出', en: 'sent' },
  resend: { zh: '重发', en: 'sent again' },
  accept: { zh: '接受', en: 'accepted' },
  propose: { zh: '提出', en: 'proposed' },
  decline: { zh: '谢绝', en: 'declined' },
  revoked: { zh: '撤销', en: 'revoked' },
  stop: { zh: '中止', en: 'stopped' },
  expire: { zh: '到期', en: 'expired' },
  submit: { zh: '提交', en: 'submitted' },
  withdraw: { zh: '撤回', en: 'withdrawn' },
  decide: { zh: '作出决定', en: 'decided' },
  'request-correction': { zh: '要求补正', en: 'correction asked for' },
  resubmit: { zh: '补正后提交', en: 'submitted again' },
  'reject-intake': { zh: '不予受理', en: 'not accepted' },
  'start-review': { zh: '开始审查', en: 'review begun' },
  opinion: { zh: '审查意见', en: 'opinion' },
  opinions: { zh: '查看审查意见', en: 'opinions read' },
  issue: { zh: '发证', en: 'issued' },
  'dispose-finding': { zh: '处理校核结果', en: 'finding judged' },
  read: { zh: '查看', en: 'read' },
  export: { zh: '导出', en: 'exported' },
  claim: { zh: '认领', en: 'claimed' },
  release: { zh: '退回队列', en: 'released' },
  'hand-over': { zh: '移交', en: 'handed over' },
  pause: { zh: '暂停计时', en: 'clock paused' },
  resume: { zh: '恢复计时', en: 'clock resumed' },
  upload: { zh: '上传', en: 'uploaded' },
  refused: { zh: '拒收', en: 'refused' },
  infected: { zh: '发现病毒', en: 'virus found' },
  add: { zh: '登记', en: 'added' },
  save: { zh: '保存', en: 'saved' },
  set: { zh: '设置', en: 'set' },
  import: { zh: '导入', en: 'imported' },
  publish: { zh: '发布', en: 'published' },
  published: { zh: '发布', en: 'published' },
  created: { zh: '起草', en: 'drafted' },
  edited: { zh: '修改', en: 'edited' },
  cancelled: { zh: '取消', en: 'cancelled' },
  opened: { zh: '开标', en: 'opened' },
  awarded: { zh: '定标', en: 'awarded' },
  delivered: { zh: '提交成果', en: 'delivered' },
  accepted: { zh: '验收', en: 'accepted' },
  rework: { zh: '要求返工', en: 'rework asked for' },
  rated: { zh: '评价', en: 'rated' },
  closed: { zh: '截止', en: 'closed' },
  failed: { zh: '流标', en: 'without award' },
  'outbox.revive': { zh: '重新执行任务', en: 'job run again' },
  'audit.read': { zh: '查看操作日志', en: 'audit log read' },
  'audit.export': { zh: '导出操作日志', en: 'audit log exported' },
};

/** Kinds of records. */
const SUBJECTS: Names = {
  user: { zh: '账号', en: 'Account' },
  session: { zh: '会话', en: 'Session' },
  organisation: { zh: '单位', en: 'Organisation' },
  invitation: { zh: '邀请', en: 'Invitation' },
  mandate: { zh: '授权委托', en: 'Mandate' },
  'permit-application': { zh: '排污许可申请', en: 'Permit application' },
  permit: { zh: '排污许可证', en: 'Permit' },
  case: { zh: '办件', en: 'Case' },
  'case-queue': { zh: '办件队列', en: 'Queue' },
  'service-task': { zh: '服务任务', en: 'Service task' },
  bid: { zh: '投标', en: 'Bid' },
  qualification: { zh: '资质', en: 'Qualification' },
  firm: { zh: '服务机构', en: 'Firm' },
  'witness-key': { zh: '见证钥匙', en: 'Witness key' },
  file: { zh: '文件', en: 'File' },
  'holiday-year': { zh: '节假日', en: 'Holidays' },
  outbox: { zh: '后台任务', en: 'Background job' },
  'audit-log': { zh: '操作日志', en: 'Audit log' },
};

/** Recurring jobs. */
const JOBS: Names = {
  'platform.tidy-up': { zh: '清理过期的任务记录', en: 'Remove old job records' },
  'identity.tidy': { zh: '清理过期的会话', en: 'Remove expired sessions' },
  'qualification.remind-expiry': { zh: '提醒资质到期', en: 'Remind of expiring qualifications' },
  'qualification.withdraw-lapsed': { zh: '停止到期资质的报价资格', en: 'Withdraw the right of ended qualifications' },
  'task.publish-due-ratings': { zh: '公开到期的评价', en: 'Publish due ratings' },
  'casework.sweep-clocks': { zh: '检查办理期限', en: 'Check deadlines' },
  'file.sweep': { zh: '清理无主文件', en: 'Remove files without a record' },
};

/** Kinds of acts to choose from. */
export const AREA_OPTIONS = Object.entries(AREAS).map(([value, label]) => ({ value, label }));

/** `permit-application.submit` → 排污许可申请 · 提交; what has no name shows its code. */
export function actName(action: string): string {
  const dot = action.indexOf('.');
  const [area, verb] = dot < 0 ? [action, ''] : [action.slice(0, dot), action.slice(dot + 1)];
  return [nameIn(AREAS, area), nameIn(VERBS, verb)].filter(Boolean).join(' · ');
}

export const subjectName = (type: string): string => nameIn(SUBJECTS, type);
export const jobName = (job: string): string => nameIn(JOBS, job);

function nameIn(names: Names, key: string): string {
  return key in names ? textOf(names[key] as Text) : key;
}
