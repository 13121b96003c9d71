export default {
  status: { upcoming: '未到期', due: '临近到期', done: '已完成', overdue: '已逾期', excused: '不要求' },
  kind: { 'report-annual': '年度执行报告', 'report-quarterly': '季度执行报告', 'report-monthly': '月度执行报告', monitoring: '自行监测', disclosure: '信息公开', condition: '许可证条件', renewal: '延续', retention: '档案保存' },
  list: { title: '证后事项', lead: '按许可证列出领证以后要做的事，最早到期的在前。', search: '企业、场所名称或许可证编号', empty: '还没有证后事项', emptyHint: '许可证发放后，事项会自动列出。', column: { title: '事项', dueOn: '截止日期', status: '状态', site: '企业 / 场所', kind: '类型' } },
  detail: { done: '标记完成', doneTitle: '这一项已经完成？', note: '做了什么、在哪里可以查到（执法人员会看到）', dueOn: '截止日期', dayOff: '当天是休息日，日期不顺延，请提前办理。', provisional: '当年放假安排尚未公布，是否休息日暂不能确定。', basis: '依据：', unverified: '（未核实）' },
};
