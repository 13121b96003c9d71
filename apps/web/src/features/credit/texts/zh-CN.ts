export default {
  unverified: '（未核实）', comma: '、', none: '无', grade: '等级', score: '{{score}} 分', points: '分', back: '我的环境信用', backTo: '返回 {{name}}', day: '截至 {{day}}',
  types: {
    warning: '警告、通报批评', 'order-correct': '责令改正', 'fine-summary': '简易程序罚款', fine: '罚款', 'fine-large': '较大数额罚款、没收', 'fine-huge': '巨额罚款', 'daily-penalty': '按日连续处罚', seizure: '查封、扣押', suspension: '限制生产、停产整治', exceedance: '超标、超总量排放经查实', complaint: '群众投诉经查实', 'duty-overdue': '持证义务逾期经查实', 'incident-general': '一般突发环境事件', 'incident-major': '较大及以上突发环境事件',
    'licence-revoked': '吊销许可证、责令关闭', detention: '移送行政拘留', 'refuse-perform': '拒不履行处罚决定', crime: '构成环境犯罪', 'unapproved-build': '未批先建', 'no-acceptance': '环保设施未建成或未经验收即投产', 'major-change': '重大变动未重新报批', 'over-total': '主要污染物超总量', 'hidden-pipe': '暗管、渗井、旁路偷排', 'hazardous-dump': '违法处置危险废物', 'water-source': '造成饮用水水源取水中断', 'sensitive-area': '对环境敏感区造成重大不利影响', 'eco-damage': '违法开发造成严重生态破坏', 'supervision-overdue': '挂牌督办逾期未完成', obstruct: '暴力、威胁等方式拒绝检查', 'heavy-weather': '重污染天气应急响应不力',
    'repair.false': '虚假申请信用修复', voluntary: '自愿开展超出法定要求的活动', reading: '指标取值', 'firm.fraud': '造假', 'firm.fault': '成果因机构原因被否定', 'firm.integrity': '失信记分', 'firm.review-failed': '成果审查未通过或被退回', 'firm.late': '逾期交付', 'firm.reading': '交付质量评分',
  },
  status: { active: '计分中', suspended: '申诉期间暂停', repaired: '已修复', expired: '已到期', revoked: '已撤销', future: '未生效' },
  severity: { minor: '轻微', general: '一般', serious: '严重' },
  colour: { green: '绿牌', blue: '蓝牌', yellow: '黄牌', red: '红牌', black: '黑牌', grey: '未定' },
  scrutiny: { title: '申请人须从严审查', because: '原因：{{because}}；依据：{{basis}}', look: '查看申请人的环境信用' },
  mine: {
    title: '我的环境信用', titleOf: '{{name}}的环境信用', lead: '得分和等级随信用事件即时变化，每一分都可以查到来源。', since: '{{day}} 起为这个等级', byScore: '按得分应为{{grade}}', vetoed: '有一票否决事项，定为最低等级', lowered: '因降级或限制线，低于得分对应的等级', inForce: '适用{{scheme}}（{{basis}}）', unverifiedScheme: '方案中有数值尚未与官方文本核对，仅供参考，以主管部门公布的为准。',
    others: '另按其他方案计算（不产生影响）', other: '{{scheme}}：{{score}} 分，{{grade}}', next: '接下来', nextEnd: '{{day}} 期满后，最早一条事件不再计分', nextRepair: '{{day}} 起可以申请修复最早一条事件', nextNone: '没有正在计分的事件', measures: '这个等级带来什么', noMeasures: '没有额外措施',
    look: '逐项查看', lines: '得分依据', linesHint: '每一项加了几分、减了几分，依据哪一条', whatIf: '如果……会怎样', whatIfHint: '试算修复、新增事件或改变指标后的得分，不保存', events: '信用事件', eventsHint: '全部事件、依据和状态变化', history: '变化记录', historyHint: '每次得分和等级变化的时间和原因', annual: '年度信用评价', annualHint: '每年的自查自报、评价结果和反馈书', value: { strict: '从严', stop: '暂停', list: '列入名单' },
  },
  lines: {
    title: '得分依据', lead: '从上到下相加就是得分；影响等级的事项列在最后。', day: '截至哪一天', scheme: '评价方案', inForce: '适用', caption: '得分依据', item: '项目', weight: '权重', score: '取值', contribution: '计入', basis: '依据', total: '得分', tier: '得分达到 {{score}} 分', veto: '一票否决', downgrade: '降 {{score}} 级', gate: '达到 {{score}} 分', note: { default: '没有取值，按满分计', 'not-applicable': '不适用，权重分给其他指标', reading: '按取值', effect: '因事件扣减' }, event: '查看事件', show: '查询',
  },
  events: {
    title: '信用事件', lead: '事件入账后不修改、不删除；修复、撤销和申诉另行记录。', caption: '信用事件', search: '名称、文号或内容，至少两个字', name: '事件', on: '行为日期', until: '有效期止', status: '状态', severity: '失信类别', type: '类型', repair: '可申请修复', tabs: { events: '事件', readings: '指标取值' }, noReadings: '没有指标取值', empty: '没有信用事件', exportName: '信用事件', basis: '依据', document: '文号', facts: '事实', evidence: '查看文书', recorded: '入账', source: '来源', changes: '状态变化', change: '{{day}} 起{{status}}：{{reason}}（{{basis}}）', from: '生效日期', revoke: '撤销', revokeTitle: '撤销这条事件？', revokeMeans: '自生效日起视为没有发生，得分和等级随即重算，企业收到通知；原记录保留。除轻微事件外，由另一人确认后撤销。', revokeEvidence: '上传撤销所依据的文书', revokeReason: '撤销理由（企业会看到）', revokeBasis: '依据的文书（复议决定、判决、自行纠正决定等）', revokeDone: '已提交，严重失信事件由另一人确认后生效', record: '登记事件', detail: '详情', noDate: '长期',
  },
  history: { title: '变化记录', lead: '每次变化留有快照，可查当时的得分和等级。', caption: '变化记录', at: '时间', change: '变化', cause: '原因', empty: '还没有变化', causes: { event: '新增事件', change: '事件状态变化', day: '到期或生效', scheme: '方案变化', first: '开始计算' }, moved: '{{before}} → {{after}} 分' },
  whatIf: {
    title: '如果……会怎样', lead: '选择假设，立即试算。试算不保存，也不影响任何人。', repair: '假设这些事件已修复或撤销', noEvents: '没有正在计分的事件', add: '假设新增一条事件', addNone: '不新增', indicator: '假设一项指标改变（国家办法）', indicatorNone: '不改变', value: '新的取值', scheme: '评价方案', run: '试算', before: '现在', after: '假设之后', delta: '相差 {{delta}} 分', same: '等级不变', moves: '等级由{{before}}变为{{after}}', changed: '有变化的项目', result: '试算结果',
  },
  register: {
    title: '环境信用名册', lead: '本辖区企业和服务机构的得分、等级和下一次变化。', caption: '环境信用名册', search: '单位名称或统一社会信用代码', name: '单位', score: '得分', grade: '等级', events: '计分事件', since: '等级起始', next: '下次变化', kind: '类别', enterprise: '企业', firm: '服务机构', colour: '等级颜色', vetoed: '一票否决', onlyVetoed: '只看一票否决', withEvents: '计分事件', onlyWithEvents: '只看有计分事件', empty: '还没有单位计算信用', emptyHint: '单位经核验后自动开始计算；也可以全部重算一次。', exportName: '环境信用名册', schemes: '评价方案', entries: '登记与确认', veto: '否决',
  },
  entries: {
    title: '信用事件登记', lead: '登记和撤销须有依据和证据。严重失信、低于通常类别、提前到期的登记，以及轻微以外的撤销，由另一人确认；其余即时入账。', caption: '登记与确认', search: '单位或事件名称，至少两个字', subject: '单位', what: '事项', kind: { record: '登记', revoke: '撤销' }, state: '状态', states: { proposed: '待另一人确认', recorded: '已入账', refused: '不予登记' }, at: '登记时间', by: '登记人', empty: '没有登记', exportName: '信用事件登记', back: '信用事件登记', kindLabel: '登记或撤销',
    newTitle: '登记信用事件', newLead: '按决定书或查实材料填写。入账后不能修改，填错只能撤销后重新登记。', submit: '提交登记', upload: '上传依据文书', needEvidence: '请先上传依据文书', name: '事件名称', facts: '查明的事实', basis: '依据', document: '文号', occurred: '行为日期', validFrom: '生效日期', validUntil: '有效期止', byScheme: '按方案规定的期限', evidence: '证据', view: '查看证据', decided: '确认人', reason: '确认意见', reading: '指标 {{indicator}}：{{value}}', notApplicable: '不适用',
    confirm: '确认入账', confirmTitle: '确认入账？', confirmMeans: '请核对依据和证据。入账后得分和等级即时重算，单位收到通知。', refuse: '不予登记', refuseTitle: '不予登记？', refuseMeans: '不产生任何影响。', why: '理由', waits: '须由登记人以外的人确认',
  },
  schemes: {
    title: '评价方案', lead: '方案是带日期的数据。修改先起草，模拟影响后由另一人发布。', caption: '评价方案', search: '方案名称，至少两个字', name: '方案', kind: '适用对象', from: '生效', to: '截止', state: '状态', states: { draft: '草案', published: '已发布', withdrawn: '已作废' }, unverified: '未核实', unverifiedCount: '{{count}} 行', exportName: '评价方案', back: '评价方案', empty: '没有方案', forces: '何时适用哪个方案', force: '{{from}} 至 {{to}}：{{scheme}}（{{basis}}）', forever: '另行通知',
    kinds: { parameter: '参数', indicator: '指标与权重', effect: '事件对指标的影响', deduction: '记分', measure: '取值折算', veto: '一票否决', downgrade: '降级', gate: '限制线', tier: '等级', repair: '修复最短期' }, added: '新增', additions: '平台版本更新后随附方案新增的行，自本版本生效日起计', proposed: '平台版本更新后随附方案新增了以下行。本市修改过该方案，现行版本未动；请核对后发布，或作废本草案。生效日期已过的，复制为新草案。', code: '代码', item: '项目', value: '数值', basis: '依据', verified: '已核实', sum: '权重合计 {{sum}}', faults: '发布前须改正', months: '计 {{months}} 个月', most: '合计至多 {{most}}', bands: '{{from}}–{{to}} 折算 {{low}}–{{high}}',
    copy: '复制为草案', copyTitle: '起草新版本', copyName: '名称', copyBasis: '依据', copyFrom: '生效日期', edit: '修改数值', save: '保存草案', publish: '发布', publishTitle: '发布这个方案？', publishMeans: '从生效日期起按新版本计算，现行版本截止到前一天；已评出的等级不变。', withdraw: '作废草案', withdrawTitle: '作废这份草案？', withdrawMeans: '草案不再使用，记录保留。', simulate: '模拟影响', simulateTitle: '模拟这个方案的影响？', simulateMeans: '用今天的台账和过去三年年底的台账试算，后台运行，不影响任何单位。', forceAct: '确定适用', forceTitle: '从哪一天起适用这个方案？', forceMeans: '提出后由另一人决定。同一天只适用一个方案，现行方案截止到前一天。', forceWaits: '确定适用：等待另一人决定', forceProposed: '{{name}}提出自 {{from}} 起适用这个方案，依据：{{basis}}', forceOther: '由另一人决定，决定前不生效。', forceApprove: '同意适用', forceRefuse: '不同意', forceReason: '理由', forceBasis: '依据', forceFrom: '适用日期', recompute: '全部重算', recomputeTitle: '全部重算？', recomputeMeans: '按今天的方案和台账重算所有单位，后台运行，等级有变化的单位会收到通知。',
  },
  runs: {
    title: '试算与重算', caption: '试算与重算', simulate: '方案模拟', recompute: '全部重算', state: '进度', states: { waiting: '等待', running: '运行中', done: '完成', failed: '没有完成' }, progress: '{{done}} / {{total}}', moved: '等级变化', movedCount: '{{count}} 家', at: '开始时间', by: '发起人', empty: '还没有试算', failedAt: '后台计算中止，已完成 {{done}} / {{total}}', resume: '从中止处继续', resumeMeans: '已完成的 {{done}} 家保留，从下一家继续。', detail: '模拟结果：{{scheme}}', detailRecompute: '全部重算', lead: '与每一天适用的方案相比。', day: '日期', up: '升级 {{count}} 家', down: '降级 {{count}} 家', same: '不变 {{count}} 家', move: '{{from}} → {{to}}：{{count}} 家', rows: '逐家结果', before: '现行', after: '模拟', delta: '分差', change: '等级变化', none: '不变', rise: '升 {{count}} 级', fall: '降 {{count}} 级', subject: '单位', search: '单位名称，至少两个字', exportName: '方案模拟结果', back: '评价方案', today: '今天',
  },
  lists: {
    title: '差别措施名单', lead: '按今天的等级和现行规定列出，供价格、财政、采购等部门使用。规定的数值在“未核实数据”里由两人修改。', caption: '差别措施名单', search: '单位名称或统一社会信用代码', name: '单位', measure: '措施', value: '内容', basis: '依据', empty: '没有单位适用这项措施', exportName: '差别措施名单',
    measures: { 'draw-weight': '双随机抽查权重', 'permit-scrutiny': '许可从严', subsidy: '专项资金', 'electricity-price': '差别电价', 'water-price': '差别水价', bidding: '采购与报价', 'weather-exemption': '重污染天气减免' },
  },
  public: {
    frozen: '异议处理中，暂停公示', frozenMeans: '有一条信息正在处理异议，处理期间暂停公示，最迟到 {{day}}。',
    title: '企业环境信用公示', lead: '公开本市企业和服务机构的环境信用等级及其依据的事件。到期、修复、撤销的事件不再公示。', caption: '企业环境信用公示', search: '单位名称或统一社会信用代码', empty: '没有公示信息', exportName: '企业环境信用公示', history: '公示期内的事件', noEvents: '没有在公示期内的事件', until: '公示至 {{day}}', minor: '轻微失信原则上不公示。', back: '企业环境信用公示', asOf: '数据截至 {{at}}', scheme: '适用{{scheme}}', notice: '等级由现行方案即时计算，方案中标为未核实的数值尚未与官方文本核对。', object: '认为信息有误的，可向作出认定的生态环境部门提出异议或申请修复。',
  },
};
