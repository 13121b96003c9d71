export default {
  state: { none: '尚未开始评审', forming: '组建评标委员会', checking: '符合性审查', competition: '判断竞争性', scoring: '专家评分中', revealed: '评审完成，待公示', publicity: '中标候选人公示', awarded: '已定标', ended: '已结束' },
  experts: {
    title: '评标专家库', lead: '评标委员会从这里随机抽取。联系方式加密保存，查看会留下记录。', add: '登记专家', caption: '评标专家列表', search: '姓名、单位或职称，至少两个字', name: '姓名', unit: '工作单位', jobTitle: '职称', kind: '类别', specialties: '专业', status: '状态', times: '参加评审', timesOf: '{{count}} 次', sort: '排序', byName: '按姓名', byNew: '最近登记',
    empty: '专家库还没有专家', emptyHint: '先登记专家，企业才能抽取评标委员会。', exportName: '评标专家库', back: '评标专家库',
  },
  expert: {
    newTitle: '登记专家', editTitle: '修改专家信息', lead: '工作单位和回避单位用来排除利益关系，请填写全称。', save: '保存', contact: '查看联系方式', contactText: '查看手机号和邮箱会留下记录。', phone: '手机号', email: '邮箱', keepContact: '不改联系方式的，留空即可',
    statusTitle: '调整状态', suspend: '暂停', retire: '退库', restore: '恢复', statusText: '暂停或退库后不再被抽取，已在评审中的席位不变。', reason: '理由（存入记录）', facts: '专家信息', related: '回避单位', none: '无',
  },
  card: { title: '{{panel}}评审', none: '没有设{{panel}}：开标后由企业自行比选定标。', demanded: '这项采购依法由{{panel}}评审：{{least}} 人以上单数（{{basis}}{{unverified}}）。发布前请先填写评审办法。', unverified: '，未核实', missing: '待填写', public: '怎么评审', publicText: '由评审小组按公开的办法评审，候选人公示后定标。', write: '填写评审办法', change: '修改评审办法', open: '查看评审', openPublic: '查看评审办法与候选人', summary: '{{size}} 人{{panel}}，{{count}} 个评审项，价格 {{weight}} 分' },
  plan: {
    title: '评审办法', fixed: '任务已发布，评审办法不能再改', lead: '发布后固定，所有机构都能看到。评审项的分值加上价格分合计 100 分；价格权重在任务里修改。', back: '任务', save: '保存评审办法', remove: '不设{{panel}}', removeTitle: '不设{{panel}}？', removeText: '开标后由企业自行比选定标。依法须评审的采购，没有评审办法不能发布。', sizeHelp: '{{least}} 人以上单数（{{basis}}{{unverified}}）', priceAlone: '政府采购的询价按最低报价成交：价格权重应为 100，不设评审项；小组核对各家是否符合要求。',
    conditions: '符合性审查的条件', conditionsText: '评分前由评审小组逐条审查；不符合任何一条的报价被否决，不参加评分。条件在发布时固定。', committee: '评审人员', size: '人数', sizeOf: '{{size}} 人，其中企业代表 {{count}} 人', specialties: '所需专业', anySpecialty: '不限', days: '评分期限', daysOf: '{{count}} 天', criteria: '评审标准', item: '评审项', guide: '评分办法', max: '分值', price: '价格', formula: '价格分算法', lowest: '低价优先法', average: '平均价偏离法',
    lowestText: '最低有效报价 ÷ 报价 × 100 × {{weight}}%', averageText: '每高 1% 扣 {{above}} 分，每低 1% 扣 {{below}} 分（百分制），基准价为平均价下浮 {{float}}%，再 × {{weight}}%', dropText: '{{count}} 家及以上时去掉最高和最低报价', sum: '合计 {{sum}} 分', priceWeight: '价格分 {{weight}} 分',
  },
  committee: {
    title: '评标委员会', hidden: '名单在定标前对投标机构保密', hiddenOwner: '评分完成前姓名保密，生态环境部门可见', seat: '{{nth}} 号席位', expert: '评审专家', representative: '企业代表', nameless: '（保密）', state: { asked: '待声明', accepted: '已声明', recused: '已回避', declined: '不能参加', removed: '被要求回避' }, handedIn: '已提交评分', reviewed: '已提交审查意见', judged: '已提交竞争性意见', draw: '抽取专家', drawTitle: '抽取评标委员会', drawText: '系统从专家库中随机抽取符合专业要求、与各方没有利益关系的专家，并发送个人评审链接。抽取过程留存种子，可以复算。',
    member: '企业代表 {{nth}}', memberName: '姓名', memberTitle: '职务', memberEmail: '邮箱', remind: '提醒未提交的成员', reminded: '已发送提醒', remove: '要求回避', removeTitle: '要求 {{nth}} 号席位回避？', removeText: '该成员的评分作废，并立即抽取一名专家补上。', reason: '理由（存入记录）', due: '评分截止', progress: '已提交 {{done}} / {{all}} 份', empty: '还没有抽取',
  },
  draw: { title: '抽取记录', of: '第 {{nth}} 次', line: '候选 {{candidates}} 人，回避 {{excluded}} 人，抽取 {{drawn}} 人', how: '复算方法：对每个候选人计算 SHA-256（种子:候选人编号），从小到大取用。', seed: '种子', list: '候选人编号', drawn: '抽中' },
  review: {
    title: '符合性审查', left: '符合要求的报价 {{left}} 家；规定不少于 {{least}} 家（{{basis}}{{unverified}}）。', failed: '本次采购失败', responsive: '符合', rejected: '不符合，已否决', notMet: '不符合的条件', allMet: '全部符合', competition: '竞争性判断', competes: '仍有竞争性', lacks: '明显缺乏竞争', competitionHint: '有效报价不足时，由评标委员会判断是否明显缺乏竞争；多数认为缺乏竞争的，否决全部报价，重新招标。意见加密保存，全部提交后同时开启。', competitionSubmit: '提交竞争性意见',
    lead: '评分前先逐份核对：不符合哪一条就勾选哪一条，并为每份报价写明理由。同一条件被半数以上成员认定不符合的，该报价被否决，不再评分。', sealed: '意见加密保存，全部提交前任何人都看不到。', fails: '不符合', records: '平台记录', why: '认为符合的理由（至少 4 个字）', whyNot: '不符合的事实和理由（至少 4 个字）', handIn: '提交审查意见',
  },
  enquiry: { title: '异常低价说明', due: '说明期限', waiting: '等待说明', none: '期限内没有说明', answer: '书面说明', write: '填写书面说明', writeTitle: '说明报价构成', text: '说明（评标委员会会看到）', submit: '提交说明', rejected: '委员会认为不合理（{{against}} : {{pro}}），否决', hint: '请说明人工、材料、设备、税费和利润的构成，以及价格低的原因。只能提交一次。' },
  result: { title: '评审结果', ownTitle: '本机构的得分', rank: '名次', firm: '服务机构', price: '报价', technical: '技术商务', priceScore: '价格分', total: '总分', base: '价格计算', rounding: '舍入', sheets: '各席评分', deviates: '偏离平均分较大', report: '下载评标报告（PDF）', reportSoon: '评标报告正在生成', mean: '平均', reason: '理由', comment: '评审意见' },
  publicity: {
    title: '中标候选人公示', start: '公示候选人', startTitle: '公示中标候选人？', startText: '收到评标报告 3 日内公示，公示期不少于 3 日。公示后任何人都能看到候选人、报价和得分。', startDue: '最迟开始：', period: '公示期', to: '{{from}} 至 {{to}}', paused: '有异议未答复，公示期暂停', over: '公示期满，可以定标', overPublic: '公示期满', none: '还没有公示', award: '定标', awardTitle: '定标给这家机构？', awardReason: '理由', nextReason: '不选第一候选人的理由（至少 10 个字）', excluded: '已取消', candidate: '第 {{rank}} 候选人', awarded: '中标机构',
  },
  objection: { title: '异议', raise: '提出异议', raiseTitle: '对评标结果提出异议', text: '异议的事实和理由（至少 10 个字）', submit: '提交异议', hint: '公示期内提出。企业应在 3 日内答复，答复前公示期暂停。', due: '最迟答复：', answer: '答复', remedy: '处理', answerTitle: '答复异议', upheld: '异议成立', notUpheld: '异议不成立', verdict: '结论', excludes: '取消的候选人', excludesHint: '异议成立并查实候选人不合格时选择', answerText: '答复内容（至少 10 个字）', answerSubmit: '提交答复', none: '没有异议', waiting: '等待答复' },
  relation: {
    title: '利害关系', lead: '抽取评审专家时，与发布企业、投标机构有这些关系的不列入，原因写入抽取记录。已经结束的劳动、任职、控股关系和合同往来，在规定年数内仍须回避。正在评审的，保存后自动核对：评分完成前换人重新评审，评分后另组评审小组；评分之后才开始的关系不影响已有评分。', empty: '没有登记利害关系', since: '{{day}} 起', sinceUnknown: '起始日期未登记', until: '至 {{day}}', lasts: '仍在', add: '添加关系', remove: '删除', removeOf: '删除与{{unit}}的关系', removeTitle: '删除这条利害关系？', unit: '单位', removeText: '登记有误时删除；关系结束的，请删除后重新添加并填写结束日期。',
  },
  complaint: {
    title: '评标投诉', lead: '对异议的答复不服，或者逾期没有答复的，可以在 10 日内向主管部门投诉。', tab: { open: '处理中', ended: '已结束' }, firm: '投诉人', lodged: '提出日期', due: '期限', search: '任务名称、编号或单位', empty: '没有处理中的投诉', emptyEnded: '没有已结束的投诉', suspended: '已责令暂停', held: '主管部门正在处理投诉，已责令暂停本次采购：公示期停止计算，各步骤暂不能办理', open: '查看投诉', raise: '向主管部门投诉', hint: '写明请求、事实和理由。主管部门 3 个工作日内决定是否受理，受理后 30 个工作日内作出处理决定。', until: '最迟：', submit: '提交投诉',
    of: '对评标结果的投诉：{{title}}', dueOf: { lodged: '最迟决定是否受理：', accepted: '最迟作出处理决定：' }, what: '投诉内容', noAnswer: '期限内没有答复', demand: '请求', accepted: '已受理', suspendedBy: '责令暂停', lifted: '解除暂停', ended: { lodged: '—', accepted: '—', refused: '不予受理', withdrawn: '已撤回', decided: '处理决定' }, upheld: '投诉成立', notUpheld: '投诉不成立', papers: '证明材料', noPapers: '没有材料', upload: '上传证明材料', reason: '理由（至少 4 个字）', basis: '依据：{{basis}}（条文未核实）', untouched: '不影响采购结果，采购继续进行', waiting: '采购另被责令暂停，解除后执行', outcome: '执行情况',
    act: { accept: '受理', refuse: '不予受理', suspend: '责令暂停', lift: '解除暂停', withdraw: '撤回投诉', decide: '作出处理决定' },
    ask: { accept: '受理这件投诉？', refuse: '不予受理？', suspend: '责令暂停这项采购？', lift: '解除暂停？', withdraw: '撤回投诉？' },
    text: { accept: '受理即确认本人与投诉各方没有利害关系。自受理起 30 个工作日内作出处理决定。', refuse: '不予受理的理由会告知投诉人。', suspend: '公示期停止计算，定标、签约等步骤都不能办理，直到解除暂停或者作出处理决定。', lift: '公示期继续计算。', withdraw: '撤回后不能就同一异议再投诉。' },
  },
  rounds: { title: '以前的评审结果', of: '第 {{nth}} 次结果', ended: '不再有效：', report: '第 {{nth}} 次评标报告（PDF）', rescoring: '异议成立，本次只重新评：{{names}}；其余得分保持原样' },
  page: { back: '任务', title: '评审' },
  public: { title: '中标候选人公示', lead: '评标结果公示，投标机构在公示期内可以提出异议。', caption: '中标候选人公示列表', task: '任务', enterprise: '招标企业', first: '第一候选人', period: '公示期', state: '状态', running: '只看公示中', yes: '公示中', search: '任务名称、编号或企业', empty: '还没有公示', back: '中标候选人公示', running2: '公示中', standing: '暂停', over: '已期满' },
  lines: { search: '按机构名称查找' },
  bids: {
    title: '投标的评审结果', lead: '每一家的审查结论、名次和得分；点机构名称看各席评分和理由。', all: '查看全部 {{count}} 家的评审结果（可筛选、排序、导出）', outcome: '结果', became: { ranked: '已评分', passed: '通过符合性审查', 'low-price': '报价不合理，否决', unresponsive: '不符合条件，否决' },
    why: { ranked: '已评分。', passed: '已通过符合性审查，评分还没有完成。', 'low-price': '评标委员会认为报价不合理，否决后不再评分。', unresponsive: '符合性审查没有通过，不再评分。' }, reasonable: '认为报价合理', unreasonable: '认为报价不合理', empty: '还没有可以查看的评审结果', emptyHint: '审查意见和评分在全部成员提交前保密；投标机构在候选人公示后看到本机构的结果。',
  },
  pager: { label: '逐家填写', progress: '已填 {{done}} / {{total}} 家', jump: '按机构名称查找', done: '{{nth}}. {{name}}（已填）', open: '{{nth}}. {{name}}', back: '上一家', on: '下一家', nextOpen: '下一家未填', keys: '键盘：Alt+PageDown 下一家，Alt+PageUp 上一家。换一家时自动保存。' },
  seat: {
    title: '专家评审', noLink: '请从邮件里的链接进入', noLinkText: '每位评审成员有自己的链接。没有收到邮件的，请联系生态环境部门。', greeting: '{{name}}，您是 {{nth}} 号席位', declareTitle: '先声明有无利益关系', declareText: '与下列单位有工作、投资、亲属或其他可能影响公正的关系的，应当回避。', parties: '各方单位', none: '声明没有利益关系，开始评审', conflict: '有利益关系，申请回避', unavailable: '不能参加', conflictTitle: '申请回避？', unavailableTitle: '不能参加本次评审？', stepText: '席位随即由系统重新抽取他人，本链接失效。', reason: '理由（仅存入记录）', left: '您已退出本次评审，感谢告知。',
    waiting: '您已声明。其他成员都声明后开始审查，届时请再打开本页。', proposal: '方案', files: '附件', price: '报价', duration: '工期', days: '{{count}} 天', score: '得分', max: '满分 {{max}}', why: '理由', whyHint: '低于满分六成时必填', comment: '总体意见（可不填）', save: '保存', handIn: '提交评分', saved: '已保存，尚未提交', handedIn: '已提交。全部成员提交前还可以修改', finished: '评审已经结束，评分已封存。', due: '请在 {{due}} 前提交', vote: '这份低价的说明是否合理', reasonable: '合理', unreasonable: '不合理', sealed: '评分加密保存，全部提交前任何人都看不到。', task: '任务说明', requirements: '要求',
  },
};
