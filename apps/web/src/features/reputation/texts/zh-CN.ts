export default {
  unverified: '（未核实）', comma: '、',
  confidence: { none: '暂无评价', low: '信度低', medium: '信度中', high: '信度高' },
  score: '{{score}} 分', ratings: '{{count}} 份评价', scored: '{{score}} 分（{{count}} 份评价，{{confidence}}）', noScore: '暂无评价', veto: '造假认定，标注至 {{day}}',
  dimension: { quality: '质量', timeliness: '时效', compliance: '合规', service: '服务', price: '价格' },
  outcome: { 'first-pass': '成果首次报送即通过', returned: '被退回补正 {{count}} 次', refused: '成果未获通过', fault: '认定因机构原因被否定', rework: '返工 {{count}} 次', late: '逾期 {{count}} 天', exceedance: '验收后超标 {{count}} 天' },
  ranking: {
    title: '机构评价排名', lead: '按已完成合同的双方互评和成果实际结果排名。没有付费位置，任何机构都不能购买或申请靠前。', caption: '服务机构评价排名', search: '机构名称，至少两个字', place: '名次', firm: '机构', score: '得分', basis: '依据', regions: '服务地区',
    scope: '服务', region: '服务地区（区划代码）', confidence: '信度', atLeastMedium: '信度中及以上', high: '只看信度高', empty: '还没有机构进入排名', emptyHint: '一项服务有 {{count}} 份以上公开评价的机构才参加排名。可以先到名录查看全部机构。', toRegister: '查看服务机构名录', exportName: '机构评价排名',
  },
  method: {
    title: '得分是怎样算的', intro: '每份评价由客户按质量、时效、合规、服务、价格五项打分，权重见下面的现行数值，只能在合同结束后评价一次，双方互不知情。',
    few: '评价少时分量轻：得分从起点分 {{prior}} 分开始，起点分相当于 {{weight}} 份评价，评价越多，得分越接近客户的真实评价。', age: '评价的分量每 {{months}} 个月减半；同一客户再次评价，分量按 {{share}}% 递减。',
    outcome: '客户打分之后，按成果的实际结果加减分：首次报送即获批准加分；被退回、返工、逾期、因机构原因被否定、验收后超标减分，逐条列在机构页。', order: '先比得分，得分相同比折算份数，都相同的并列。少于 {{least}} 份评价的不排名；造假认定在标注期内的不排名。',
    values: '现行数值', value: '数值', what: '项目', basis: '依据', unverifiedNote: '这些数值由平台设定，法律没有规定，尚未由主管部门核定。', conflicts: '回避规则',
  },
  firm: {
    title: '评价与成果', why: '怎样算的', weight: '折算 {{weight}} 份', none: '还没有公开的评价。合同结束、双方互评后显示在这里。', scopes: '分项服务', means: '五项平均', ratings: '已公开的评价', mark: '客户打分 {{mark}}', adjusted: '计入 {{mark}}', share: '分量 {{weight}}', noComment: '没有评语', reply: '机构回复', more: '更早的评价', newer: '较新的评价', findings: '认定与标注', noFindings: '没有造假或失责认定',
    findingKind: { fraud: '造假', fault: '成果因机构原因被否定', 'review-failed': '成果因机构原因审查未通过或被退回' }, span: '标注期 {{from}} 至 {{to}}', over: '标注期已满', objected: '机构已提出异议，处理中', veto: '这家机构有造假认定，标注至 {{day}}，期间不参加排名', vetoText: '认定由生态环境部门两人办理，机构可以陈述和提出异议。', occurred: '行为日期 {{day}}', basis: '依据：{{basis}}',
    engineers: '项目负责人 {{count}} 名，在办最多的一名 {{most}} 项', above: '{{above}} 名超过提示值 {{hint}} 项', hint: '提示值 {{hint}} 项',
  },
  bidder: { title: '机构情况', load: '在办 {{count}} 项', engineer: '项目负责人 {{name}}，在办 {{count}} 项', above: '超过提示值 {{hint}} 项，请核实能否按期完成', obstacle: '须回避，不能选定', look: '查看评价' },
  reply: { title: '回复这份评价', label: '回复内容（公开显示，只能回复一次）', submit: '提交回复', given: '回复（{{name}}）', hint: '请就事论事，不要写个人信息。' },
  uses: {
    title: '成果去向', lead: '登记成果用于哪件申请或报告，审批结果会计入对机构的评价；合同约定主管部门认可后付款的，通过后自动变为可付款。企业可以登记；机构提交的文件已在申请或报告里的，机构也可以登记。登记和撤回都通知双方。', none: '还没有登记', kind: { 'permit-application': '排污许可申请', 'execution-report': '执行报告' }, add: '登记去向', which: '类型', subject: '申请或报告', choose: '请选择', remove: '撤回登记', removeTitle: '撤回这条去向？', removeText: '撤回和理由会留在记录里并通知双方。主管部门已作出决定，或成果文件就在其中的，不能撤回。', removeReason: '理由（双方可见）', removed: '已由{{name}}撤回：{{reason}}', nothing: '没有可选的申请或报告',
  },
  findings: {
    title: '造假与失责认定', leadBureau: '一人提出并上传证据，机构陈述后由另一人决定。造假认定使机构退出排名，并记入信用事件。', leadFirm: '生态环境部门对本机构提出的认定。决定前可以陈述申辩，决定后可以提出异议一次。', caption: '认定列表', search: '机构、任务或文书，至少两个字', firm: '机构', kind: '事项', task: '任务', occurred: '行为日期', source: '来源', state: '状态', effect: '标注期', found: '提出时间', inForce: '是否有效', onlyInForce: '只看标注期内', empty: '没有认定', emptyFirm: '没有对本机构的认定', exportName: '造假与失责认定', back: '造假与失责认定',
    states: { proposed: '待决定', confirmed: '已认定', objected: '异议处理中', upheld: '异议后维持', revoked: '已撤销', refused: '不予认定' },
    propose: '提出认定', formTitle: '提出认定', formLead: '提交后机构立即收到通知，可以查看证据并陈述；期满或收到陈述后，由另一名执法人员决定。', submit: '提交，由他人决定', upload: '上传证据', needEvidence: '请先上传证据',
    facts: '查明的事实', basis: '依据', evidence: '证据', view: '查看证据', proposedBy: '提出人', due: '陈述期至', statement: '机构陈述', noStatement: '还没有陈述', decidedBy: '决定人', decision: '决定理由', objection: '机构异议', answer: '答复', answeredBy: '答复人', no: '无',
    waits: '陈述期内且机构还没有陈述，暂时不能决定', effectNone: '认定后起算', span: '{{from}} 至 {{to}}，期满自动结束',
    act: {
      state: { button: '陈述申辩', title: '提交陈述申辩？', label: '事实、理由和证据线索（只能提交一次）', means: '办案人员看到您的陈述后才会决定。' },
      confirm: { button: '予以认定', title: '认定这件事？', label: '决定理由（机构会看到）', means: '即日起在机构公开页标注，到期自动结束；造假的，标注期内不参加排名，并记入信用事件。' },
      refuse: { button: '不予认定', title: '不予认定？', label: '理由（机构会看到）', means: '不产生任何影响，机构会收到通知。' },
      object: { button: '提出异议', title: '对认定提出异议？', label: '异议的事实和理由（只能提出一次）', means: '由提出人以外的执法人员答复；答复前认定继续有效。' },
      uphold: { button: '维持认定', title: '维持认定？', label: '答复（机构会看到）', means: '认定和标注期不变。' },
      revoke: { button: '撤销认定', title: '撤销认定？', label: '答复（机构会看到）', means: '标注和信用事件一并撤销，机构恢复参加排名。' },
    },
  },
  conflicts: {
    title: '回避规则', lead: '编制者不得评审、核查或验收自己的成果。邀请、报价、定标和抽取专家时自动核对，有关联关系的机构同样适用。', caption: '回避规则', rule: '规则', scope: '范围', enterprise: '同一企业', province: '同一省内', months: '回溯', forever: '不限期间', monthsOf: '{{count}} 个月', basis: '依据', backToRanking: '机构评价排名',
  },
};
