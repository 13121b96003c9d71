export default {
  party: '当事人', partyCode: '代码', violation: '违法行为', state: '状态', due: '期限', provisional: '暂估', overdue: '已超期', onlyOverdue: '只看超期', publishDue: '公开期限', decisionNumber: '决定书文号', fine: '罚款', opened: '登记日期', who: '经办人', clueKind: '线索来源', pursuitFilter: '结束执行', whose: '谁的', mine: '我经办的', from: '从', to: '到',
  discoveredOn: '发现日期', clueText: '线索内容', openedBy: '登记人', source: '来源', sourceComplaint: '查看投诉', sourceRectification: '查看整改', sourceInspection: '查看检查记录', parent: '原案', children: '后续案件', dailyTitle: '按日连续处罚', daily: '按日连续处罚：{{days}} 日，共 {{yuan}} 元', conduct: '违法行为时间', timeBar: '追责时效届满', timeBarred: '发现时已超过', investigators: '办案人员', grounds: '立案理由', filed: '立案', extensions: '延长期限', extension: '延长 {{days}} 日',
  asked: { asked: '待审批', approved: '已同意', refused: '不同意' }, reason: '理由', cancel: '取消', pdf: '下载 PDF', unverified: '未核实', facts: '违法事实', served: '送达', decided: '决定日期', yes: '是', no: '否',
  list: {
    title: '行政处罚案件', lead: '从线索、立案、调查到告知、决定、履行和公开。剩余时间最少的排在前面。', search: '案号、文号、当事人、违法行为',
    tabs: { filing: '立案', investigating: '调查和告知', deciding: '申辩和决定', performing: '履行', 'to-execute': '待催告和执行', 'to-publish': '待公开', ended: '已结束' },
    empty: { filing: '没有待立案的线索', investigating: '没有正在调查的案件', deciding: '没有申辩或待决定的案件', performing: '没有待履行的案件', 'to-execute': '没有待催告或者执行的案件', 'to-publish': '没有待公开的决定', ended: '没有已结束的案件' },
  },
  new: {
    title: '登记线索', lead: '立案期限从发现之日起算。', submit: '登记', clueHelp: '写清时间、地点、发现了什么，10 个字以上', platform: '平台上的企业或机构', outside: '平台外的单位或个人', partyKind: '单位还是个人', unit: '单位', person: '个人', partyName: '名称或姓名', partyCode: '代码', codeHelp: '单位填统一社会信用代码，个人填身份证号（加密保存）',
    pick: '企业或机构（当事人在平台上时选择）',
  },
  page: { parts: '案件的各部分', back: '返回案件', clue: '线索', filing: '立案', history: '办理过程', tabs: { case: '案件', evidence: '证据和裁量', notice: '告知和申辩', decision: '审核和决定', money: '缴款和履行' } },
  law: { title: '适用法律', other: '另一版本：', choose: '适用哪一版本', reason: '不按行为日期适用法律的理由', warnings: { 'across-change': '违法行为持续期间法律有修改，请核对应当适用哪一版本。', 'newer-lighter': '现行规定较轻，请按从旧兼从轻核对。' } },
  range: { title: '建议幅度和计算步骤', factors: '裁量因素', weight: '权重 {{percent}}%', adjustments: '修正因素（没有的不选）', compute: '计算建议幅度' },
  mitigation: { title: '减轻处罚', tag: '减轻处罚', below: '罚款低于法定最低额', range: '建议幅度不低于法定最低额 {{least}} 元；拟处罚款 {{fine}} 元低于最低额，属于减轻处罚。' },
  conclude: { title: '调查终结', factsHelp: '时间、地点、行为、后果，20 个字以上', proposal: '处理意见', submit: '移送审查' },
  evidence: { title: '证据清单', empty: '还没有登记证据', proves: '证明：{{what}}', withdrawn: '已撤回', withdraw: '撤回', stays: '撤回后仍保留在清单里，注明已撤回，不再写入文书。' },
  proposal: { title: '拟处理意见', outside: '不在建议幅度内的理由', correction: '责令改正', by: '提出人', examined: '审查意见' },
  notice: { empty: '还没有告知书。案件审查通过后制作。', files: '当事人提交的文件', number: '文号', replaced: '已重新告知', intended: '拟作出', hearingRight: '可以要求听证', unserved: '尚未送达', statementUntil: '陈述申辩截止', hearingUntil: '要求听证截止', statement: '陈述申辩', waived: '当事人已放弃陈述申辩和听证', point: '意见 {{nth}}', asked: '要求听证', hearing: '听证' },
  decision: {
    empty: '还没有作出决定', needs: '按规则：', need: { review: '法制审核', discussion: '集体讨论', hearingRight: '听证权' }, needed: '需要', notNeeded: '不需要', review: '法制审核', about: { decision: '集体讨论：处罚决定', extension: '集体讨论：再次延期' }, heldOn: '日期', members: '参加人员', minutes: '记录', conclusion: '结论',
    what: '处罚内容', changed: '变更后罚款', reasons: '理由', by: '决定人', revoked: '已撤销', publication: '公开', public: '公示', publicUntil: '公示至', notPublic: '尚未公开', minor: '轻微，原则上不公示', heldBack: '不公示：停止执行期间，或者已修复、已撤销、异议处理中，或者公示期已满', summary: '公开的事实摘要',
  },
  money: {
    title: '应缴和已缴（截至 {{day}}）', empty: '决定送达后显示应缴款项', fine: '罚款', confiscate: '没收违法所得', late: '加处罚款（逾期 {{days}} 日）', paid: '已缴', claimed: '已上传凭证待核对', open: '还应缴', capped: '加处罚款已达到罚款数额，不再增加。', payments: '缴款记录', none: '还没有缴款', states: { claimed: '待核对', confirmed: '已确认', refused: '不予确认' },
    confirm: '已到账，确认', refuse: '不予确认', after: '履行、复议诉讼和执行', instalment: '第 {{nth}} 期', deferral: '延期、分期申请', performed: '履行情况', running: '尚未结束', stops: '停止执行', overpaid: '罚款降低后多缴，应退还',
  },
  pursuit: {
    title: '催告和强制执行', missed: '申请法院强制执行的期限已于 {{day}} 届满。有正当理由的，写明理由申请，由法院审查；没有的，提出不再申请执行，由另一人决定。', ending: '结束执行', ended: '执行已结束', lateReason: '逾期申请的正当理由', days: '申请强制执行', rests: '复议、诉讼期间，结果登记后重新计算期限', span: '{{from}} 之后，最晚 {{to}}', courtDue: '下一步期限', remedies: '复议、诉讼期限届满', remindBy: '催告书最晚送达', reminder: '催告书',
    waits: '履行期限到 {{day}}', statement: '对催告的陈述申辩', answer: '复核意见', unanswered: '待答复', refused: '未批准申请', asked: '报请申请', application: '强制执行申请书', filed: '递交法院',
  },
  undoing: { title: '撤销、变更和停止公示', proposed: '等待另一人决定', approved: '已批准', refused: '未批准', by: '{{name}}提出', decidedBy: '{{name}}决定：{{reason}}' },
  closing: { title: '结案条件', served: '决定书已送达', paid: '款项已缴清，或者执行已结束', vouchers: '凭证都已核对', performed: '其他处罚已履行', published: '决定已公开', contests: '没有未结束的复议、诉讼', met: '已满足', open: '未满足' },
  own: {
    pursuitEnded: '强制执行自 {{day}} 起不再进行，加处罚款不再增加。尚未缴纳的仍可缴纳；缴清后再按规定申请信用修复。', title: '行政处罚', lead: '已向本单位送达的告知书和决定书。', search: '案号、文号、违法行为', tabs: { open: '办理中', ended: '已结束' }, empty: { open: '没有办理中的处罚案件', ended: '没有已结束的处罚案件' }, stages: { told: '可以陈述申辩', waiting: '办理中', served: '决定书已送达', closed: '已结案', revoked: '已撤销' }, payBy: '缴款截止', told: '告知日期',
    revoked: '这份决定已撤销：{{reason}}', said: '本单位的陈述申辩：', speak: '陈述申辩', noHarm: '不会因为陈述申辩加重处罚。陈述申辩只能提交一次，请写完整。', state: '提交陈述申辩', files: '附上证据材料（可不附）', hearing: '要求听证', hearingMeans: '要求听证后，本机关会在举行前通知时间和地点。', waive: '放弃陈述申辩', waiveMeans: '放弃后不能再提出陈述申辩，也不能再要求听证。',
    rectification: '整改', inspection: '检查记录', links: '相关事项', view: '查看', reminder: '催告书', remindUntil: '履行期限', stateReminder: '对催告陈述申辩', stateReminderMeans: '认为不应当履行或者已经履行的，请写明理由，只能提交一次。', answered: '复核意见：',
    pay: '上传缴款凭证', paySubmit: '提交凭证', voucher: '凭证照片或 PDF', voucherMissing: '请上传缴款凭证',
  },
  public: { title: '行政处罚公示', lead: '公示期内的处罚决定。个人只显示姓氏。', search: '文号、单位名称、违法行为', empty: '没有符合条件的公示', issuer: '作出决定的机关' },
};
