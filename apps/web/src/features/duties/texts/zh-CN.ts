export default {
  status: { upcoming: '未到期', due: '临近到期', done: '已完成', overdue: '已逾期', excused: '不要求' },
  short: { upcoming: '待办', due: '临近', done: '完成', overdue: '逾期', excused: '免' },
  kind: { 'report-annual': '年度执行报告', 'report-quarterly': '季度执行报告', 'report-monthly': '月度执行报告', monitoring: '自行监测', ledger: '台账', disclosure: '信息公开', condition: '许可证条件', renewal: '延续', retention: '档案保存' },
  outcome: { performed: '已补办', ordered: '责令改正', 'case-opened': '立案', excused: '不要求' },
  tabs: { label: '证后管理', calendar: '日历', list: '清单', stoppages: '停产', enforcement: '逾期处理', feeds: '手机日历' },
  desk: { title: '近期要做的证后事项', none: '近期没有要做的事项', week: '7 天内到期', month: '30 天内到期', calendar: '打开证后日历', all: '查看全部' },
  list: { unverified: '期限未核实', title: '证后事项', lead: '按许可证列出领证以后要做的事，最早到期的在前。', search: '企业、场所名称或许可证编号', from: '截止日期从', to: '截止日期到', empty: '还没有证后事项', emptyHint: '许可证发放后，事项会自动列出。', column: { title: '事项', dueOn: '截止日期', status: '状态', site: '企业 / 场所', kind: '类型' } },
  calendar: {
    beforeDay: '{{year}}年{{month}}月', afterDay: '日',
    title: '{{year}} 年 {{month}} 月证后日历', lead: '点日期看当天的全部事项；颜色之外每一项都写明状态。', print: '打印', previous: '上个月', next: '下个月', thisMonth: '本月', view: '显示方式', month: '月历', agenda: '按日列出', site: '场所', all: '全部', clear: '清除条件',
    caption: '证后事项月历，用方向键在日期间移动', today: '今天', off: '休', provisional: '放假安排未公布', count: '{{word}} {{count}} 项', none: '这个月没有到期的事项', noneHint: '换一个月份，或者清除筛选条件再看。', nothing: '没有事项', more: '还有 {{count}} 项', loadMore: '再显示 50 项',
    unpublished: '{{years}} 年放假安排尚未公布，休息日暂按周末显示；截止日期不受影响。', weekday: { 0: '周一', 1: '周二', 2: '周三', 3: '周四', 4: '周五', 5: '周六', 6: '周日' },
  },
  detail: {
    facts: '事项', doneByHand: '手工办结', done: '标记完成', doneTitle: '这一项已经完成？', note: '做了什么、在哪里可以查到（执法人员会看到）', dueOn: '截止日期', note2: '提示', dayOff: '当天是休息日，日期不顺延，请提前办理。', provisional: '当年放假安排尚未公布，是否休息日暂不能确定；日期不顺延。', period: '所属时段', content: '内容', excuse: '不要求的原因', doneBy: '完成情况', lateDone: '晚 {{count}} 天', basis: '依据', unverified: '（未核实）',
    late: '已逾期 {{count}} 天', left: '还有 {{count}} 天', permit: '查看许可证', inCalendar: '在日历中查看', enforcementOpen: '这一项逾期后已转执法人员（{{day}}），正在处理', enforcementHint: '请尽快补办，并在这里写明完成情况；处理结果会通知您。', enforcementClosed: '逾期处理结果：{{outcome}}。', toEnforcement: '查看处理任务',
    way: { results: '监测结果满足要求，自动完成', ledger: '台账记录满足要求，自动完成', report: '执行报告已提交', application: '延续申请已提交', evidence: '手工办结，附佐证文件', note: '手工办结，仅有说明', expiry: '到期自动完成' }, wayLabel: '完成依据', evidence: '佐证文件', evidenceNone: '还没有文件', evidenceAdd: '上传佐证文件', evidenceRequired: '这一项手工办结必须附佐证文件（平台以外的报告、照片、截图等）；在平台录入记录的，满足要求后自动完成，不用手工办结。', evidenceOptional: '可以附佐证文件，执法人员能看到。',
    mendBy: '更正期限', mendByText: '按期提交后被退回，最迟 {{day}} 重新提交', mendLate: '已晚 {{count}} 天', mendToday: '尚未逾期',
  },
  cover: {
    title: '要做多少、已做多少', lead: '应有 {{needed}} 次，已有 {{done}} 次。', all: '本周期需要的都已录入。', missing: '还缺 {{count}} 次', samples: '还缺 {{count}} 次采样：', entries: '还缺 {{count}} 条记录：', line: '{{what}}：{{done}} / {{needed}}，还缺 {{missing}} 次（{{frequency}}）', more: '还有 {{count}} 项没有列出', enterResults: '录入监测结果', enterLedger: '填写台账', toRecords: '查看记录', counted: '计入的记录', countedLine: '{{what}}：{{days}}', several: '按小时或连续监测的手工项目，平台按每天的采样次数核对（次数为参考数据，未核实）。',
    frequency: { outage: '按间隔', continuous: '连续', hour: '每小时一次', day: '每日一次', week: '每周一次', month: '每月一次', quarter: '每季一次', 'half-year': '每半年一次', year: '每年一次', shift: '每班一次' },
  },
  enforcement: {
    title: '逾期事项', lead: '逾期未办的证后事项，逾期最久的在前。处理结果会通知企业。', empty: '没有逾期事项', emptyHint: '事项逾期的第二天早上会自动列到这里。', column: { dueOn: '应办日期', days: '逾期', state: '处理状态' }, days: '{{count}} 天', open: '待处理', closed: '已处理', outcome: '处理结果', atLeast: '逾期至少', facts: '逾期情况', openedOn: '转入日期', dutyState: '事项现状', closedBy: '处理人',
    toDuty: '查看事项', toCalendar: '这家企业的日历', close: '办结', closeTitle: '办结这条逾期任务', note: '处理情况（企业会看到）',
    meaning: { performed: '企业已经补办，核对属实', ordered: '已责令限期改正', 'case-opened': '已立案，另案处理', excused: '核实后这一项不要求，从日历中免除' },
  },
  feeds: {
    title: '手机日历', lead: '生成一个私人链接，手机或电脑的日历软件就会显示本单位的证后事项，并自动更新。', make: '新建链接', name: '给谁、哪台设备用', example: '王工的手机', makeAct: '生成链接', made: '“{{name}}”的链接已生成', once: '链接只显示这一次。拿到链接的人都能看到本单位的证后事项，请不要转发到群里。', copy: '复制链接', copied: '已复制', openHere: '在这台设备的日历中打开',
    how: '苹果手机：日历 → 日历 → 添加日历 → 添加订阅日历；其他日历软件找“订阅”或“通过网址添加”。', list: '已有的链接', none: '还没有链接', active: '使用中', revoked: '已停用', lastRead: '上次读取', neverRead: '还没有读取过', revoke: '停用', revokeTitle: '停用“{{name}}”的链接？', revokeText: '停用后用这个链接订阅的日历不再更新，不能恢复；需要时可以重新生成。',
  },
  stop: {
    title: '停产', lead: '停产、复产都在这里报告。停产期间执行报告照常提交（《排污许可管理条例》第二十二条）。', report: '报告停产', reportLead: '填好后先看会影响哪些事项，再决定是否提交。', empty: '还没有停产记录', emptyHint: '计划停产提前报告；临时停产在停产后报告。', noPermit: '还没有可以报告停产的许可证', noPermitHint: '许可证发放后再来报告。', chooseSite: '哪个场所停产？',
    scope: '停产范围', from: '开始日期', to: '结束日期', unknown: '尚未确定', expected: '预计停到', lastDay: '停产的最后一天', lastDayHelp: '从第二天起恢复生产', kindLabel: '类型', kind: { planned: '计划停产', unplanned: '临时停产' }, state: { reported: '停产（已报告）', resumed: '已复产', withdrawn: '已撤回' },
    field: { kind: '类型', kindHelp: '还没有开始的选计划停产，已经停下来的选临时停产', extent: '范围', site: '全厂停产', facilities: '部分设施停产', which: '停产的设施', fromOn: '开始日期', toOn: '预计停到哪天', toOnHelp: '还不知道可以不填，复产时再报', reason: '停产原因', reasonExample: '错峰生产，石灰窑停窑检修' },
    look: '下一步：看看影响哪些事项', confirmTitle: '提交停产报告？', send: '提交停产报告', article22: '停产期间执行报告仍要按期提交（条例第二十二条），台账记录停产情况。', partial: '停产的设施之外还有设施在排放，监测等事项照常。',
    outlets: '停运的排放口', outletsHint: '只由停产设施排放的排放口，停运期间没有排放，整个监测周期都停运的不要求监测（停运免测）；仍有排放的请取消勾选。', outletsNone: '没有，监测照常', noOutlets: '没有只由这些设施排放的排放口，监测照常。', reduced: '减少的监测事项（{{count}} 项，停运的排放口免测，其余照测）', effectOutlets: '停运的排放口，整个周期都停运的监测不要求；其他排放口、执行报告、信息公开和延续照常。', excused: '不再要求的事项（{{count}} 项）', noneExcused: '没有事项因此免除。整个监测周期都在停产期内的，才不要求监测。', stays: '仍要完成的事项（{{count}} 项）', noneStays: '这段时间没有到期的事项。', evidenceLater: '提交后可以上传停产通知、停炉照片等证明材料。',
    one: '停产报告：{{site}}', facts: '停产情况', reportedBy: '报告人', effect: '影响', effectSite: '整个周期都停产的监测不要求；执行报告、信息公开和延续照常。', effectNone: '已撤回，不影响任何事项。', resume: '报告复产', resumeTitle: '报告复产', resumeNote: '复产说明', withdraw: '撤回', withdrawTitle: '撤回这次停产报告？', withdrawText: '没有停产或者报错了才撤回；因停产免除的事项会恢复。', withdrawReason: '撤回原因',
    evidence: '证明材料', noEvidence: '还没有材料', addEvidence: '上传停产通知、停炉记录、用电截图等', questions: '询问与答复', noQuestions: '还没有询问', answered: '已答复', unanswered: '等待答复', answer: '答复', answerLabel: '答复内容（执法人员会看到）', ask: '发出询问', askLabel: '向企业询问（企业会收到通知）',
  },
  ending: {
    lead: '如果许可证在今天（{{day}}）终止：', public: '公开页面和二维码核验立即显示许可证已终止；以后不得再凭此证排放污染物。', limits: '许可限值 {{limits}} 条、许可条件 {{conditions}} 条从当天起不再有效，以前的仍可查。', application: '正在办理的“{{what}}”没有了办理对象，会随之终结；要继续排污，须按首次申请重新提出。', stoppages: '还有 {{count}} 次停产没有报告复产，请先处理。', keep: '台账和监测原始记录保存到 {{day}}。', ended: '结束的事项（{{count}} 项）', noneEnded: '没有尚未到期的事项。', stays: '终止后仍要完成的事项（{{count}} 项）', noneStays: '没有。',
  },
};
