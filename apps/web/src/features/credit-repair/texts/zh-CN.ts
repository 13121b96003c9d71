export default {
  unverified: '（未核实）', none: '无',
  severity: { minor: '轻微', general: '一般', serious: '严重' },
  status: { active: '计分中', suspended: '申诉期间暂停', repaired: '已修复', expired: '已到期', revoked: '已撤销' },
  ground: { 'wrong-subject': '不是本单位的信息', 'wrong-facts': '事实或数据有误', 'wrong-class': '失信类别或适用依据有误', overturned: '处罚或认定已被撤销、变更', over: '已过有效期或应当修复而未更新' },
  why: {
    'not-begun': '还没有生效', ended: '已经修复、撤销或到期', suspended: '因复议或诉讼暂停计分，等结果出来再申请', harmless: '不公示也不扣分，不需要修复', never: '公示期内不能修复，期满自动停止公示', open: '已有一件申请在办', appealed: '异议正在处理，等处理结果或先撤回异议',
    barred: '因虚假申请，暂时不能申请修复', 'expires-first': '到期前达不到最短公示期，到期自动停止公示', 'too-early': '{{day}} 起可以申请修复',
  },
  proof: { required: '必须提供', optional: '可以补充' },
  field: {
    event: '失信信息', document: '文号', severity: '失信类别', subject: '单位', number: '编号', validFrom: '生效日期', until: '有效期止', noEnd: '未设', shortest: '最短公示期', months: '{{count}} 个月', from: '可申请修复', ground: '异议类型', state: '状态', due: '期限', begun: '提交或填写日期', reason: '理由', reasonRead: '理由（单位会看到）',
  },
  options: {
    title: '信用修复', lead: '每条失信信息从哪一天起可以申请修复、需要什么，都列在这里。', ways: '我的办件', barred: '因虚假申请信用修复，{{day}} 前不受理修复申请', next: '下一条可以申请修复的日期：{{day}}', empty: '没有需要修复的失信信息', ended: '已经结束的', basis: '最短公示期依据：{{basis}}',
    can: '现在可以申请修复', proofs: '需要哪些证明', apply: '申请修复', goOn: '继续办理修复申请', appeal: '提出异议', goOnAppeal: '查看异议', appealTitle: '认为这条信息有误？', appealMeans: '选择类型后，在下一页写明事实和理由、附上证据。受理后按规定暂停公示，核实后答复。',
  },
  list: {
    repair: '信用修复', appeal: '信用异议', own: { repair: '我的修复申请', appeal: '我的异议' }, lead: { repair: '一条失信信息一件申请。受理、核实、决定由三个人办理。', appeal: '认为信息有误的异议。受理后按规定暂停公示，核实后决定。' }, notYet: '尚未提交', search: '编号、单位、失信信息或文号，至少两个字', claimed: '认领', by: { mine: '我认领的', nobody: '无人认领' }, unclaimed: '未认领', overdue: '超期', onlyOverdue: '只看超期', paused: '暂停计时',
    tabs: { mine: '待我办理', correcting: '补正中', accepting: '待受理', verifying: '核实中', deciding: '待决定', ended: '已办结' }, empty: { repair: '没有修复申请', appeal: '没有异议' },
  },
  page: {
    about: '针对的信息', proofs: '证明材料', noFile: '没有上传', add: '上传：{{title}}', papers: '文书', served: '已送达', drawing: '正在生成', remedies: '救济途径', remedyUntil: '最迟 {{day}}', history: '办理经过', course: '申请和办理', committed: '承诺和提交', submitted: '提交', service: '送达方式', electronic: '同意在本平台电子送达', onPaper: '由生态环境部门送达', accepted: '受理人', decision: '决定理由', false: '虚假申请', falseMeans: '已记入信用记录并公示，期限内不再受理修复申请',
  },
  form: {
    mended: '整改和履行情况', mendedHelp: '写明罚款缴纳、整改措施和完成日期，至少十个字', wrong: '异议的事实和理由', wrongHelp: '写明哪里有误、正确的情况是什么，至少十个字', commitmentText: '本单位承诺：所提交材料真实、完整；已履行处罚决定和法定义务，问题已整改到位；今后守法经营。如有不实，愿意承担记入信用记录并公示、限期不得再申请修复等后果。', commitment: '已阅读并作出以上承诺', commitmentNeeded: '请阅读并勾选信用修复承诺', electronic: '同意在本平台接收决定书等文书（电子送达）',
  },
  repair: { title: '信用修复：{{event}}', asked: '请按下列要求补齐材料后重新提交', since: '此后的其他失信信息', sinceHint: '核实时请看整改后有没有新的违法。' },
  appeal: { title: '信用异议：{{event}}', evidence: '支持异议的证据', frozen: '暂停公示中，最迟到 {{day}}', frozenGrade: '这条信息和等级暂不公示；计分和措施不变。', frozenEvent: '这条信息暂不公示；计分和措施不变。' },
  verdict: { mended: '已整改到位', 'not-mended': '未整改到位', false: '材料虚假' },
  advice: { uphold: '异议成立', dismiss: '异议不成立' },
  outcome: { upheld: '异议成立，撤销信息', dismissed: '异议不成立，维持信息' },
  act: {
    submit: '提交', resubmit: '补正后提交', claim: '认领', release: '退回待认领', cancel: '取消', accept: '受理', 'request-correction': '告知补正', reject: '不予受理', verify: '填写核实意见', grant: '准予修复', refuse: '不予修复', 'verify-again': '退回重新核实', withdraw: '撤回', review: '填写核实意见', 'review-again': '退回重新核实', decide: '作出决定', 'propose-withdrawal': '拟撤销修复', 'state-withdrawal': '陈述申辩', 'decide-withdrawal': '决定是否撤销',
    acceptMeans: '受理后开始计算核实和决定的期限，申请人收到受理通知书。', acceptAppealMeans: '受理后按规定暂停公示这条信息，申请人收到受理通知书。', correctMeans: '补正只告知一次，请把需要补齐的一次写全。', items: '需要补正的内容', what: '内容', requirement: '补正要求', basis: '依据', verifyMeans: '核实人不能是受理人，也不能是与申请单位有关系的人。需要到现场或监测的，先书面告知并暂停计时。',
    verdict: '核实意见', findings: '核实了什么、结果怎样', findingsHelp: '决定作出后申请人会看到，至少十个字', siteCheckedOn: '现场核查日期', falsehood: '哪些内容虚假', falsehoodHelp: '写明不实的内容和依据，至少十个字。由决定人确认后记入信用记录', grantMeans: '决定后这条信息当即停止公示，得分和等级即时重算，两份文书一并送达，并出具修复证明。', refuseMeans: '决定书会写明理由和救济途径。', isFalse: '是否按虚假申请处理', isFalseYes: '是，记入信用记录，限期不再受理', isFalseNo: '否，只是不予修复', withdrawMeans: '撤回后本件结束，可以重新申请。', advice: '核实意见', decideMeans: '决定人不能是受理人、核实人或登记这条信息的人。异议成立的，信息自始撤销，得分和等级即时重算。', outcome: '决定',
  },
  pause: { title: '计时', lead: '现场核查、监测、鉴定的时间不计入期限。先书面告知申请人，再暂停。', ground: '暂停的原因', 'site-check': '现场核查', monitoring: '监测', appraisal: '鉴定', number: '书面告知的文号', expected: '预计恢复日期', act: { pause: '暂停计时', resume: '恢复计时' } },
  certificates: {
    title: '信用证明', lead: '修复、到期、撤销的信息留有证明，可以下载给银行、采购单位核验。', open: '查看修复证明', kind: '证明', kinds: { repaired: '信用修复证明', expired: '失信信息公示期满证明', revoked: '失信信息撤销证明' }, ended: '停止公示日期', issued: '出具日期', void: '{{day}} 起作废', download: '下载证明', search: '编号、失信信息或文号，至少两个字', empty: '还没有证明',
  },
  withdrawal: {
    title: '撤销信用修复', tag: '修复已撤销', proposed: '拟撤销这件信用修复，{{day}} 前可以陈述和申辩', untold: '拟撤销这件信用修复；事先告知书还没有送达，送达次日起 {{days}} 个工作日内可以陈述和申辩', intent: '事先告知书', toldOn: '告知日期', decided: '已作出撤销信用修复决定（{{number}}），送达后生效；送达前单位看不到，修复仍然有效', withdrawn: '信用修复已经撤销，自 {{day}} 起重新计分和公示，修复证明作废', lapsed: '信用修复已经撤销；这条信息已经撤销或者到期，不再计分和公示，修复证明作废', dropped: '经审查，信用修复不予撤销', evidence: '证明材料虚假的证据', evidenceHint: '发现修复申请材料虚假的，先上传证据，再提出撤销，由另一人决定。', add: '上传虚假证据', look: '查看证据', paper: '决定书', servedOn: '送达日期', notServed: '尚未送达', falsehood: '哪些内容虚假', statement: '陈述和申辩',
    proposeMeans: '提出后制发撤销信用修复事先告知书，同意电子送达的立即送达，否则请登记送达；陈述申辩的期限自送达次日起算，由另一人决定。', stateMeans: '请在 {{day}} 前写明事实和理由，只能提交一次。', stateUntold: '请写明事实和理由，只能提交一次；期限为告知书送达次日起 {{days}} 个工作日，现在也可以提交。', decideMeans: '决定撤销的，制发撤销信用修复决定书，送达后生效：重新计分和公示，修复证明作废，虚假申请记入信用记录。单位同意电子送达的，决定同时送达；否则请另行送达并登记。', verdict: { withdrawn: '撤销信用修复', dropped: '不予撤销' },
  },
  serve: {
    act: '登记送达', of: '登记送达：{{title}}', method: '送达方式', receivedBy: '收件人', servedOn: '送达日期', means: '登记后生成送达回证，复议和诉讼的期限从送达日期起算。', withdrawalMeans: '登记后撤销决定自送达日期起生效，生成送达回证，复议和诉讼的期限从送达日期起算。',
  },
  check: { title: '信用证明核验', lead: '输入证明上的核验码，查看证明是不是真的。核验码在证明的核验地址末尾。', code: '核验码', codeHelp: '十六位字母和数字', act: '核验', at: '核验时间', holds: '证明由本平台出具，内容未被改动', revoked: '本证明自 {{day}} 起作废：信用修复决定已经撤销', broken: '证明内容与签名不一致，请向出具机关核实', facts: '证明内容', subject: '单位名称', uscc: '统一社会信用代码', occurred: '行为日期', technical: '签名原文和公钥' },
};
