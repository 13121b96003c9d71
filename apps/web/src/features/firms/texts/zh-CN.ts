export default {
  unverified: '（未核实）',
  register: {
    title: '服务机构名录', lead: '经生态环境部门核验的第三方服务机构。勾选 2 至 4 家可以并排对比。', caption: '服务机构名录', search: '机构名称或业务，至少两个字',
    name: '机构', services: '服务', qualifications: '有效资质', capacity: '承接能力', score: '评价', pick: '加入对比', picked: '已选 {{count}} 家', compare: '并排对比', clear: '清空', full: '最多对比 4 家',
    kind: '服务类别', stage: '阶段', service: '服务项目', qualification: '持有资质', region: '服务地区（区划代码）', valid: '资质状态', validOnly: '只看资质有效、未受限制', sort: '排序', byName: '按名称', byNew: '最近更新', byFree: '空余能力多的在前',
    free: '可同时承接 {{capacity}} 项，在办 {{open}} 项', noCapacity: '未填写，在办 {{open}} 项', none: '暂无', empty: '没有符合条件的机构', emptyHint: '换一个条件试试，或清空筛选。', export: '导出',
  },
  integrity: { clear: '无失信记分', warned: '失信警示', restricted: '限期整改，暂停承接' },
  firm: {
    back: '服务机构名录', intro: '机构简介', services: '服务范围', regions: '服务地区', capacity: '承接能力', engineers: '项目负责人', engineerLoad: '{{count}} 人，可承担 {{capacity}} 项，已承担 {{load}} 项', staff: '持证人员', staffOf: '{{kind}} {{count}} 人',
    qualifications: '已核验资质', number: '证书编号', scope: '范围', issuer: '发证机关', valid: '有效期', endless: '长期有效', verifiedOn: '核验日期', noQualifications: '目前没有有效资质', history: '资质核验记录', noHistory: '还没有记录',
    what: { verified: '核验通过', suspended: '被暂停', restored: '已恢复', lapsed: '到期失效' }, points: '失信记分', noPoints: '公开期内没有记分', pointOf: '{{points}} 分', until: '计分至 {{day}}', objected: '异议处理中', source: '来源', compare: '选择其他机构对比',
  },
  compare: { title: '机构对比', lead: '并排查看核验过的信息。机构自述的内容请向机构核实。', row: '项目', remove: '移出对比', none: '请先在名录里选择 2 至 4 家机构', choose: '去选择机构' },
  catalogue: {
    title: '服务目录', lead: '企业从建设到退场可能用到的环保服务：做什么、交什么、机构要有什么资质、依据是什么。', search: '查找服务', all: '全部阶段', wizard: '不知道需要哪项？回答几个问题', requirement: '机构资质', empty: '没有这样的服务',
  },
  service: {
    back: '服务目录', purpose: '什么时候需要', scope: '工作内容', deliverables: '交付成果', duration: '通常周期', days: '约 {{count}} 天', requirement: '机构须具备', basis: '依据', from: '{{day}} 起', fromTo: '{{from}} 至 {{to}}', firms: '符合条件的机构', firmsCount: '{{count}} 家', seeFirms: '查看机构',
    band: '参考价格', bandOf: '{{low}} 至 {{high}} 元（中位 {{median}} 元）', bandNote: '取最近 {{n}} 次成交的中间一半，已四舍五入，截至 {{day}}，仅供参考', noBand: '成交不足 5 次，暂不显示', begin: '发布这项服务的任务', signIn: '登录后发布任务', version: '第 {{count}} 版 · {{name}} · {{day}}',
  },
  wizard: {
    title: '我需要什么服务', lead: '勾选符合的情况，系统列出需要的服务、理由和对机构的要求。不登录也能用。', leadKnown: '根据本单位的许可证、证后事项、超标记录和停产情况，列出需要的服务；也可以补充勾选其他情况。',
    questions: '还有哪些情况？', questionsPublic: '哪些情况符合？', known: '已查看：许可证 {{permits}} 个，待办事项 {{duties}} 项，未说明的超标 {{findings}} 条，停产 {{stoppages}} 次', result: '建议的服务（{{count}} 项）', nothing: '从已知情况看，目前没有需要委托的服务。可以勾选下面的情况再看。', nothingPublic: '勾选上面的情况，这里会列出需要的服务。',
    why: '为什么', overdue: '已逾期', due: '{{day}} 前', begin: '发起服务任务', detail: '查看服务内容', source: { permit: '许可证', duty: '证后事项', finding: '超标', stoppage: '停产', answer: '您的回答' }, permit: '还没有排污许可证？先查是否需要办理',
  },
  people: {
    title: '人员', lead: '登记有证书的人员和项目负责人。身份证号加密保存，之后只显示后四位；同一人或同一证书登记在两家机构会提示核实。', add: '登记人员', change: '修改', leave: '登记离开', name: '姓名', idNumber: '身份证号', certificates: '证书', responsible: '项目负责人', max: '可同时负责', load: '在办', since: '入职日期', left: '{{day}} 离开', flagged: '同时登记在其他机构，待核实', expired: '已过期',
    loadOf: '在办 {{load}} / {{max}} 项', submit: '保存', empty: '还没有登记人员', emptyHint: '登记持证人员和项目负责人，名录会显示持证人数（不显示姓名）。', leaveTitle: '登记离开日期', leaveAct: '确认离开', leftOn: '离开日期', tasks: '在办任务与负责人', noTasks: '现在没有在办任务', assign: '负责人', nobody: '未指定', assigned: '已指定',
  },
  points: {
    title: '失信记分', leadFirm: '记分由生态环境部门两人办理。对事实或依据有异议的，可以在线提出。', leadBureau: '一人提出、另一人确认；机构可以提出异议，由提出人以外的同事答复。', standing: '目前情况', ofCycle: '本周期 {{points}} 分', levels: '{{warn}} 分警示，{{restrict}} 分限制', span: '{{from}} 至 {{until}}',
    caption: '失信记分列表', search: '机构名称', firm: '机构', rule: '行为', worth: '分值', occurred: '行为日期', expires: '计分至', source: '来源', state: '状态', evidence: '证明材料', view: '查看', empty: '没有记分', propose: '提出记分', exportName: '失信记分',
    states: { proposed: '待确认', refused: '不予记分', confirmed: '已记分', objected: '异议处理中', upheld: '异议后维持', revoked: '已撤销' },
    confirm: '确认记分', refuse: '不予记分', object: '提出异议', uphold: '维持记分', revoke: '撤销记分', reason: '理由（机构会看到）', objection: '异议的事实和理由', confirmTitle: '确认这条记分？', refuseTitle: '不予记分？', objectTitle: '对这条记分提出异议？', upholdTitle: '维持这条记分？', revokeTitle: '撤销这条记分？',
    formTitle: '提出记分', formLead: '提交后由另一位同事确认才生效，机构随即收到通知。', submit: '提交，由他人确认', chooseFirm: '服务机构', chooseRule: '记分行为', facts: '查明的事实', uploadEvidence: '上传证明材料', needEvidence: '请先上传证明材料', rules: '记分规则', ruleLine: '{{points}} 分：{{text}}', answered: '答复：{{text}}', said: '异议：{{text}}', back: '失信记分',
  },
  flags: {
    title: '人员重复登记', lead: '同一人或同一证书同时登记在两家机构：可能是兼职、挂证，或离职没有登记。请核实。', who: '人员', firms: '两家机构', why: '原因', samePerson: '同一身份证号', sameCertificate: '同一证书', shared: '相同证书', found: '发现时间', state: '状态', states: { open: '待核实', cleared: '已说明', confirmed: '属实' }, empty: '没有待核实的人员',
    clear: '情况说明，解除', confirm: '属实', clearTitle: '解除这条提示？', confirmTitle: '确认属实？', note: '核实情况', caption: '人员重复登记列表',
  },
  edit: {
    title: '服务目录维护', lead: '每次保存都是新的一版，旧版保留；已发布的任务按发布时的要求执行。', change: '修改', add: '新增服务', addTitle: '新增服务', inactive: '已停用', versions: '历次修改', save: '保存为新的一版', code: '代码', titleZh: '名称', titleEn: '英文名称', kind: '类别', stage: '阶段', purposeZh: '什么时候需要', purposeEn: '什么时候需要（英文）', scope: '工作内容（发布任务时带入）', deliverables: '交付成果（一行一项）', days: '通常周期', requirement: '对机构资质的要求', clause: '须具备（任一即可）', clauseHelp: '每行一项要求，全部须满足；同一行选多类资质表示任一即可', words: '范围含（任一字词，用顿号分开）', active: '对外提供', note: '改了什么、为什么', back: '服务目录维护',
  },
  kinds: { law: '依据：{{law}}', scopeWords: '常见范围：{{words}}' },
};
