export default {
  adverse: {
    title: '{{measure}}（事先告知和陈述申辩）', state: { open: '听取陈述申辩', decided: '已决定，待送达', served: '已送达', dropped: '不再作出', void: '已终止' }, hidden: '决定书送达前，申请人和公众看不到决定。请尽快送达并登记。', reasons: '事实和理由', until: '陈述申辩截止', statement: '陈述申辩', waived: '已放弃', notYet: '尚未提出', answer: '采纳情况', answering: { adopted: '采纳', partly: '部分采纳', rejected: '不予采纳' }, persons: '提出人和审定人', served: '送达', wait: '陈述申辩期限未满，期满或对方放弃后才能审定。', answerFirst: '对方提出了陈述申辩，请先答复。', second: '您是提出人或审查人，须由另一位同事审定。',
    act: { state: '陈述申辩', send: '提交陈述申辩', waive: '放弃陈述申辩', answer: '答复陈述申辩', settle: '审定', serve: '登记送达' }, once: '只能提交一次，提交后由承办人答复，答复随决定书一并告知。', text: '事实、理由和要求', waive: '没有意见，放弃陈述申辩', answerText: '采纳或不采纳的理由', outcome: { approve: '同意不予许可', drop: '不再拟不予许可，继续审批' }, outcomeOf: { approve: '同意{{measure}}', drop: '不予处理，许可证继续有效' }, settleText: '审定意见', serveLead: '登记后决定对申请人公开，救济期限自送达之日起算。', method: '送达方式', methods: { direct: '直接送达', electronic: '电子送达', post: '邮寄送达', left: '留置送达', announcement: '公告送达' }, servedOn: '送达日期', receivedBy: '收件人',
  },
  list: {
    ongoing: '正在办理', title: '排污许可', leadEnterprise: '申请排污许可证，查看办理进度和证书。', leadFirm: '代委托企业填报和办理排污许可。', new: '申请排污许可证', applications: '申请', permits: '许可证', caption: '排污许可申请列表', permitsCaption: '排污许可证列表',
    column: { name: '企业 / 厂区', number: '办件编号', state: '状态', progress: '填报进度', due: '期限', ball: '轮到谁' },
    permitColumn: { number: '许可证编号', name: '企业 / 厂区', industry: '行业', validTo: '有效期至', status: '状态' },
    search: '企业、厂区名称或编号', empty: '还没有申请', emptyHint: '从“申请排污许可证”开始，按国家申请表的十九页分节填写，自动保存；不涉及的选“否”即可。', noPermits: '还没有许可证', open: '办理中', openYes: '办理中', openNo: '已办结',
    status: { valid: '有效', expired: '已过期', revoked: '已撤销', forfeited: '已吊销', withdrawn: '已撤回', cancelled: '已注销' }, statusLabel: '状态',
  },
  reapply: { title: '这些改动不能按“{{type}}”办理', lead: '有 {{count}} 处属于《排污许可管理条例》第十五条规定的情形，必须重新申请排污许可证。可以把这些地方改回原值继续办{{type}}，也可以把本件改为“重新申请”：已填的内容都保留，不用重填。', act: '改为重新申请', confirm: '把本件改为重新申请？', keeps: '已经填写的内容和附件都保留；要交的材料和审批期限按重新申请，有效期自发证之日起重新计算五年。改了以后不能再改回来。' },
  create: { guide: '各项业务的办事指南', expired: '许可证已经届满', late: '延续已经迟了', type: '要办什么', triggers: '属于哪种情形', occurredOn: '变更发生的日期', occurredOnHelp: '以营业执照等核准日期为准；应当在 30 日内申请', standing: '这个场所的许可证 {{number}}，有效期至 {{day}}。', open: '这个场所已有在办的申请', goOn: '继续办理', notNow: '其他业务现在为什么不能办', title: '办理排污许可', lead: '填写完成后先由系统校核，再提交生态环境部门。同一企业的不同厂区分别申请。', site: '生产经营场所', newSite: '新的场所（尚未登记）', newSiteName: '新场所的名称', noClient: '还没有企业委托贵机构准备排污许可', noClientHint: '请企业在“授权委托”里发起，事项包含“排污许可”、“可以做什么”里勾选“填写准备”，双方确认后即可代为申请。', enterprise: '委托企业', submit: '开始填写', time: '填写约需 1–2 小时，可随时离开，内容自动保存。不收费。' },
  ending: {
    title: '{{what}} · {{number}}', kind: { revoke: '撤销许可证', forfeit: '吊销许可证', withdraw: '撤回许可', reissue: '补领许可证', cancel: '注销许可证' }, facts: '事由', ground: '法定情形', reason: '说明', measure: '拟作出的处理',
    reasons: '事实和理由（写入事先告知书）', reasonsHelp: '写清查明的事实、证据和适用的条款，至少十个字', occurred: { reissue: '遗失或损毁日期', cancel: '停止排放日期' },
    start: { application: '变更、延续、重新申请', reissue: '申请补领', cancel: '申请注销', measure: '撤销、吊销或撤回', exOfficio: '依职权注销' },
    formTitle: { reissue: '申请补领许可证', cancel: '申请注销许可证', measure: '对许可证作出处理', 'cancel-ex-officio': '依职权注销许可证' },
    formLead: { reissue: '许可证遗失、损毁的，申请补领；编号和有效期不变。', cancel: '不再排放污染物的，申请注销。注销后不得再凭此证排放。', measure: '提交后向排污单位发出事先告知书，听取陈述申辩；由另一人审定，送达后生效，送达以前排污单位和公众看不到决定。', 'cancel-ex-officio': '行政许可法第七十条规定的情形。注销立即生效，公开查询页同时显示。' },
    submit: '提交', tell: '发出事先告知书', cancelNow: '注销', act: { approve: '办结', reject: '不予办理', withdraw: '撤回' },
    approveTitle: { reissue: '补发许可证？', cancel: '注销这张许可证？', revoke: '', forfeit: '', withdraw: '' }, approveText: { reissue: '按现有内容重新生成正本和副本，版本加一。', cancel: '注销立即生效，限值和义务到今天为止。', revoke: '', forfeit: '', withdraw: '' },
    rejectTitle: '不予办理？', rejectReason: '理由（申请人会看到）', withdrawTitle: '撤回这份申请？',
  },
  changes: { title: '{{type}}的内容', because: '情形：', lead: '与许可证第 {{version}} 版相比，有 {{count}} 处不同。', none: '与现有许可证相比还没有不同；改动会逐项列在这里。', added: '新增', removed: '删去' },
  page: {
    back: '排污许可', tasks: '填报', check: '核对并提交', checkHint: '各节都完成后，进入核对页校核、承诺、提交。', withdraw: '撤回申请', withdrawTitle: '撤回这份申请？', withdrawReason: '撤回原因', withdrawDraft: '删除草稿', withdrawDraftTitle: '删除这份草稿？', group: { basics: '一、企业与生产', air: '二、废气', water: '三、废水、固体废物和噪声', duties: '四、监测、台账和其他要求', 'hand-in': '五、附件与提交' },
    query: '查询码', queryHint: '凭办件编号和查询码，不登录也能查进度', content: '申请内容', showContent: '查看全部申请内容', permit: '许可证', errors: '{{count}} 处需要修改',
    files: '附件', correctionTitle: '需要补正', correctionLead: '只能修改下列各项，改好后到核对页再次提交。', history: '办理记录', decision: '决定', notices: '文书', noticePending: '生成中', reasons: '理由', conditions: '许可条件', remedies: '救济途径', remedyUntil: '最迟', unverified: '（待核）',
  },
  section: { back: '返回填报清单', correctionOnly: '补正期间只能修改标出的内容', national: '对应国家平台：{{page}}', toFix: '补正要求', sealed: '本节不需要补正' },
  attachments: { needed: '必交', optional: '有就交', lead: '标“必交”的材料交齐才能提交。PDF、Word、Excel 或图片，单个不超过 50 MB。', upload: '上传{{kind}}', kind: '附件类型', files: '已上传', none: '未上传', done: '返回填报清单', complete: '附件已齐，标为完成', remove: '移除' },
  check: {
    title: '核对并提交', lead: '提交前请逐节核对。提交以前，申请还没有递交给生态环境部门。', machine: '系统校核', run: '开始校核', rerun: '重新校核', running: '正在校核……{{progress}}%', clean: '没有发现问题', found: '发现 {{errors}} 处必须修改、{{warnings}} 处请确认', stale: '内容在上次校核后有改动，请重新校核',
    mustFix: '必须修改', please: '请确认', go: '去修改', basis: '依据', expected: '应为', actual: '现为', rule: '规则', evidence: '核对所据', change: '修改', commitment: '我承诺：申请材料真实、准确、完整，并按许可证要求排放污染物；提供虚假材料的，愿承担法律责任。', sign: '只签署，由代办机构提交', signed: '守法承诺已签署', signedHint: '签署的是现在的内容；之后再有改动，需要重新签署。', needSignature: '守法承诺要由企业管理员签署（委托里没有“签章”）。请通知企业打开本页签署', notYet: '提交之前还需要：', submit: '提交排污许可申请', notReady: '还不能提交：', incomplete: '有 {{count}} 节没有完成', needRun: '请先完成系统校核', hasErrors: '校核发现的必须修改项还没有改完', needTick: '请阅读并勾选承诺',
  },
  done: {
    title: '申请已提交', lead: '办件编号 {{number}}。', next: '接下来', view: '查看办理进度', told: '每一步都会在“通知”里告诉您，并按您的通知设置发送邮件。',
    steps: {
      accept: '生态环境部门在 3 个工作日内决定是否受理，逾期未告知的视为受理。', correct: '材料不齐的，会一次告知全部要补正的内容；只需改标出的各项，再提交一次。',
      review: '受理后进入审查，剩余天数在办理进度里随时可见；依法不计入期限的时间会写明理由和文号。', decide: '准予许可的，许可证正本、副本可以在这里下载；不予许可的，会写明理由和救济途径。',
    },
  },
  clock: { why: '为什么是这一天', from: '起', to: '至', counted: '计入', what: '说明', basis: '依据', last: '最后一天', provisional: '含尚未公布放假安排的年份，日期为暂估', total: '共 {{count}} {{unit}}', silence: '期限届满的后果：{{what}}', workday: '个工作日', calendar: '日' },
  queue: {
    waiting: '待办事项', seeAll: '查看全部', title: '办件队列', lead: '按剩余工作日排序，先办快到期的。', tabs: { unclaimed: '待认领', mine: '我已认领', all: '全部在办', closed: '已办结' }, column: { title: '事项', number: '编号', party: '申请单位', state: '状态', remaining: '剩余', claimed: '认领人', submitted: '提交时间' }, search: '编号、单位名称',
    empty: '没有待办', emptyHint: '新提交的申请会出现在这里。', claim: '认领', caption: '办件队列', dueLabel: '期限', due: { overdue: '已超期', today: '今天到期', soon: '三天内到期', paused: '暂停计时' }, export: '导出',
  },
  review: {
    release: '退回队列', claim: '认领', accept: '受理', acceptTitle: '受理这份申请？', acceptText: '受理后开始计算审查期限，并生成受理通知书。', correct: '要求补正', correctCount: '要求补正（已标 {{count}} 处）', reject: '不予受理', rejectTitle: '不予受理？', rejectReason: '理由（写入不予受理通知书，申请人会看到）', start: '开始审查', opinion: '填写意见', opinions: '审查意见', noOpinions: '还没有意见', overall: '总体意见',
    agree: '同意', object: '不同意', opinionText: '意见', opinionSection: '章节', save: '保存意见', decide: '作出决定', issue: '发证', findings: '系统校核结果', noFindings: '没有发现问题', acceptFinding: '采纳', overrule: '不采纳', overruleReason: '不采纳的理由', disposed: '{{name}}：{{what}}', accepted: '已采纳', overruled: '不采纳',
    correctTitle: '要求补正', correctLead: '一次列全所有需要补正的内容。申请人只能修改这里列出的各项。', correctAdd: '从清单中增加', correctPlace: '选择要补正的内容', correctExample: '写清楚改什么、怎样改', correctRequirement: '怎样改', correctReason: '依据', correctSend: '发出补正通知', correctDefault: '排污许可管理条例 第七条、第九条', supervisor: '对未改动的内容再次要求补正的理由（科长填写）', item: '{{count}}.', removeItem: '删去这一项',
    decideTitle: '作出许可决定', decideLead: '对照《排污许可管理条例》第十一条逐项判断。', met: '符合', notMet: '不符合', comment: '不符合的情形', metBy: '符合的依据（材料、监测数据或核查记录）', outcome: '决定', grant: '准予许可', refuse: '拟不予许可', grantNeedsAll: '有条件不符合，不能准予许可。', refused: '不予许可', refuseNeedsOne: '四项条件都符合时应当准予许可；拟不予许可的，请标明不符合的一项。', refuseLead: '先发事先告知书，听取陈述申辩；再由另一位同事审定。决定书送达前，申请人和公众都看不到决定。', statementUntil: '陈述申辩截止日（不填为 5 个工作日）', sendBack: '退回审查', decideReasons: '理由（写入决定书）', decideAct: '作出决定',
    issueTitle: '发放排污许可证', issueNumber: '许可证编号', issueNational: '在国家平台核发后，把 22 位编号录入这里。', issueLocal: '编号将按 HJ 608 自动分配。', issueAct: '发证', pause: '暂停计时', pauseTitle: '暂停计时？', ground: '法定事由', noticeNumber: '告知书文号', resume: '恢复计时', resumeTitle: '恢复计时？', reason: '说明',
  },
  pause: {
    whatIf: '如果暂停计时，期限会怎样？', until: '暂停到哪一天', now: '现在的最后一天', then: '暂停后', frozen: '（剩余 {{count}} 个工作日在暂停期间不减少）', reason: '说明（双方都会看到）', lead: '只有法定事由可以暂停，并须书面告知申请人所需时间。', noticeExample: '如：孝环告〔2026〕12号', resumeLead: '从恢复的次日起继续计算剩余工作日。',
  },
  handOver: { act: '移交', title: '移交给同事？', to: '接收人', reason: '移交的原因', nobody: '本辖区没有其他同事的岗位能办这一步。', post: { intake: '受理岗', reviewer: '审查岗', approver: '审批岗', supervisor: '督办负责人' } },
  flag: { switch: '边看边标补正', lead: '点选需要补正的内容，已标 {{count}} 处；标完后点页面上方“要求补正”，一次写明。', mark: '标为需要补正', row: '第 {{row}} 行', add: '列入补正', added: '已列入补正' },
  rounds: {
    title: '补正', round: '第 {{count}} 次补正', open: '待补正', answered: '已补正', asked: '{{name}} 提出', back: '重新提交', unchanged: '对未改动的内容再次要求补正，理由：{{reason}}', basis: '依据：{{reason}}', changed: '已修改', notChanged: '没有修改', answer: '回复', answerLabel: '对这一项的说明', attach: '附上材料', send: '发送', file: '附件 {{count}}',
    differences: '重新提交时改了 {{count}} 处', noDifference: '内容没有变化', personalChanged: '{{shown}}（已修改；姓名和电话不在此写全，全文见申请内容）', permitSecond: '同意再次补正', permitSecondTitle: '同意对未改动的内容再次要求补正？', permitSecondLead: '补正应当一次性告知。上次已经看过、没有改动的内容，只有写明理由才能再次要求补正；同意后供下一次补正使用一次。',
  },
  limit: { title: '参考限值', from: '{{day}} 起', verified: '已核实', unverified: '未核实', tier: { national: '国家标准', special: '特别排放限值', provincial: '地方标准', 'ultra-low': '超低排放' } },
  public: { title: '排污许可证查询', lead: '查询本地区核发的排污许可证，核验证书真伪。', search: '企业名称或许可证编号，至少两个字', check: '许可证核验', signatureOk: '证书签名核验通过，内容未被改动', signatureBad: '签名核验未通过，请与发证机关联系', status: '当前状态', checkedAt: '核验时间', download: '下载证书（正本）', withheld: '以下内容属于商业秘密，未公开', back: '排污许可证查询', issuer: '发证机关', issuedOn: '发证日期', validity: '有效期', site: '生产经营场所', uscc: '统一社会信用代码', empty: '没有许可证', facts: '证书信息', technical: '签名原文（供技术核验）' },
  permit: { renewBy: '延续最迟提出', title: '排污许可证', original: '下载正本', duplicate: '下载副本', drawing: '证书正在生成，请稍候刷新', application: '查看申请', workbook: '导出 Excel（按国家表顺序）', json: '下载全本（JSON）', imported: '导入自国家平台，{{day}}' },
};
