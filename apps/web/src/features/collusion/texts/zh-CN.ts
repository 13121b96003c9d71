export default {
  title: '报价比对', lead: '开标后系统比对同一任务的各份报价，列出需要人工核对的地方。企业和报价机构看不到，不影响定标。',
  search: '任务、企业或机构名称', empty: '没有需要核对的报价', emptyHint: '任务开标后自动比对，发现雷同、关联或轮流中选时出现在这里，并通知您。',
  comma: '、', openTask: '打开任务和报价', history: '办理记录', system: '系统', compared: '比对内容', basis: '可参照：{{basis}}',
  detailLead: '任务 {{number}} · {{enterprise}}',
  noVerdict: '这是系统比对的线索，不是结论', noVerdictText: '是否串通投标由行政监督部门依法调查认定。请逐条核对，听取说明后再处理。', unverified: '比对所用的数值由平台设定，法律没有规定，尚未核实。',
  column: { task: '任务', firms: '涉及机构', what: '线索', strength: '强度', state: '处理', at: '发现时间' },
  strength: { strong: '强', medium: '中', weak: '弱' },
  state: { open: '待核查', followed: '已跟进', dismissed: '已排除' },
  code: {
    'same-submitter': '同一账号办理', 'same-device': '同一设备提交', 'same-network': '同一网络提交', 'same-file': '附件完全相同', 'same-author': '文件作者相同', 'foreign-name': '文件出现其他机构名称',
    'near-text': '方案文字雷同', 'price-series': '报价成数列', 'price-close': '报价过于接近', 'price-spread': '价差过于整齐', 'related-parties': '机构之间有关联', rotation: '轮流中选',
  },
  act: {
    dismiss: { button: '排除', title: '排除这条线索？', means: '线索关闭，理由留存备查。有新的发现时会重新打开。', label: '排除理由', example: '例如：两家机构使用行业协会发布的统一方案模板' },
    'follow-up': { button: '跟进', title: '跟进这条线索？', means: '记录由谁、怎样调查。任务和报价不受影响。', label: '怎样跟进', example: '例如：移送市行政审批服务管理局依法调查，附比对记录' },
    reopen: { button: '重新打开', title: '重新打开？', means: '回到待核查，原来的处理意见保留在办理记录里。', label: '重新打开的理由', example: '例如：又收到关于这两家机构的实名举报' },
    notes: { button: '记一笔', title: '添加核查记录', means: '写下核查经过，只有本机关看得到。', label: '核查记录', example: '例如：已电话询问两家机构，均称由各自技术部编写' },
  },
};
