export default {
  subject: '主体', subjectKind: '类别', subjectCode: '代码', trigger: '事由', reason: '列入事由', state: '状态', due: '期限', provisional: '暂估', overdue: '已超期', onlyOverdue: '只看超期', decisionNumber: '决定书文号', listedOn: '列入日期', listedUntil: '列入期限至', removalFrom: '可以申请移出', opened: '登记日期', who: '经办人', whose: '谁的', mine: '我经办的', from: '从', to: '到',
  occurredOn: '发生日期', facts: '事实和理由', basis: '依据', months: '期限', monthCount: '{{count}} 个月', publicReason: '公示的事由', openedBy: '登记人', proposedBy: '提出人', sources: '线索', sourceGone: '来源已撤销', served: '送达', cancel: '取消', unverified: '未核实', rules: '依据：{{basis}}。',
  list: {
    title: '失信名单办理', lead: '从线索、告知、听证到决定、送达、公示和移出。剩余时间最少的排在前面。', search: '编号、文号、主体、代码',
    tabs: { clues: '线索', telling: '告知和申辩', deciding: '审核和决定', listed: '在名单内', removals: '移出申请', ended: '已结束' },
    empty: { clues: '没有待核查的线索', telling: '没有告知或申辩中的案件', deciding: '没有待审核或待决定的案件', listed: '名单上没有主体', removals: '没有待办的移出申请', ended: '没有已结束的案件' },
  },
  new: { title: '登记线索', lead: '线索在告知书送达前对当事人不显示。', submit: '登记', what: '什么事', factsHelp: '时间、地点、行为、后果，10 个字以上', documentNo: '依据的文书文号' },
  page: { parts: '案件的各部分', case: '线索和意见', measures: '列入后的措施', history: '办理过程', tabs: { case: '案件', notice: '告知和申辩', decision: '审核和决定', removal: '移出' } },
  notice: { empty: '还没有告知书。提出列入意见后制作。', number: '文号', replaced: '已重新告知', unserved: '尚未送达', statementUntil: '陈述申辩截止', hearingUntil: '要求听证截止', statement: '陈述申辩', waived: '当事人已放弃陈述申辩和听证', answer: '复核答复', asked: '要求听证', hearing: '听证' },
  decision: {
    empty: '还没有审核和决定', before: '审核和讨论', review: '法制审核', discussion: '集体讨论', decideBy: '{{day}} 前决定', revocation: '提出撤销', by: '决定人', reasons: '决定理由', exit: '移出条件', remedies: '救济途径', until: '截止', public: '公示', notPublic: '尚未公示', resting: '暂停公示和措施', ended: '结束', contests: '复议和诉讼', stops: '停止执行', running: '尚未结束',
  },
  removal: {
    title: '移出申请', empty: '还没有移出申请', verdict: '核实：', decided: '决定：', apply: '申请移出', conditions: '移出条件：', statement: '履行和整改情况', evidence: '证明材料（缴款凭证、整改照片、监测报告等）', evidenceMissing: '请上传证明材料', submit: '提交移出申请', withdraw: '撤回移出申请', withdrawMeans: '撤回后可以补充材料再次申请。',
  },
  own: {
    title: '失信名单', lead: '已向本单位送达的告知书、决定书和移出申请。', search: '编号、文号', tabs: { open: '办理中', ended: '已结束' }, empty: { open: '没有办理中的案件', ended: '没有已结束的案件' }, stages: { told: '可以陈述申辩', waiting: '办理中', listed: '在名单内', removing: '移出申请办理中', left: '已移出', declined: '不予列入' }, told: '告知日期',
    speak: '陈述申辩', speakLead: '陈述申辩只能提交一次，请写完整。', state: '提交陈述申辩', said: '本单位的陈述申辩：', hearing: '要求听证', hearingMeans: '要求听证后，本机关会在举行前通知时间和地点。', waive: '放弃陈述申辩', waiveMeans: '放弃后不能再提出陈述申辩，也不能再要求听证。', certificate: '查看证明',
  },
  public: { title: '失信名单公示', lead: '今天在名单上的主体、列入事由和期限。移出、期满或者撤销的不再显示；个人只显示姓氏。', search: '文号、单位名称、代码', empty: '没有符合条件的主体', issuer: '作出决定的机关' },
  register: { title: '现行失信名单', lead: '今天在名单上的主体和决定书。每次查看决定书都有记录。' },
};
