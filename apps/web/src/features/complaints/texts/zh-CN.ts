export default {
  subject: { air: '废气', odour: '异味恶臭', dust: '扬尘', smoke: '餐饮油烟', water: '水污染', noise: '噪声振动', 'solid-waste': '固体废物、垃圾', 'hazardous-waste': '危险废物', soil: '土壤、地下水', ecology: '生态破坏', radiation: '电磁、辐射', livestock: '畜禽养殖', project: '建设项目、无证排污', other: '其他' },
  channel: { web: '网上', phone: '电话', 'walk-in': '来访', import: '其他平台导入' },
  outcome: { confirmed: '属实', partly: '部分属实', unfounded: '不属实' },
  satisfaction: { satisfied: '满意', fair: '基本满意', dissatisfied: '不满意' },
  state: { received: '待受理', handling: '办理中', answered: '已答复，待回访', closed: '已办结', refused: '不予受理', referred: '已转有权机关', merged: '并入同一件办理' },
  field: {
    subject: '污染类型', place: '地点', what: '发生了什么', happenedOn: '哪天发生', happened: '什么时候、多久一次', respondent: '是谁造成的', name: '姓名', phone: '电话', wantsReply: '请给我回电话', channel: '来源', externalNumber: '其他平台的编号', coordinates: '坐标', enterprise: '被举报企业', unit: '办理单位',
  },
  report: {
    title: '举报污染', nav: '举报污染', lead: '不用注册，可以匿名。提交后用编号和查询码看进展和答复。', begin: '开始举报', urgent: '正在发生的泄漏、火灾、中毒等紧急情况，请直接拨打 12369 或 119。', seeAnswer: '已经举报过，查看答复', kept: '您上次填到一半，可以接着填。', resume: '接着填', again: '清空，重新填',
    secret: '您的姓名和电话加密保存，只有受理和督办人员写明原因后才能查看，每次查看都有记录。被举报的单位看不到。', step: '第 {{at}} 步，共 {{of}} 步', next: '继续', back: '上一步', skip: '跳过这一步',
    subject: { title: '是哪一类污染？', missing: '请选一类；说不清的选“其他”' },
    place: { title: '在哪里？', hint: '例如：崇文街道环城路与新建街路口东 100 米', map: '在图上标出位置（可不标）', mapHelp: '点图上的位置，或用手机定位。图是示意图，没有街道。', locate: '用我现在的位置', locating: '正在定位…', noPosition: '没有取得位置，请写清楚地点', marked: '已标出：{{east}}，{{north}}', clear: '去掉标记', in: '放大', out: '缩小' },
    what: { title: '发生了什么？', hint: '看到、闻到、听到什么，从哪里来，对您有什么影响。', respondentHint: '知道企业名称、车牌号就写；不知道可以不填。' },
    when: { title: '什么时候发生的？', lead: '都可以不填。', happenedHint: '例如：每天夜里 11 点以后；下雨以后' },
    photos: { title: '有照片吗？', lead: '没有照片也可以提交。', add: '拍照或选择照片', hint: '照片（JPG、PNG）或 PDF，最多 {{most}} 个，每个不超过 20 MB', remove: '去掉 {{name}}', lost: '关掉页面后照片要重新选择。', wrong: '{{name}} 不是照片或 PDF，请换一个', large: '{{name}} 超过 20 MB，请换一个', full: '最多 {{most}} 个' },
    contact: { title: '怎么联系您？', lead: '都可以不填，匿名举报同样受理。留下电话，我们会回电话告知结果。', phoneHint: '请填写电话号码，例如 13800000000' },
    check: { title: '请核对', what: '举报内容', who: '联系方式', anonymous: '匿名', photos: '照片', count: '{{count}} 个', send: '提交举报', none: '没有填' },
    done: { title: '举报已提交', lead: '请记下编号和查询码，凭它们查看进展和答复。查询码只在这里显示。', number: '编号', code: '查询码', deadline: '是否受理、办到哪一步、到哪天为止，都在“查看进展”里。', track: '查看进展', photos: '照片', sending: '正在上传 {{name}}…', sent: '{{name}} 已收到', failed: '{{name}} 没有传上去：{{reason}}', retry: '再传一次', print: '打印或保存这一页', again: '再举报一件' },
  },
  track: {
    title: '查看举报', lead: '填写编号和查询码，看进展、答复，并评价。', number: '编号', code: '查询码', submit: '查看', notFound: '没有这样的举报', notFoundHint: '请核对编号和查询码，字母不分大小写。忘记查询码的，可以拨打 12369。', another: '查另一件',
    what: '您反映的情况', received: '收到日期', unit: '办理单位', merged: '有多人反映同一问题，已合并办理，答复对每一位举报人有效。', refused: '不予受理的原因', referred: '已转：{{to}}', answer: '答复', answeredOn: '答复日期', noAnswer: '还没有答复。办结后在这里查看。',
    rate: '评价这次办理', rateLead: '每件评价一次，可在 {{day}} 前评价。', rateWords: '想说的话（可不填）', rateAct: '提交评价', rateMissing: '请选择满意程度', rated: '您的评价', thanks: '谢谢您的评价。', files: '补充照片', filesCount: '已收到 {{count}} 个文件', addFile: '上传照片', timeline: '办理过程',
  },
  list: {
    title: '投诉举报', lead: '12369、来访和网上举报的受理、办理、答复和回访。', caption: '投诉举报', tabs: { received: '待受理', handling: '办理中', answered: '待回访', ended: '已结束' }, enter: '登记来电来访', number: '编号', place: '地点和内容', received: '收到', due: '期限', state: '状态', who: '经办', claimed: '经办人', mine: '我经办的', nobody: '无人经办', overdue: '超期', onlyOverdue: '只看超期', from: '收到日期从', to: '到', satisfaction: '评价', search: '编号、地点、企业、内容', provisional: '暂估',
    empty: { received: '没有待受理的举报', handling: '没有在办的举报', answered: '没有待回访的举报', ended: '还没有办结的举报' }, emptyHint: '网上举报会自动进来；来电来访请登记。', unclaimed: '待领', figures: '统计和热点', routes: '转办规则',
  },
  page: {
    what: '举报内容', reporter: '举报人', anonymous: '匿名，没有留下姓名和电话', named: '留了姓名', phoneLeft: '留了电话', wantsReply: '要求回电', look: '查看举报人', lookTitle: '查看举报人的姓名和电话？', lookText: '举报人信息依法保密。这次查看的人、时间和原因会记入审计。', lookReason: '查看的原因（记入审计）', looks: '查看记录', noName: '没有留姓名', noPhone: '没有留电话',
    receivedBy: '登记人', suggestion: '按转办规则', suggestOwn: '由{{unit}}办理', suggestOther: '应转{{unit}}', files: '照片和文件', addFile: '上传现场照片', noFiles: '没有照片', alike: '可能是同一件', alikeLead: '同一类型、一个月内、地点相近。由您判断是不是同一问题。', metres: '相距 {{metres}} 米', sameWords: '地点相近', merge: '并入这一件', mergeTitle: '并入 {{number}}？', mergeText: '本件不再单独办理，两位举报人都会看到那一件的答复。', parent: '已并入', children: '并入本件的举报（{{count}} 件）', answer: '答复', answeredBy: '答复人', note: '内部记录', refused: '不予受理的原因', referred: '已转', callBack: '回访', reached: '已联系上', notReached: '没有联系上', rating: '举报人评价', reopened: '重新办理 {{count}} 次', history: '办理过程', claim: '由我经办', release: '退回待领', handOver: '移交', handOverTo: '移交给', handOverReason: '移交的原因', back: '投诉举报', map: '坐标', noEnterprise: '没有核对到企业',
  },
  act: {
    accept: '受理', refuse: '不予受理', refer: '转其他机关', classify: '核对类型和地点', extend: '延长期限', answer: '答复', close: '回访办结', reopen: '重新办理', cancel: '不办了',
    unit: '交由哪个单位办理', unitHelp: '不填就按转办规则', refuseReason: '不予受理的原因（举报人能看到）', referTo: '转到哪个机关', referToHelp: '写全称，有电话的写上', referReason: '为什么转（举报人能看到）', days: '延长多少日', daysHelp: '最多 {{most}} 日，只能一次', extendReason: '延长的原因（举报人能看到）', outcome: '查处结果', answerText: '答复内容（举报人能看到）', answerHelp: '查了什么、结果如何、怎么处理。不写举报人的任何信息。', note: '内部记录（不公开）', reached: '联系上了吗', reachedYes: '联系上了', reachedNo: '没有联系上，或没有留电话', words: '回访情况', satisfaction: '举报人的评价', reopenReason: '为什么重新办理（举报人能看到）', enterprise: '被举报企业', enterpriseHelp: '按名称搜索，至少两个字；不清楚可以不选', save: '保存',
  },
  enter: { title: '登记来电来访', lead: '一边听一边记。登记后把编号和查询码告诉举报人。', submit: '登记', who: '举报人（可不填）', done: '已登记', tell: '请把编号和查询码告诉举报人，凭它们在网上查看答复。', open: '打开这一件', another: '再登记一件' },
  figures: {
    title: '举报统计和热点', lead: '按收到日期统计，默认最近一年。', tabs: { numbers: '统计', map: '热点图' }, from: '从', to: '到', show: '查看', all: '全部类型', received: '收到', open: '在办', overdue: '超期', judged: '按期判断', answered: '按期答复', average: '平均办理天数', confirmed: '属实和部分属实', merged: '合并', satisfied: '满意和基本满意', of: '{{part}} / {{whole}}', none: '没有', bySubject: '按类型', byChannel: '按来源', byState: '按状态', byOutcome: '按查处结果', byUnit: '按办理单位', byMonth: '按月', month: '月份', count: '件数', monthAnswered: '其中已答复', export: '导出 Excel', empty: '这段时间没有举报', mapTitle: '举报热点图', mapCount: '图上 {{placed}} 件，另有 {{without}} 件没有坐标。圆圈越大，附近的举报越多；约 500 米一格。', mapNotice: '图是示意图，不作为行政区域界线依据。', spot: '这里有 {{count}} 件举报', spotTitle: '这一处的举报（{{count}} 件）', close: '关闭', rank: '举报最多的地方',
  },
  routes: {
    title: '转办规则', lead: '什么类型、什么地点的举报由谁办，从哪天起。受理时按规则建议，经办人可以改。', caption: '转办规则', tabs: { now: '现行和将行', past: '已过期' }, add: '增加规则', subject: '类型', all: '全部类型', words: '地点含', anyPlace: '任何地点', kind: '去向', own: '本局办理', other: '转其他机关', unit: '单位', phone: '电话', basis: '依据', period: '起止', standing: { now: '现行', later: '未到期', past: '已过期' }, search: '单位、依据', empty: '还没有规则', emptyHint: '没有规则时，受理人自己写明办理单位。', open: '不限', back: '转办规则', newTitle: '增加转办规则', editTitle: '修改转办规则', region: '行政区划代码', wordsHelp: '每行一个词，地点含其中一个就适用；不填为任何地点', from: '从哪天起', until: '到哪天止', untilHelp: '不填为长期有效', save: '保存规则', setBy: '{{name}} 于 {{at}} 设定', readOnly: '只有督办人员和管理员可以修改。',
  },
  import: { title: '导入举报', lead: '把 12345 等其他平台转来的举报用 Excel 一次登记，最多 500 件。', first: '下载模板，每行填一件。来件编号登记过的不会重复登记。', second: '选择填好的文件。有问题的行不登记，逐格写明怎么改；改好后再选同一文件即可。', template: '下载模板', choose: '选择文件导入', done: '登记了 {{accepted}} 件', others: '以前登记过 {{existing}} 件，没有登记 {{refused}} 件。' },
};
