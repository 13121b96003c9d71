export default {
  title: '现场核查', back: '返回办件', fill: '填写现场核查', kept: '填写的内容和照片先存在本机，信号不好也不会丢；提交一次即可。', progress: '已填 {{done}} / {{total}} 项', send: '提交核查记录', sendTitle: '提交现场核查记录', sendLead: '提交后不能修改，照片 {{photos}} 张一并上传。信号中断时可再次提交，不会重复。',
  notReady: '请逐项选择（选“否”的写明情况），填写结论，并由两名核查人员和被核查单位签名。',
  answer: { yes: '是', no: '否', na: '不适用' }, note: '说明', noteNeeded: '请写明情况', photo: '拍照', photos: '{{count}} 张，{{placed}} 张有定位', noPlace: '无定位', distance: '距排放口 {{metres}} 米',
  conclusion: '核查结论', conclusions: { conforms: '符合', 'to-mend': '需整改后符合', 'does-not-conform': '不符合' }, findings: '核查情况', signatures: '签名', officerSigns: '{{name}}（证件号 {{number}}）签名', partyName: '被核查单位人员姓名', partyTitle: '职务', refused: '拒绝签名的，写明情况',
  state: { ordered: '待核查', reported: '已报告', cancelled: '已取消' }, paper: '核查记录（PDF）', result: '共 {{total}} 项，其中 {{no}} 项不符合', extend: '改按 45 个工作日办理',
  order: { act: '安排现场核查', certificate: '执法证件号', second: '第二名核查人员', plannedOn: '核查日期' },
  team: { title: '协同审查', none: '还没有分工。可以把大气、水、固废噪声等部分分给同事，也可以自己认领。', specialty: { air: '大气', water: '水', 'solid-noise': '固废和噪声', monitoring: '监测和台账', other: '其他' }, part: '部分', open: '待提交', agree: '同意', object: '有异议', finish: '提交意见', handOver: '移交', countersign: '会签', answer: '答复会签', assign: '分工或认领', ask: '请同事会签', officer: '同事', officerOrMe: '审查人（不选为自己认领）', dueOn: '希望完成日期', department: '部门', verdict: '意见' },
  dialog: { part: '分工或认领', 'hand-over': '移交这一部分', finish: '提交意见', ask: '请同事会签', answer: '答复会签', extend: '改按 45 个工作日办理', check: '安排现场核查' },
  text: { 'hand-over': '移交原因', finish: '审查意见', ask: '请对方确认什么', answer: '会签意见', extend: '理由', check: '核查原因' },
  supervise: { title: '督办', lead: '还剩三天以内和已经超期的办件，逐件答复处理意见。', none: '没有待督办的办件', level: { 'due-soon': '临期', overdue: '超期' }, unclaimed: '无人领办', answer: '答复处理意见', text: '采取什么措施（承办人会看到）', load: '各人在办', noLoad: '没有在办件', counts: '在办 {{open}} 件，超期 {{overdue}} 件，临期 {{soon}} 件' },
};
