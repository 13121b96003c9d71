export default {
  enterprise: '企业', place: '部位', problem: '问题', requirement: '整改要求', law: '依据', unverified: '未核实', source: '来源', state: '状态', due: '整改期限', overdue: '已逾期', supervised: '挂牌督办', opened: '登记日期', issued: '制发日期', who: '经办人', facts: '基本情况', violation: '违法行为', conductOn: '发生日期', tasks: '整改项',
  dueFrom: '期限从', dueTo: '期限到', daysFromService: '送达后 {{days}} 日', notYet: '还没有填写', measure: '整改措施', person: '责任人', plannedOn: '计划完成', work: '怎样整改的', doneAt: '提交', before: '整改前', after: '整改后', verificationPhotos: '核查照片', inspectionPhotos: '检查时的照片', fromInspection: '来自检查记录', withdrawPhoto: '撤回',
  reason: '理由', cancel: '取消', yes: '是', no: '否', passed: '通过', failed: '不通过', newDueOn: '新的期限', persists: '仍在违法', extensions: '延期', extension: '第 {{items}} 项：{{from}} 延至 {{until}}', verification: '第 {{round}} 次核查',
  asked: { asked: '待审批', approved: '已同意', refused: '不同意', lapsed: '未按期决定，已失效' }, outcomes: { passed: '通过', rejected: '未通过' }, taskStates: { open: '待整改', done: '已提交', passed: '已通过' }, papers: { notice: '责令改正通知书', supervision: '挂牌督办通知书', default: '拟认定督办逾期告知书', closing: '核查销号记录' },
  saving: { saved: '已保存', waiting: '正在输入…', saving: '正在保存…', failed: '没有保存，内容还在页面上' },
  figures: { draft: '待制发', open: '整改中', verifying: '待核查', overdue: '逾期', supervised: '挂牌督办', rate: '近 12 个月按期率（{{total}} 件）', none: '没有到期的' },
  list: {
    title: '整改', lead: '责令改正通知、方案、核查、延期和督办。期限最早的排在前面。', search: '编号、企业、部位、问题',
    tabs: { verifying: '待审查核查', draft: '待制发', serving: '待送达', running: '企业整改中', extension: '延期待批', overdue: '逾期', supervised: '挂牌督办', ended: '已结束' },
    empty: { verifying: '没有待审查的方案和待核查的整改', draft: '没有待制发的草稿', serving: '没有待送达的通知', running: '没有正在整改的', extension: '没有待审批的延期', overdue: '没有逾期的整改', supervised: '没有挂牌督办的整改', ended: '没有已结束的整改' },
  },
  new: { title: '登记整改', lead: '先建草稿，写明问题和要求后制发通知；制发前企业看不到。', submit: '建立草稿', placeHelp: '厂区、排放口或者设施', factsHelp: '什么时候、怎样发现的，10 个字以上', pick: '请选择企业' },
  draft: { title: '填写责令改正通知', edit: '填写草稿', save: '保存草稿', officers: '执法人员', planRequired: '要求提交整改方案', days: '期限', day: '日', workday: '工作日', violationHelp: '依据按发生日期自动选用；来自检查或者义务的项可以不选，保留原依据', itemsHelp: '一个问题一项，各有要求和期限' },
  page: { back: '返回整改', facts: '整改情况', history: '办理经过', notice: '通知书', served: '送达', overdueSince: '逾期自', handedIn: '提交整改结果', clue: '移送立案审查', withdrawal: '撤销', source: '查看来源' },
  verify: {
    title: '核查整改', handler: '您参与了检查或者制发，不能核查这一件（查改分离），请由其他执法人员核查。', way: '核查方式', visitedOn: '核查日期', findings: '核查情况', result: '核查意见', itemFindings: '说明', ifNot: '核查结论', anyFailed: '结论', allPass: '全部通过，销号', someFail: '有不通过的，继续整改', persists: '违法行为是否仍在继续',
    persistsHelp: '选“是”的，作为按日连续处罚的复查事实告知处罚办案人员', clue: '移送立案审查的理由', clueHelp: '不移送的不填', submit: '提交核查意见', photo: '上传第 {{place}} 项的核查照片',
  },
  supervision: { title: '挂牌督办', runs: '督办中', done: '已完成', lifted: '已解除', defaulted: '认定逾期未完成', refused: '不认定的理由', number: '文号', due: '督办期限', demand: '督办要求', started: '挂牌日期', public: '是否公开', ended: '结束原因', notice: '拟认定督办逾期', until: '陈述申辩到 {{day}}', unserved: '告知书待送达', statement: '陈述申辩', answer: '提交陈述申辩' },
  plan: { title: '整改方案', lead: '逐项填写措施、责任人和计划完成日期，填写的内容自动保存。', due: '请在这一天前提交：', handIn: '提交整改方案', byOwner: '填好后由委托企业提交。', filledByOwner: '方案由委托企业填写，见上面各整改项；填好后可以代为提交。' },
  own: {
    title: '整改', enterprise: '企业', leadFirm: '委托企业收到的责令改正通知。按授权代填方案、上传整改前后照片、提交。', lead: '收到的责令改正通知。先报方案，再逐项整改，上传前后照片后提交。', search: '编号、部位、问题', tabs: { open: '办理中', overdue: '逾期', ended: '已结束' }, empty: { open: '没有需要整改的', overdue: '没有逾期的整改', ended: '没有已结束的整改' },
    next: { serving: '通知已制发，送达后开始计算期限。', planning: '请先填写并提交整改方案。', 'plan-review': '方案正在审查；可以先整改、先提交。', fixing: '请逐项整改，上传照片并写明怎样整改的，最后提交整改结果。', verifying: '整改结果已提交，等待核查。', closed: '整改已核查通过，已销号。', withdrawn: '通知已撤销。' },
    withdrawn: '通知已撤销：{{reason}}', addBefore: '上传整改前的照片或者材料', addAfter: '上传整改后的照片或者材料', done: '这一项已完成', undo: '撤回这一项', handIn: '提交整改结果', allDone: '全部整改项已完成，可以提交。', partly: '{{total}} 项中还有 {{open}} 项没有完成。可以先提交已完成的部分，并写明原因和后续安排。', words: '说明',
    extension: '申请延期', extensionLead: '期限届满前申请，最多延长 {{most}} 日，还可以申请 {{left}} 次。', untilDay: '延期到', askExtension: '提交延期申请',
  },
  public: { title: '挂牌督办', lead: '逾期没有完成整改、由生态环境部门挂牌督办的企业。完成后不再公开。', search: '企业、编号、问题', empty: '现在没有挂牌督办的整改' },
};
