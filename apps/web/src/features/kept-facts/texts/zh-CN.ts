export default {
  openEnd: '长期',
  kind: { 'performance-grade': '重污染天气绩效等级', 'online-exceed-hours': '在线监测超标小时数', 'online-run-hours': '在线监测有效运行小时数', 'carbon-emission': '碳排放量', 'carbon-intensity': '碳排放强度' },
  grade: { A: 'A 级', B: 'B 级', 'B-': 'B- 级', C: 'C 级', D: 'D 级', leading: '绩效引领性', 'non-leading': '非引领性' },
  standing: { waiting: '待确认', refused: '未确认', holding: '生效', withdrawal: '撤回记录', replaced: '已更正或撤回' },
  step: { record: '登记', correct: '更正', withdraw: '撤回', 'asked-correct': '企业请求更正', 'asked-withdraw': '企业请求撤回', 'asked-record': '登记' },
  field: {
    kind: '数据', enterprise: '企业', value: '数值', unit: '单位', span: '时段', fromOn: '起始日期', toOn: '截止日期', authority: '出具机关', documentNo: '文号', note: '说明', at: '登记时间', standing: '状态', scan: '扫描件', scanOptional: '文件扫描件（可不传）',
    step: '事项', reason: '理由', replaces: '针对', replacedBy: '已更正为', withdrawnBy: '已撤回', wouldReplace: '待确认的更正或撤回', by: '登记', confirmed: '确认', refused: '未予确认', decisionReason: '处理意见',
  },
  help: {
    value: '照文件填写，不要四舍五入，不写单位', note: '例如适用的生产线、核算边界', authority: '吕梁市生态环境局', documentNo: '吕环函〔2026〕12号',
    from: { open: '文件写明的生效日期', month: '一个自然月的第一天', year: '一个自然年的第一天' }, to: { open: '长期有效的不填', month: '同一个月的最后一天', year: '同一年的 12 月 31 日' },
    reason: { bureau: '哪里错了、依据是什么，企业看得到', enterprise: '哪里与文件不符，写明文件的页码或段落' },
  },
  list: {
    title: { bureau: '环境数据登记', enterprise: '登记的数据' },
    lead: { bureau: '只在其他机关文件里有的数据：绩效等级、在线监测小时数、碳排放。登记后由另一人确认才生效；更正和撤回另成一条，原来的不删。', enterprise: '主管部门从文件登记的、关于本企业的数据。您授权的银行会读到生效的内容；与事实不符的，可以请求更正或撤回。' },
    record: '登记', import: '导入 Excel', tabs: { holding: '生效', waiting: '待确认', past: '已更正或撤回', refused: '未确认' }, search: { bureau: '企业名称、信用代码、机关或文号', enterprise: '机关或文号' },
    empty: { holding: '没有生效的数据', waiting: '没有等待确认的', past: '没有更正或撤回过的', refused: '没有未予确认的' }, emptyHint: { bureau: '收到文件后点“登记”，或用 Excel 一次导入。', enterprise: '主管部门登记并确认后会出现在这里。' },
  },
  page: { content: '内容', course: '经过', view: '查看', waits: { bureau: '等另一名工作人员确认后生效。', enterprise: '您的请求正在等主管部门核对；确认前原来的内容仍然有效。' }, changeWaits: '这条有一份更正或撤回正在等待确认，确认前仍然有效。' },
  act: { confirmed: '确认', refused: '不予确认', withdraw: { bureau: '撤回', enterprise: '请求撤回' }, correct: { bureau: '更正', enterprise: '请求更正' } },
  confirm: {
    confirmed: { title: '确认这条数据？', means: '请对照文件原件核对企业、数值、单位、时段和文号。确认后立即生效，企业会收到通知，企业授权的银行可以读到。' }, refused: { title: '不予确认这条数据？', means: '不生效，留存备查。企业提出的请求，企业会看到理由。' },
    withdraw: { bureau: '撤回这条数据？', enterprise: '请求撤回这条数据？' }, withdrawMeans: { bureau: '由另一人确认后失效，记录保留。', enterprise: '主管部门核对后办理；确认前仍然有效。办理结果会通知您。' },
    reason: { confirmed: '核对情况', refused: '理由', withdraw: '理由（至少 4 个字）' },
  },
  record: { title: '登记环境数据', lead: '照文件登记，一条一项。提交后由另一名工作人员确认。', submit: '提交登记', needEnterprise: '请选择企业', },
  correct: { title: { bureau: '更正数据', enterprise: '请求更正数据' }, lead: { bureau: '改成文件写的内容。由另一人确认后代替原来那条，原来的保留。', enterprise: '改成您认为正确的内容并说明理由，最好附上文件。主管部门核对后办理；对结果不服的，可以依法申请行政复议。' }, submit: { bureau: '提交更正', enterprise: '提交请求' } },
  import: { title: '导入环境数据', lead: '用 Excel 一次登记多家企业的数据，最多 1000 条。导入后仍由另一人确认。', first: '下载模板，每行填一条。登记过的不会重复登记。', second: '选择填好的文件。有问题的行不登记，逐格写明怎么改；改好后再选同一文件即可。', template: '下载模板', choose: '选择文件导入', done: '登记了 {{accepted}} 条，待另一人确认', others: '以前登记过 {{existing}} 条，没有登记 {{refused}} 条。' },
};
